// The read stage: files, standard input or rows from memory in, one RecordTable out. Files pass through DuckDB in
// process and arrive as dictionary codes; nothing downstream knows where records came from.
import { NamesakeError } from "../../shared/errors.ts";
import { alignColumns } from "./alignColumns.ts";
import { assembleTable } from "./assembleTable.ts";
import { compareUtf8 } from "./compareUtf8.ts";
import { encodeColumns } from "./encodeColumns.ts";
import { findFiles } from "./findFiles.ts";
import { type LoadedInput, numberKeptRows } from "./loadedInput.ts";
import { loadFile } from "./loadFile.ts";
import { type Database, requireGoingOn, withDatabase } from "./openDatabase.ts";
import type { RawColumn } from "./rawRecords.ts";
import type { ReadOptions, ReadResult, Reject } from "./readOptions.ts";
import { resolveRoles } from "./resolveRoles.ts";
import { isRowInput, type NamedRows, nameRows, rawRecordsFromRows } from "./rowInput.ts";

/**
 * Reads all of `options.input`. Each file (or named list of rows) is one source, unless a source column is named.
 * @throws NamesakeError FILE_*, COLUMN_NOT_FOUND, IDENTIFIER_NOT_UNIQUE, TOO_MANY_COLUMNS, MEMORY_TOO_SMALL, INTERRUPTED
 * @example const { table } = await readRecords({ input: "people.csv" });
 */
export async function readRecords(options: ReadOptions): Promise<ReadResult> {
  requireGoingOn(options.signal);
  if (isRowInput(options.input)) return readRows(nameRows(options.input), options);
  const named = typeof options.input === "string" ? [options.input] : options.input;
  const files = await findFiles(named);
  return withDatabase(options, async (database) => {
    const loaded: LoadedInput[] = [];
    let done = 0;
    for (const [i, file] of files.entries()) {
      const input = await loadFile(database, file, `raw_${i}`, options.isVerbatim);
      loaded.push(input);
      done += input.recordCount;
      options.onProgress?.({ stage: "read", done, total: null, unit: "records" });
    }
    options.onLoaded?.(done);
    return assembleLoaded(database, loaded, options);
  });
}

/** From loaded tables to the result; the tables are used up. */
export async function assembleLoaded(
  database: Database,
  loaded: readonly LoadedInput[],
  options: ReadOptions,
  rowNumbers?: readonly (Int32Array | null)[],
): Promise<ReadResult> {
  const alignment = alignColumns(loaded, options.columnNames);
  const roles = resolveRoles(options, loaded, alignment.columns);
  const total = alignment.columns.length;
  let done = 0;
  const onColumn = (column: RawColumn): void => {
    done += 1;
    options.onProgress?.({ stage: "read", done, total, unit: "columns" });
    options.onColumn?.(column);
  };
  const { isVerbatim = false } = options;
  const columns = await encodeColumns({ database, loaded, columns: alignment.columns, onColumn, isVerbatim });
  const inputs = loaded.map((input, i) => ({
    name: input.source,
    recordCount: input.recordCount,
    rowNumbers: rowNumbers === undefined ? numberKeptRows(input.recordCount, input.rejects) : (rowNumbers[i] ?? null),
  }));
  const { table, idReason } = assembleTable({ inputs, columns }, roles);
  const rejects = loaded.flatMap(({ source, rejects }): Reject[] => rejects.map((reject) => ({ source, ...reject })));
  const files = loaded.map(({ file, source, recordCount, format }) => ({ file, source, recordCount, format }));
  return { table, rejects, alignment: alignment.sentences, inputs: files, idReason };
}

function readRows(named: readonly NamedRows[], options: ReadOptions): ReadResult {
  const sorted = [...named].sort((a, b) => compareUtf8(a.source, b.source));
  const empty = sorted.find((input) => input.rows.length === 0);
  if (empty !== undefined || sorted.length === 0)
    throw new NamesakeError("FILE_EMPTY", empty?.source ?? "no rows were given");
  const alignment = alignColumns(sorted, options.columnNames);
  const roles = resolveRoles(options, sorted, alignment.columns);
  const { table, idReason } = assembleTable(rawRecordsFromRows(sorted, alignment.columns, options.isVerbatim), roles);
  const inputs = sorted.map(({ source, rows }) => ({
    file: source,
    source,
    recordCount: rows.length,
    format: "rows" as const,
  }));
  options.onProgress?.({ stage: "read", done: table.recordCount, total: table.recordCount, unit: "records" });
  return { table, rejects: [], alignment: alignment.sentences, inputs, idReason };
}
