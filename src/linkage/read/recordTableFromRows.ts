// The RecordTable of rows held in memory, without DuckDB: for the library's arrays, for tests and for small inputs.
// It shares canonical order and codes with the reading of files.
import type { InputRow } from "../linkOptions.ts";
import { alignColumns } from "./alignColumns.ts";
import { assembleTable, type ColumnRoles } from "./assembleTable.ts";
import type { RecordTable } from "./recordTable.ts";
import { nameRows, rawRecordsFromRows } from "./rowInput.ts";

/**
 * The table of `rows`, one source called "rows" unless `sourceColumn` is given; `idColumn` must be complete and unique
 * within each source, and is chosen as for files where absent (null: row numbers).
 * @throws NamesakeError COLUMN_NOT_FOUND, IDENTIFIER_NOT_UNIQUE, FILE_EMPTY
 */
export function recordTableFromRows(rows: readonly InputRow[], roles: ColumnRoles = {}): RecordTable {
  const named = nameRows(rows);
  return assembleTable(rawRecordsFromRows(named, alignColumns(named).columns), roles).table;
}
