// Lays short signatures of each record's texts out in one row a record, so that a pair is told apart from two rows of
// memory instead of two look-ups a column: what costs is fetching them, not comparing them.
import { editSignature } from "../compare/similarity/editSignature.ts";
import { sharedInt32 } from "../standardise/sharedArrays.ts";
import type { OperandValues } from "./splinkRecords.ts";

/** Integers a text: its letters, its edit signature (compare/similarity/), its length in bytes; zeros where there is none. */
export const signatureWidth = 3;

/** The `signatures` of SplinkRecords; only a column's own text has them. */
export function signRecords(cells: Int32Array, stride: number, operands: readonly OperandValues[]): Int32Array {
  const signatures = sharedInt32(cells.length * signatureWidth);
  for (const { isOwn, base, texts } of operands) {
    if (!isOwn || texts === null) continue;
    const { bytes, offsets, masks } = texts;
    const edits = new Int32Array(masks.length);
    for (let code = 0; code < edits.length; code += 1) {
      edits[code] = editSignature(bytes, offsets[code]!, offsets[code + 1]!);
    }
    for (let at = base; at < cells.length; at += stride) {
      const code = cells[at]! - 1;
      if (code < 0) continue;
      signatures[at * signatureWidth] = masks[code]!;
      signatures[at * signatureWidth + 1] = edits[code]!;
      signatures[at * signatureWidth + 2] = offsets[code + 1]! - offsets[code]!;
    }
  }
  return signatures;
}
