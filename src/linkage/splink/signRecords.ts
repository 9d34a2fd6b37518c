// Lays the signatures of each record's texts out beside its codes, so that a pair is told apart from two short rows of
// memory instead of two look-ups a column.
import { editSignature } from "../compare/similarity/editSignature.ts";
import { sharedInt32 } from "../standardise/sharedArrays.ts";
import type { OperandValues } from "./splinkRecords.ts";

/** The `signatures` of SplinkRecords. */
export function signRecords(cells: Int32Array, stride: number, operands: readonly OperandValues[]): Int32Array {
  const signatures = sharedInt32(cells.length * 2);
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
      signatures[at * 2] = masks[code]!;
      signatures[at * 2 + 1] = edits[code]!;
    }
  }
  return signatures;
}
