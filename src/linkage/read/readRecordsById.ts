// Reads just the records with given identifiers, for explaining a pair of a finished run: DuckDB filters the rows before
// anything is coded. Where the identifier column is not known, everything is read as the run read it, then filtered.
import { NamesakeError } from "../../shared/errors.ts";
import { alignColumns } from "./alignColumns.ts";
import { findFiles } from "./findFiles.ts";
import { type LoadedInput, numberKeptRows } from "./loadedInput.ts";
import { loadFile } from "./loadFile.ts";
import { type Database, quoteText, withDatabase } from "./openDatabase.ts";
import type { ReadOptions } from "./readOptions.ts";
import { assembleLoaded, readRecords } from "./readRecords.ts";
import type { RecordTable } from "./recordTable.ts";
import { resolveRoles } from "./resolveRoles.ts";
import { isRowInput } from "./rowInput.ts";
import { selectRecords } from "./selectRecords.ts";

/**
 * The records of `input` that `ids` name, "source:id" or the identifier alone (then of every source that has it).
 * Give the run's `idColumn` (null for row numbers): without it all records are read to find it again.
 * @throws NamesakeError RECORD_NOT_FOUND naming the place in `ids`, and what readRecords throws
 */
export async function readRecordsById(
  input: ReadOptions["input"],
  options: Omit<ReadOptions, "input">,
  ids: readonly string[],
): Promise<RecordTable> {
  const all = { ...options, input };
  const isWhole = isRowInput(input) || options.idColumn === undefined || options.sourceColumn !== undefined;
  if (isWhole) return pickRecords((await readRecords(all)).table, ids);
  const files = await findFiles(typeof input === "string" ? [input] : (input as readonly string[]));
  return withDatabase(options, async (database) => {
    const loaded: LoadedInput[] = [];
    for (const [i, file] of files.entries()) loaded.push(await loadFile(database, file, `raw_${i}`));
    const { kept, rowNumbers } = await keepRows(database, loaded, all, ids);
    if (kept.every((one) => one.recordCount === 0))
      throw new NamesakeError("RECORD_NOT_FOUND", nameMissing(ids.keys()));
    return pickRecords((await assembleLoaded(database, kept, all, rowNumbers)).table, ids);
  });
}

async function keepRows(
  database: Database,
  loaded: readonly LoadedInput[],
  options: ReadOptions,
  ids: readonly string[],
) {
  const { columns } = alignColumns(loaded, options.columnNames);
  const { idColumn } = resolveRoles(options, loaded, columns);
  const wanted = new Set(
    ids.flatMap((id) => [id, ...[...id.matchAll(/:/g)].map((colon) => id.slice(colon.index + 1))]),
  );
  const kept: LoadedInput[] = [];
  const rowNumbers: Int32Array[] = [];
  for (const [i, input] of loaded.entries()) {
    const index = columns.find((column) => column.name === idColumn)?.indexes[i] ?? -1;
    const numbers = numberKeptRows(input.recordCount, input.rejects);
    const rows =
      index >= 0 ? await findRows(database, input, index, wanted) : findNumbered(idColumn, numbers, input, wanted);
    const table = `kept_${i}`;
    const list = rows.length === 0 ? "-1" : rows.join(", ");
    await database.connection.run(
      `CREATE TABLE ${table} AS SELECT * FROM ${input.table} WHERE rowid IN (${list}) ORDER BY rowid`,
    );
    kept.push({ ...input, table, recordCount: rows.length });
    rowNumbers.push(Int32Array.from(rows, (row) => numbers?.[row] ?? row + 1));
  }
  return { kept, rowNumbers };
}

async function findRows(database: Database, input: LoadedInput, index: number, wanted: ReadonlySet<string>) {
  const list = [...wanted].map((id) => quoteText(id)).join(", ");
  const found = await database.connection.runAndReadAll(
    `SELECT CAST(rowid AS INTEGER) AS record FROM ${input.table} WHERE c${index} IN (${list}) ORDER BY record`,
  );
  return (found.getColumns()[0] ?? []) as number[];
}

/** Where row numbers are the identifiers, finds the rows of those numbers. */
function findNumbered(
  idColumn: string | null | undefined,
  numbers: Int32Array | null,
  input: LoadedInput,
  wanted: ReadonlySet<string>,
): number[] {
  if (idColumn !== null) return [];
  const rows: number[] = [];
  for (let row = 0; row < input.recordCount; row += 1)
    if (wanted.has(String(numbers?.[row] ?? row + 1))) rows.push(row);
  return rows;
}

function pickRecords(table: RecordTable, ids: readonly string[]): RecordTable {
  const missing = new Set(ids.keys());
  const chosen: number[] = [];
  const places = new Map<string, number[]>();
  ids.forEach((id, place) => {
    places.set(id, [...(places.get(id) ?? []), place]);
  });
  for (let record = 0; record < table.recordCount; record += 1) {
    const id = table.recordIds.at(record);
    const source = table.sources[table.sourceOf[record] as number];
    const found = [...(places.get(id) ?? []), ...(places.get(`${source}:${id}`) ?? [])];
    if (found.length === 0) continue;
    chosen.push(record);
    for (const place of found) missing.delete(place);
  }
  if (missing.size > 0) throw new NamesakeError("RECORD_NOT_FOUND", nameMissing(missing));
  return selectRecords(table, chosen);
}

/** Identifiers can be personal: only their place among the arguments is said. */
function nameMissing(places: Iterable<number>): string[] {
  return [...places].map((place) => `identifier ${place + 1} of those given`);
}
