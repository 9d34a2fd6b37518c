// Codes one large column inside DuckDB: distinct values sorted by bytes, each row joined to its value's number.
import { DuckDBBlobVector, DuckDBIntegerVector, DuckDBListVector } from "@duckdb/node-api";
import { assert } from "../../shared/assert.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import { isMissingSql } from "./missingValue.ts";
import { type Database, requireGoingOn } from "./openDatabase.ts";
import type { RawColumn } from "./rawRecords.ts";

export interface ColumnParts {
  readonly name: string;
  /** Where the column lies: table, its column there, and the index of the table's first record. */
  readonly parts: readonly { readonly table: string; readonly column: string; readonly from: number }[];
  readonly recordCount: number;
  /** No text stands for a missing value. */
  readonly isVerbatim: boolean;
}

const valuesAtOnce = 16_384;

/** Codes as encodeValues would give them. */
export async function encodeColumn(database: Database, column: ColumnParts): Promise<RawColumn> {
  const { connection } = database;
  const union = column.parts
    .map((part) => `SELECT CAST(rowid + ${part.from} AS INTEGER) AS record, ${part.column} AS value FROM ${part.table}`)
    .join(" UNION ALL ");
  const distinct = `SELECT value FROM (${union}) WHERE value IS NOT NULL GROUP BY value`;
  const isMissing = column.isVerbatim ? "false" : isMissingSql("value");
  const present = `SELECT value FROM (${distinct}) WHERE NOT (${isMissing}) ORDER BY value`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE dictionary AS SELECT value, CAST(row_number() OVER () - 1 AS INTEGER) AS code FROM (${present})`,
  );
  const values = await readValues(database);
  const codes = await readCodes(database, union, column.recordCount);
  await connection.run("DROP TABLE dictionary");
  return { name: column.name, codes, values };
}

async function readValues(database: Database): Promise<PackedStrings> {
  const sized = await database.connection.runAndReadAll(
    "SELECT CAST(count(*) AS INTEGER), CAST(coalesce(sum(strlen(value)), 0) AS DOUBLE) FROM dictionary",
  );
  const [count, byteCount] = sized.getRows()[0] as [number, number];
  assert(byteCount < 2 ** 32, "a column's distinct values take 4 GiB or more");
  const bytes = new Uint8Array(new SharedArrayBuffer(byteCount));
  const offsets = new Uint32Array(new SharedArrayBuffer((count + 1) * 4));
  const result = await database.connection.stream(
    `SELECT encode(string_agg(value, '' ORDER BY code)), list(CAST(strlen(value) AS INTEGER) ORDER BY code)
     FROM dictionary GROUP BY code // ${valuesAtOnce} ORDER BY code // ${valuesAtOnce}`,
  );
  let filled = 0;
  let index = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const texts = chunk.getColumnVector(0);
    const lengths = chunk.getColumnVector(1);
    assert(
      texts instanceof DuckDBBlobVector && lengths instanceof DuckDBListVector,
      "values come as bytes and lengths",
    );
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const block = texts.getItemBytes(row);
      const list = lengths.getItemVector(row);
      assert(block !== null && list instanceof DuckDBIntegerVector, "each block has bytes and lengths");
      bytes.set(block, filled);
      for (let i = 0; i < list.itemCount; i += 1) {
        filled += list.getItem(i) as number;
        index += 1;
        offsets[index] = filled;
      }
    }
  }
  assert(filled === byteCount && index === count, "all values of the dictionary are read");
  return new PackedStrings(bytes, offsets);
}

async function readCodes(database: Database, union: string, recordCount: number): Promise<Int32Array> {
  const codes = new Int32Array(recordCount).fill(-1);
  const result = await database.connection.stream(
    `SELECT record, code FROM (${union}) AS records JOIN dictionary ON records.value = dictionary.value`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return codes;
    requireGoingOn(database.signal);
    const { rowCount } = chunk;
    const records = chunk.getColumnVector(0);
    const found = chunk.getColumnVector(1);
    assert(records instanceof DuckDBIntegerVector && found instanceof DuckDBIntegerVector, "codes come as integers");
    for (let row = 0; row < rowCount; row += 1) codes[records.getItem(row)!] = found.getItem(row)!;
  }
}
