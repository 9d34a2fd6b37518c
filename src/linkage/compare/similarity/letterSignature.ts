// The letters and the length of a text in one integer: enough to prove most pairs of texts to be unlike.
import { countBits } from "./countBits.ts";
import { letterMask } from "./letterMask.ts";

const letterBits = 26;
const letters = (1 << letterBits) - 1;
const lengthMax = 63;

/** Bits 0 … 25: letters a … z that the text holds; bits 26 … 31: its length, at most 63. */
export function letterSignature(bytes: Uint8Array, from: number, to: number): number {
  return (letterMask(bytes, from, to) & letters) | (Math.min(lengthMax, to - from) << letterBits);
}

/**
 * False only where the two texts surely are more than two edits apart and have an indelSimilarity below `similarity`.
 * Texts of 63 bytes or more are never denied.
 */
export function mayBeSimilar(a: number, b: number, similarity: number): boolean {
  const lengthA = a >>> letterBits;
  const lengthB = b >>> letterBits;
  if (lengthA === lengthMax || lengthB === lengthMax) return true;
  const ownA = countBits(a & ~b & letters);
  const ownB = countBits(b & ~a & letters);
  const common = Math.min(lengthA - ownA, lengthB - ownB);
  if (2 * common >= similarity * (lengthA + lengthB)) return true;
  return Math.max(ownA, ownB) <= 2 && Math.abs(lengthA - lengthB) <= 2;
}
