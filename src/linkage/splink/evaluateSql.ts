// Has DuckDB compute the values of one operand over a list of inputs, so that a function of one record means exactly what
// it means to Splink.
import { DuckDBDataChunk, VARCHAR } from "@duckdb/node-api";
import { NamesakeError } from "../../shared/errors.ts";
import type { Database } from "../read/openDatabase.ts";
import type { Operand, OperandType } from "./boundExpression.ts";

const rowsAtOnce = 2048;

export type SqlValue = string | number | boolean | null | readonly (string | null)[];

const resultTypes: Readonly<Record<OperandType, string>> = {
  text: "VARCHAR",
  number: "DOUBLE",
  list: "VARCHAR[]",
  truth: "BOOLEAN",
};

/**
 * One value an input row, in order. `valueAt(row, column)` gives the text of the operand's column, null where missing.
 * @throws NamesakeError MODEL_INVALID where DuckDB cannot compute it
 */
export async function evaluateSql(
  { connection }: Database,
  operand: Operand,
  rowCount: number,
  valueAt: (row: number, column: number) => string | null,
): Promise<SqlValue[]> {
  const names = operand.columns.map((_, index) => `c${index}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE inputs (${names.map((name) => `${name} VARCHAR`).join(", ")})`);
  const appender = await connection.createAppender("inputs");
  const chunk = DuckDBDataChunk.create(
    names.map(() => VARCHAR),
    rowsAtOnce,
  );
  for (let from = 0; from < rowCount; from += rowsAtOnce) {
    const size = Math.min(rowsAtOnce, rowCount - from);
    chunk.reset();
    chunk.setColumns(names.map((_, column) => Array.from({ length: size }, (_, i) => valueAt(from + i, column))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const sql = `SELECT CAST(${operand.sql ?? "c0"} AS ${resultTypes[operand.type]}) FROM inputs ORDER BY rowid`;
  const values: SqlValue[] = [];
  try {
    const result = await connection.stream(sql);
    for (;;) {
      const part = await result.fetchChunk();
      if (part === null || part.rowCount === 0) break;
      for (const value of part.getColumnValues(0)) values.push(plainValue(value));
    }
  } catch {
    throw new NamesakeError("MODEL_INVALID", `DuckDB cannot compute ${operand.sql} over ${operand.columns.join(", ")}`);
  }
  await connection.run("DROP TABLE inputs");
  return values;
}

function plainValue(value: unknown): SqlValue {
  if (typeof value === "object" && value !== null && "items" in value) return value.items as (string | null)[];
  return value as string | number | boolean | null;
}
