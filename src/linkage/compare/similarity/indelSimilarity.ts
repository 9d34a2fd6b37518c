// Share of letters kept when only inserting and deleting: forgiving towards long texts with a piece added or lost.
import { commonLetters } from "./commonLetters.ts";

/**
 * 2·LCS / (lengthA + lengthB) of bytes[fromA … toA) and bytes[fromB … toB): 0 … 1, symmetric, 1 on equal.
 * An empty slice is like nothing, not even like another empty one: 0.
 */
export function indelSimilarity(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  const total = toA - fromA + (toB - fromB);
  if (toA === fromA || toB === fromB) return 0;
  return (2 * commonLetters(bytes, fromA, toA, bytes, fromB, toB)) / total;
}
