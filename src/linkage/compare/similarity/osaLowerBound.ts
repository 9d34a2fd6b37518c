// A floor under the edit distance from letter masks and lengths alone, so that most pairs are never compared.
import { countBits } from "./countBits.ts";

/**
 * The optimal string alignment distance (and so Levenshtein's) is never less than this integer ≥ 0.
 * Why: a letter of A that B lacks must be replaced or deleted, one of B that A lacks replaced or inserted; a swap mends
 * neither. If A is longer by g, at least g deletions stand beside the edits that bring in B's own letters.
 */
export function osaLowerBound(maskA: number, maskB: number, lengthA: number, lengthB: number): number {
  const onlyA = countBits(maskA & ~maskB);
  const onlyB = countBits(maskB & ~maskA);
  const gap = lengthA - lengthB;
  const fromA = gap < 0 ? onlyA - gap : onlyA;
  const fromB = gap > 0 ? onlyB + gap : onlyB;
  return Math.max(fromA, fromB);
}
