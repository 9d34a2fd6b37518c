// Splits a little text into rows and fields (RFC 4180, forgiving) for detection. Whole files go through scanCsv.ts.

/** At most `rowsMax` rows of `text`; a quote that never closes ends at its line. */
export function splitRows(text: string, delimiter: string, rowsMax: number): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length && rows.length < rowsMax) {
    const row: string[] = [];
    for (;;) {
      const field = readField(text, at, delimiter);
      row.push(field.value);
      at = field.next;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    rows.push(row);
  }
  return rows;
}

function readField(text: string, from: number, delimiter: string): { value: string; next: number } {
  if (text[from] === '"') {
    let at = from + 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) break;
      if (text[quote + 1] !== '"') {
        const after = text[quote + 1];
        const closes = after === undefined || after === delimiter || after === "\n" || after === "\r";
        if (!closes) break;
        return { value: text.slice(from + 1, quote).replaceAll('""', '"'), next: quote + 1 };
      }
      at = quote + 2;
    }
  }
  let to = from;
  while (to < text.length && text[to] !== delimiter && text[to] !== "\n" && text[to] !== "\r") to += 1;
  return { value: text.slice(from, to), next: to };
}
