// The one-edit question alone, which most fields of numbers ask: what the ends share is stripped, the middle decides.

/**
 * True where at most one insertion, deletion, replacement or swap of two neighbours turns bytes[fromA … toA) into
 * bytes[fromB … toB): osaDistance ≤ 1. Symmetric.
 */
export function isWithinOneEdit(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): boolean {
  const gap = toA - fromA - (toB - fromB);
  if (gap > 1 || gap < -1) return false;
  while (fromA < toA && fromB < toB && bytes[fromA] === bytes[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (fromA < toA && fromB < toB && bytes[toA - 1] === bytes[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  const leftA = toA - fromA;
  const leftB = toB - fromB;
  if (leftA <= 1 && leftB <= 1) return true;
  return leftA === 2 && leftB === 2 && bytes[fromA] === bytes[fromB + 1] && bytes[fromA + 1] === bytes[fromB];
}
