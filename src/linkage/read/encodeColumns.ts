// Dictionary-codes columns of DuckDB tables: codes come as integers and distinct values as blocks of bytes, so that no
// JavaScript object is made per value. Small inputs take the plain way (encodeValues), which needs fewer queries.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { AlignedColumn } from "./alignColumns.ts";
import { type ColumnParts, encodeColumn } from "./encodeColumn.ts";
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
  readonly onColumn?: (column: RawColumn) => void;
  /** No text stands for a missing value. */
  readonly isVerbatim?: boolean;
  /** Below so many records the plain way is taken; for tests. */
  readonly smallRecordCount?: number;
}

/** Codes `columns` over all inputs, in the order of inputs and rows. The tables are emptied on the way. */
export async function encodeColumns(task: EncodingTask): Promise<RawColumn[]> {
  const recordCount = task.loaded.reduce((sum, input) => sum + input.recordCount, 0);
  const isSmall = recordCount <= (task.smallRecordCount ?? smallRecordCount);
  return isSmall ? encodeSmall(task, recordCount) : encodeLarge(task, recordCount);
}

/** Columns coded side by side: DuckDB keeps one thread busy for each 122,880 rows of a query, and we copy meanwhile. */
const columnsBeside = 2;

async function encodeLarge(task: EncodingTask, recordCount: number): Promise<RawColumn[]> {
  const encoded: RawColumn[] = [];
  const { database, isVerbatim = false } = task;
  const databases = [database];
  while (databases.length < columnsBeside) databases.push(await database.connect());
  let told = 0;
  const tellNext = async (): Promise<void> => {
    for (; told < encoded.length; told += 1) {
      task.onColumn?.(encoded[told] as RawColumn);
      await nextTurn();
    }
  };
  for (let first = 0; first < task.columns.length; first += columnsBeside) {
    requireGoingOn(database.signal);
    const columns = task.columns.slice(first, first + columnsBeside).map((column) => placeColumn(task, column));
    const ways = columns.map(({ name, parts }, i) =>
      encodeColumn(databases[i] as Database, { name, parts, recordCount, isVerbatim }),
    );
    const telling = tellNext();
    // Where one fails, the others are waited for: the database is closed after all.
    await Promise.allSettled([...ways, telling]);
    await telling;
    encoded.push(...(await Promise.all(ways)));
    for (const { parts } of columns) for (const part of parts) await dropColumn(database, part);
  }
  await tellNext();
  return encoded;
}

function placeColumn({ loaded }: EncodingTask, { name, indexes }: AlignedColumn): Pick<ColumnParts, "name" | "parts"> {
  let from = 0;
  const parts: ColumnParts["parts"][number][] = [];
  loaded.forEach((input, i) => {
    const index = indexes[i] ?? -1;
    if (index >= 0) parts.push({ table: input.table, column: `c${index}`, from });
    from += input.recordCount;
  });
  return { name, parts };
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
      const coded = encodeValues(column.name, values[i] as (string | null)[], task.isVerbatim);
      encoded.push(coded);
      task.onColumn?.(coded);
    });
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
