// What every reader (CSV, Parquet, NDJSON, rows in memory) hands to assembleTable: columns already coded, records still
// in the order of the input. One shape for all readers, so that canonical order is decided in one place.
import type { PackedStrings } from "../../shared/packedStrings.ts";

/** A column in input order: per record the code of its value (−1 missing) in `values`, distinct and ordered by UTF-8 bytes. */
export interface RawColumn {
  readonly name: string;
  readonly codes: Int32Array;
  readonly values: PackedStrings;
}

/** One file or one named list of rows. */
export interface RawInput {
  /** Name of the source that it is, unless a source column says otherwise. */
  readonly name: string;
  readonly recordCount: number;
  /** Per record its number among the input's rows, from 1, rejected rows counted; null where that is 1, 2, 3 … */
  readonly rowNumbers: Int32Array | null;
}

/** All inputs one after another; every column has one code per record of all inputs. */
export interface RawRecords {
  readonly inputs: readonly RawInput[];
  readonly columns: RawColumn[];
}
