// The RecordTable of rows held in memory, without DuckDB: for the library's arrays, for tests and for small inputs.
// It shares canonical order and codes with the reading of files.
import type { InputRow } from "../linkOptions.ts";
import { assembleTable, type ColumnRoles } from "./assembleTable.ts";
import { encodeValues } from "./encodeValues.ts";
import type { RawRecords } from "./rawRecords.ts";
import type { RecordTable } from "./recordTable.ts";

/** Codes rows of one input; columns stand in the order in which the rows first name them. */
export function rawRecordsFromRows(name: string, rows: readonly InputRow[]): RawRecords {
  const names = new Set<string>();
  for (const row of rows) for (const key in row) names.add(key);
  const columns = [...names].map((column) =>
    encodeValues(
      column,
      rows.map((row) => textOf(row[column])),
    ),
  );
  return { inputs: [{ name, recordCount: rows.length, rowNumbers: null }], columns };
}

/** Text of a value from memory; a Date at midnight UTC is its day alone. Lone surrogates become U+FFFD. */
function textOf(value: InputRow[string]): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  }
  return String(value).toWellFormed();
}

/**
 * The table of `rows`, one source called "rows" unless `sourceColumn` is given; `idColumn` must be complete and unique
 * within each source, and is chosen as for files where absent (null: row numbers).
 * @throws NamesakeError COLUMN_NOT_FOUND, IDENTIFIER_NOT_UNIQUE, FILE_EMPTY
 */
export function recordTableFromRows(rows: readonly InputRow[], roles: ColumnRoles = {}): RecordTable {
  return assembleTable(rawRecordsFromRows("rows", rows), roles).table;
}
