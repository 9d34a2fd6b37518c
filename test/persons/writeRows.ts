// Rows as a CSV file, every cell in quotes.
import { writeFile } from "node:fs/promises";

export async function writeRows(path: string, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))];
  await writeFile(path, `${lines.map((cells) => cells.map(quote).join(",")).join("\n")}\n`);
}
