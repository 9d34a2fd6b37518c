// Short signatures of each column's texts, which prove two of them to be far apart without reading them.
import { editSignature } from "../compare/similarity/editSignature.ts";
import { sharedInt32 } from "../standardise/sharedArrays.ts";
import type { OperandValues, SplinkRecords } from "./splinkRecords.ts";

/** Integers a value: its letters, its edit signature (compare/similarity/), its first four bytes, its length in bytes. */
export const signatureWidth = 4;

/** A column's own text has signatures; other bases have none. */
export function signValues(
  baseSizes: readonly number[],
  operands: readonly OperandValues[],
): Pick<SplinkRecords, "signatures" | "signatureStarts"> {
  const own = baseSizes.map((_, base) => operands.find((operand) => operand.isOwn && operand.base === base));
  let end = 0;
  const signatureStarts = own.map((operand, base) => {
    if (operand === undefined) return -1;
    const start = end;
    end += (baseSizes[base] ?? 0) * signatureWidth;
    return start;
  });
  const signatures = sharedInt32(end);
  own.forEach((operand, base) => {
    if (operand === undefined || operand.texts === null) return;
    const { bytes, offsets, masks } = operand.texts;
    let at = (signatureStarts[base] ?? 0) + signatureWidth;
    for (let code = 0; code < masks.length; code += 1, at += signatureWidth) {
      const from = offsets[code]!;
      const to = offsets[code + 1]!;
      signatures[at] = masks[code]!;
      signatures[at + 1] = editSignature(bytes, from, to);
      signatures[at + 2] = readHead(bytes, from, to);
      signatures[at + 3] = to - from;
    }
  });
  return { signatures, signatureStarts };
}

/** The first byte is the lowest; zeros where the text ends before. */
function readHead(bytes: Uint8Array, from: number, to: number): number {
  let head = 0;
  for (let i = 0; i < 4 && from + i < to; i += 1) head |= bytes[from + i]! << (8 * i);
  return head;
}
