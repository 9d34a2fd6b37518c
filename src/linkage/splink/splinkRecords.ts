// Records as a Splink model sees them: per record the codes of the columns that it uses, per operand a value a code. All
// of it is shared memory, so that threads read it without copying.
import type { OperandType } from "./boundExpression.ts";

/** Texts as UTF-8 bytes, compared as DuckDB does: byte by byte. */
export interface SharedTexts {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /** Per text the set of its letters and digits (compare/similarity/letterMask.ts). */
  readonly masks: Int32Array;
}

/** Values of one operand by the base code of a record: index 0 is the value where the base is missing. */
export interface OperandValues {
  readonly type: OperandType;
  readonly base: number;
  /** True where it is the text of the base's column itself: its code is the base code less one. */
  readonly isOwn: boolean;
  /** Text: index into `texts`, −1 for NULL. List: index into `listOffsets`, −1 for NULL. Else empty. */
  readonly codes: Int32Array;
  /** Number, or truth as 1 and 0; NaN for NULL. Else empty. */
  readonly numbers: Float64Array;
  /** Of text and list operands; operands of one group share it. */
  readonly texts: SharedTexts | null;
  /** Lists: where the codes of list i stand in `listItems`. */
  readonly listOffsets: Uint32Array;
  readonly listItems: Int32Array;
}

export interface SplinkRecords {
  readonly recordCount: number;
  /** Bases a record: cells[record * stride + base] is 0 where missing, else 1 + the code of its value. */
  readonly stride: number;
  readonly cells: Int32Array;
  /**
   * What proves two texts to be far apart without reading them: signatureWidth integers (signRecords.ts) from
   * (record * stride + base) * signatureWidth on.
   */
  readonly signatures: Int32Array;
  /** Per base the number of codes, 0 included. */
  readonly baseSizes: readonly number[];
  /** Per base the chance that two filled records share a code: 0 … 1. */
  readonly sharedChances: readonly number[];
  readonly operands: readonly OperandValues[];
  /** Per column with term frequencies log2 of the share of filled records with that value; NaN at 0. */
  readonly frequencies: Readonly<Record<string, { readonly base: number; readonly log2: Float64Array }>>;
  readonly sourceOf: Uint16Array;
  /** Records in the order of Splink's identifiers: the earlier of two is the left one. */
  readonly order: Int32Array;
  /** Place of each record in `order`. */
  readonly ranks: Int32Array;
}
