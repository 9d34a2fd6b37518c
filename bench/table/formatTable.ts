// One table for terminal and docs: aligned text or Markdown from the same rows, so that what was read on the terminal is
// what is pasted.

export interface Table {
  /** Names its place in docs; see replaceTables.ts. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table. */
  readonly notes?: readonly string[];
}

/** `style` "text" aligns columns with spaces; "markdown" is GitHub's. Ends with a newline. */
export function formatTable(table: Table, style: "text" | "markdown"): string {
  return `${table.title}\n\n${formatBody(table, style)}`;
}

/** The table and its notes without the title. */
export function formatBody(table: Table, style: "text" | "markdown"): string {
  const lines = style === "text" ? textLines(table) : markdownLines(table);
  return `${[...lines, ...(table.notes ?? []).flatMap((note) => ["", note])].join("\n")}\n`;
}

function textLines({ columns, rows }: Table): string[] {
  const widths = columns.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, i) =>
        isNumberLike(cells[i] ?? "") ? (cells[i] ?? "").padStart(width) : (cells[i] ?? "").padEnd(width),
      )
      .join("  ")
      .trimEnd();
  return [line(columns), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)];
}

function markdownLines({ columns, rows }: Table): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(columns), `|${columns.map(() => "---").join("|")}|`, ...rows.map(line)];
}

const isNumberLike = (cell: string): boolean => /^[^a-z]*\d[^a-z]*$/i.test(cell);
