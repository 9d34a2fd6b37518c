// What reading yields and every later stage takes: columns of dictionary codes, never row objects.
import type { PackedStrings } from "../../shared/packedStrings.ts";

/** One attribute of all records. */
export interface Column {
  readonly name: string;
  /** Per record the code of its value in `values`; −1 where missing (null, empty or white space alone). Shared memory. */
  readonly codes: Int32Array;
  /** Distinct values as read, ordered by their UTF-8 bytes, so that codes do not depend on the order of rows. */
  readonly values: PackedStrings;
}

/**
 * All records of one run in canonical order: by source name, then identifier, both as UTF-8 bytes (numbers of rows in
 * numeric order where there is no identifier). Everything derived from it is therefore independent of the order of rows.
 */
export interface RecordTable {
  readonly recordCount: number;
  /** Attributes alone: identifier, source and truth columns are not among them. */
  readonly columns: readonly Column[];
  /** Names of the sources, sorted; length 1 where there is one. */
  readonly sources: readonly string[];
  /** Per record the index of its source. */
  readonly sourceOf: Uint16Array;
  /** Per record its identifier, unique within its source. */
  readonly recordIds: PackedStrings;
  /** Name of the identifier column, or null where row numbers serve. */
  readonly idColumn: string | null;
  /** Per record the code of its true cluster, −1 where unknown; only where truth was given as a column. Evaluation alone. */
  readonly truth: Int32Array | null;
}
