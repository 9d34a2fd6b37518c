// Records told apart by a column that says where they come from, where the run names no sources.
import type { Column, RecordTable } from "../read/recordTable.ts";
import { sharedUint16 } from "./sharedArrays.ts";

/** A column whose values are the sources of records. */
export interface SourcesBy {
  readonly column: string;
  /** Values as read, each a source; all others, and records without one, are one more. */
  readonly values: readonly string[];
}

/** Of a column of more values, the first ones by their bytes are sources of their own. */
const sourcesMax = 10_000;

/** A column and its values. */
export const sourcesOf = ({ name, values }: Column): SourcesBy => ({
  column: name,
  values: [...values].slice(0, sourcesMax),
});

/** The table with the values of that column for its sources; itself where there is none. */
export function tellApart(table: RecordTable, by: SourcesBy | null): RecordTable {
  if (by === null) return table;
  const other = by.values.length;
  const sourceOf = sharedUint16(table.recordCount).fill(other);
  const column = table.columns.find(({ name }) => name === by.column);
  if (column !== undefined) {
    const known = new Map(by.values.map((value, source) => [value, source]));
    const sourceOfCode = Array.from(column.values, (value) => known.get(value) ?? other);
    column.codes.forEach((code, record) => {
      if (code >= 0) sourceOf[record] = sourceOfCode[code]!;
    });
  }
  return { ...table, sources: sourceOf.includes(other) ? [...by.values, ""] : by.values, sourceOf };
}
