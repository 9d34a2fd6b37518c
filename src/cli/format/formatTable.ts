// Text tables for the terminal: columns as wide as their widest cell, numbers to the right.

export type Alignment = "left" | "right";

/** Lines of a table without borders; `rows` holds cells as text, the header among them; no line ends in spaces. */
export function formatTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string[] {
  const widths = alignments.map((_, column) => Math.max(0, ...rows.map((row) => [...(row[column] ?? "")].length)));
  return rows.map((row) =>
    alignments
      .map((alignment, column) => {
        const cell = row[column] ?? "";
        const space = " ".repeat((widths[column] ?? 0) - [...cell].length);
        return alignment === "left" ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}
