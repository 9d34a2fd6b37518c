// A run over made-up people for tests of the report and of explanations: several records a person with errors, records
// that are identical, and some of which nearly nothing is known.
import { generatePeople } from "../../../../src/generate/generatePeople.ts";

export type MadeUpRow = Record<string, string> & { readonly unique_id: string; readonly cluster_id: string };

/** Rows with `cluster_id` as the truth; every tenth stands there twice, and every fiftieth keeps its town alone. */
export function makeRows(count: number, seed: number): MadeUpRow[] {
  return [...generatePeople({ records: count, seed, sources: 1 })].flatMap((record, index): MadeUpRow[] => {
    const { source: _, recorded_on: __, document_number: ___, nationality: ____, ...values } = record;
    const row: MadeUpRow = { ...values };
    if (index % 50 === 7) {
      const { unique_id, cluster_id, town } = row;
      return [{ unique_id, cluster_id, town: town ?? "" }];
    }
    return index % 10 === 3 ? [row, { ...row, unique_id: `${row.unique_id}x` }] : [row];
  });
}

export function toCsv(rows: readonly MadeUpRow[], columns: readonly string[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}
