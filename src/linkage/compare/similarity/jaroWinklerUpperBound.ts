// A ceiling over Jaro–Winkler from letter masks and lengths alone, so that most pairs are never compared.
import { countBits } from "./countBits.ts";

/**
 * jaroWinkler of two slices is never above this number (0 … 1). `prefix` is their common prefix where it is known, or
 * anything not less; at most 4 counts. Why: a letter that the other slice lacks cannot match, the matches of both sides
 * are equally many, and no transposition is the best case; the rest is jaroWinkler's own formula.
 */
export function jaroWinklerUpperBound(
  maskA: number,
  maskB: number,
  lengthA: number,
  lengthB: number,
  prefix = 4,
): number {
  const fromA = lengthA - countBits(maskA & ~maskB);
  const fromB = lengthB - countBits(maskB & ~maskA);
  const matches = Math.min(fromA, fromB);
  if (matches <= 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  if (jaro <= 0.7) return jaro;
  const counted = Math.min(prefix, 4);
  return jaro + Math.min(counted, matches) * 0.1 * (1 - jaro);
}
