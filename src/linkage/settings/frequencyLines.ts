// Term frequencies as JSON lines: a header, then [slot, value, count] sorted by slot and value. Lines, because millions
// of values make a text longer than a JavaScript string can be.
import { createHash } from "node:crypto";
import type { FrequencyTables } from "../compare/frequencies.ts";

export const frequencyFormat = "namesake-frequencies";
export const frequencyVersion = 1;

/** Values in all tables together. */
export function countEntries(tables: FrequencyTables): number {
  let entries = 0;
  for (const { counts } of tables.values()) entries += counts.size;
  return entries;
}

/** Lines with their ends, several to a text of about a mebibyte. Sorted by UTF-16 units. */
export function* frequencyLines(tables: FrequencyTables): Generator<string> {
  const slots = [...tables.keys()].sort();
  const totals = slots.map((slot) => [slot, tables.get(slot)?.total ?? 0]);
  const header = { format: frequencyFormat, version: frequencyVersion, entries: countEntries(tables), totals };
  let text = `${JSON.stringify(header)}\n`;
  for (const slot of slots) {
    const counts = tables.get(slot)?.counts ?? new Map<string, number>();
    for (const value of [...counts.keys()].sort()) {
      text += `${JSON.stringify([slot, value, counts.get(value)])}\n`;
      if (text.length < 1 << 20) continue;
      yield text;
      text = "";
    }
  }
  yield text;
}

/** SHA-256 of the lines as hexadecimal digits. */
export function hashFrequencies(tables: FrequencyTables): string {
  const hash = createHash("sha256");
  for (const text of frequencyLines(tables)) hash.update(text);
  return hash.digest("hex");
}
