// Jaro–Winkler over slices of one byte block: Jaro with a bonus for a common prefix, as most linkage software computes it.
import { jaroOfUnequal } from "./jaro.ts";

/**
 * Similarity of bytes[fromA … toA) and bytes[fromB … toB): 0 (nothing alike) … 1 (equal). Symmetric.
 * Window max(lengths)/2 − 1 (floored, at least 0), transpositions halved and floored, bonus of 0.1 a letter of common
 * prefix (at most 4) where Jaro is above 0.7. An empty slice is like nothing, not even like another empty one: 0.
 * Source: Winkler 1990, "String comparator metrics and enhanced decision rules"; the rule for ties is Jaro's greedy one.
 */
export function jaroWinkler(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  if (lengthA === 0 || lengthB === 0) return 0;
  const shorter = Math.min(lengthA, lengthB);
  let prefix = 0;
  while (prefix < shorter && bytes[fromA + prefix] === bytes[fromB + prefix]) prefix += 1;
  if (prefix === shorter && lengthA === lengthB) return 1;
  const jaro = jaroOfUnequal(bytes, fromA, lengthA, fromB, lengthB, prefix);
  if (jaro <= 0.7) return jaro;
  return jaro + Math.min(prefix, 4) * 0.1 * (1 - jaro);
}
