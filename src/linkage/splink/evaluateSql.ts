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

/** Operands that are computed from the same columns. */
export interface SqlTask {
  readonly operands: readonly Operand[];
  readonly rowCount: number;
  /** The text of the operands' column in an input row, null where missing. */
  readonly valueAt: (row: number, column: number) => string | null;
}

/**
 * Per operand one value an input row, in order.
 * @throws NamesakeError MODEL_INVALID where DuckDB cannot compute one
 */
export async function evaluateSql(database: Database, task: SqlTask): Promise<SqlValue[][]> {
  const { connection } = database;
  const columns = task.operands[0]?.columns ?? [];
  await loadInputs(database, columns.length, task);
  const values: SqlValue[][] = [];
  for (const { sql, type } of task.operands) {
    const own: SqlValue[] = [];
    try {
      const result = await connection.stream(
        `SELECT CAST(${sql ?? "c0"} AS ${resultTypes[type]}) FROM inputs ORDER BY rowid`,
      );
      for (;;) {
        const part = await result.fetchChunk();
        if (part === null || part.rowCount === 0) break;
        for (const value of part.getColumnValues(0)) own.push(plainValue(value));
      }
    } catch {
      throw new NamesakeError("MODEL_INVALID", `DuckDB cannot compute ${sql} over ${columns.join(", ")}`);
    }
    values.push(own);
  }
  await connection.run("DROP TABLE inputs");
  return values;
}

async function loadInputs(
  { connection }: Database,
  columnCount: number,
  { rowCount, valueAt }: SqlTask,
): Promise<void> {
  const names = Array.from({ length: columnCount }, (_, index) => `c${index}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE inputs (${names.map((name) => `${name} VARCHAR`).join(", ")})`);
  const appender = await connection.createAppender("inputs");
  const types = names.map(() => VARCHAR);
  const chunk = DuckDBDataChunk.create(types, rowsAtOnce);
  for (let from = 0; from < rowCount; from += rowsAtOnce) {
    const size = Math.min(rowsAtOnce, rowCount - from);
    chunk.reset();
    chunk.setColumns(names.map((_, column) => Array.from({ length: size }, (_, i) => valueAt(from + i, column))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function plainValue(value: unknown): SqlValue {
  if (typeof value === "object" && value !== null && "items" in value) return value.items as (string | null)[];
  return value as string | number | boolean | null;
}
