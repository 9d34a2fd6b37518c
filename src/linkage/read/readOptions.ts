// What reading is asked for and what it gives back.
import type { LinkOptions } from "../linkOptions.ts";
import type { ColumnNames } from "./alignColumns.ts";
import type { InputFormat } from "./loadedInput.ts";
import type { RawColumn } from "./rawRecords.ts";
import type { RecordTable } from "./recordTable.ts";

type SharedOptions = Pick<
  LinkOptions,
  "input" | "sourceColumn" | "acrossOnly" | "threads" | "memoryBytes" | "signal" | "onProgress"
>;

export interface ReadOptions extends SharedOptions {
  /** Name of the identifier column; null asks for row numbers; absent lets the data decide. */
  readonly idColumn?: string | null;
  /** A column of true clusters: set apart, for evaluation alone. */
  readonly truthColumn?: string;
  /** Memory that DuckDB may hold while it reads; half of `memoryBytes` by default. */
  readonly databaseBytes?: number;
  /** Alignment by settings: per input (source name), per column in its file, the name to use. */
  readonly columnNames?: ColumnNames;
  /**
   * Values as they are: lists of Parquet as DuckDB writes them, and no text stands for a missing value. By default
   * lists are joined by "; ", and blank texts, NULL, None, N/A and the like are missing.
   */
  readonly isVerbatim?: boolean;
  /** Told how many records the files hold, while their columns are still to be coded. */
  readonly onLoaded?: (recordCount: number) => void;
  /** Told of each column of files once it is coded, in input order, while others are still to be read. */
  readonly onColumn?: (column: RawColumn) => void;
}

export interface Reject {
  readonly source: string;
  /** Number of the row among its input's rows after the header, from 1, rejected ones counted; 0: before the header. */
  readonly rowNumber: number;
  /** Why; never holds a value. */
  readonly reason: string;
}

export interface ReadInput {
  readonly file: string;
  readonly source: string;
  readonly recordCount: number;
  readonly format: InputFormat;
}

export interface ReadResult {
  readonly table: RecordTable;
  readonly rejects: readonly Reject[];
  /** Sentences that say which columns of several inputs were put together. */
  readonly alignment: readonly string[];
  readonly inputs: readonly ReadInput[];
  /** Why this identifier. */
  readonly idReason: string;
}
