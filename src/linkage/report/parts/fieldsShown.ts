// Which fields of records are worth showing side by side: those that any of them has, in the order of the input's columns.
import type { RecordShown } from "../reportData.ts";

/** Names of fields with a value in at least one record; known columns first in their order, at most `fieldsMax`. */
export function fieldsShown(
  records: readonly RecordShown[],
  columnNames: readonly string[],
  fieldsMax: number,
): { readonly names: readonly string[]; readonly leftOutCount: number } {
  const present = new Set(records.flatMap((record) => Object.keys(record.values)));
  const known = columnNames.filter((name) => present.delete(name));
  const names = [...known, ...present];
  return { names: names.slice(0, fieldsMax), leftOutCount: Math.max(0, names.length - fieldsMax) };
}
