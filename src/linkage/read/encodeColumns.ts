// Dictionary-codes columns of DuckDB tables: codes come as integers and distinct values as blocks of bytes, so that no
// JavaScript object is made per value. Small inputs take the plain way (encodeValues), which needs fewer queries.
import type { AlignedColumn } from "./alignColumns.ts";
import { encodeColumn } from "./encodeColumn.ts";
import { encodeValues } from "./encodeValues.ts";
import type { LoadedInput } from "./loadedInput.ts";
import { type Database, requireGoingOn } from "./openDatabase.ts";
import type { RawColumn } from "./rawRecords.ts";

const smallRecordCount = 20_000;
const cellsAtOnce = 1_000_000;

export interface EncodingTask {
  readonly database: Database;
  readonly loaded: readonly LoadedInput[];
  readonly columns: readonly AlignedColumn[];
  readonly onColumn?: (done: number) => void;
  /** Below so many records the plain way is taken; for tests. */
  readonly smallRecordCount?: number;
}

/** Codes `columns` over all inputs, in the order of inputs and rows. The tables are emptied on the way. */
export async function encodeColumns(task: EncodingTask): Promise<RawColumn[]> {
  const recordCount = task.loaded.reduce((sum, input) => sum + input.recordCount, 0);
  const isSmall = recordCount <= (task.smallRecordCount ?? smallRecordCount);
  return isSmall ? encodeSmall(task, recordCount) : encodeLarge(task, recordCount);
}

async function encodeLarge(task: EncodingTask, recordCount: number): Promise<RawColumn[]> {
  const encoded: RawColumn[] = [];
  for (const column of task.columns) {
    requireGoingOn(task.database.signal);
    let from = 0;
    const parts: { table: string; column: string; from: number }[] = [];
    task.loaded.forEach((input, i) => {
      const index = column.indexes[i] ?? -1;
      if (index >= 0) parts.push({ table: input.table, column: `c${index}`, from });
      from += input.recordCount;
    });
    encoded.push(await encodeColumn(task.database, { name: column.name, parts, recordCount }));
    for (const part of parts) await dropColumn(task.database, part);
    task.onColumn?.(encoded.length);
  }
  return encoded;
}

/** Gives the memory back column by column; a table's last column goes with the database. */
async function dropColumn(database: Database, part: { table: string; column: string }): Promise<void> {
  const left = await database.connection.runAndReadAll(
    `SELECT count(*)::INTEGER FROM pragma_table_info('${part.table}')`,
  );
  if (left.getRows()[0]?.[0] === 1) await database.connection.run(`DROP TABLE ${part.table}`);
  else await database.connection.run(`ALTER TABLE ${part.table} DROP COLUMN ${part.column}`);
}

async function encodeSmall(task: EncodingTask, recordCount: number): Promise<RawColumn[]> {
  const encoded: RawColumn[] = [];
  const columnsAtOnce = Math.max(1, Math.floor(cellsAtOnce / recordCount));
  for (let first = 0; first < task.columns.length; first += columnsAtOnce) {
    requireGoingOn(task.database.signal);
    const columns = task.columns.slice(first, first + columnsAtOnce);
    const values = columns.map(() => new Array<string | null>(recordCount).fill(null));
    let from = 0;
    for (const [i, input] of task.loaded.entries()) {
      await readTexts(
        task.database,
        input,
        columns.map((column) => column.indexes[i] ?? -1),
        values,
        from,
      );
      from += input.recordCount;
    }
    columns.forEach((column, i) => {
      encoded.push(encodeValues(column.name, values[i] as (string | null)[]));
    });
    task.onColumn?.(encoded.length);
  }
  return encoded;
}

async function readTexts(
  database: Database,
  input: LoadedInput,
  indexes: readonly number[],
  values: readonly (string | null)[][],
  from: number,
): Promise<void> {
  const present = indexes.flatMap((index, i) => (index < 0 ? [] : [{ index, texts: values[i] as (string | null)[] }]));
  if (present.length === 0) return;
  const selected = present.map((one) => `c${one.index}`).join(", ");
  const result = await database.connection.stream(`SELECT ${selected} FROM ${input.table} ORDER BY rowid`);
  let row = from;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    present.forEach((one, i) => {
      const texts = chunk.getColumnValues(i) as (string | null)[];
      for (let k = 0; k < texts.length; k += 1) one.texts[row + k] = texts[k] as string | null;
    });
    row += chunk.rowCount;
  }
}
