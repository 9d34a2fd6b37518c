// One input as it lies in a DuckDB table after loading, all columns text, before columns are aligned and coded.
import type { RowReject } from "./scanCsv.ts";

export type InputFormat = "csv" | "parquet" | "ndjson" | "rows";

export interface LoadedInput {
  readonly file: string;
  readonly source: string;
  readonly format: InputFormat;
  /** Table with columns c0, c1 … of type VARCHAR, rows in the order of the file. */
  readonly table: string;
  readonly columnNames: readonly string[];
  readonly recordCount: number;
  readonly rejects: readonly RowReject[];
}

/** Numbers of the kept rows where some were rejected; null where they are 1, 2, 3 … */
export function numberKeptRows(recordCount: number, rejects: readonly RowReject[]): Int32Array | null {
  if (!rejects.some((reject) => reject.rowNumber > 0)) return null;
  const rejected = new Set(rejects.map((reject) => reject.rowNumber));
  const numbers = new Int32Array(recordCount);
  for (let number = 1, kept = 0; kept < recordCount; number += 1) if (!rejected.has(number)) numbers[kept++] = number;
  return numbers;
}
