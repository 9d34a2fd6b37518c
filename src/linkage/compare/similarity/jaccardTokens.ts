// Share of tokens in common, over sorted token codes: one merge, no allocation.

/**
 * Common tokens / tokens in either of codes[fromA … toA) and codes[fromB … toB): 0 … 1, symmetric, 1 on equal.
 * Codes ascend strictly within each slice. An empty slice is like nothing, not even like another empty one: 0.
 */
export function jaccardTokens(codes: Int32Array, fromA: number, toA: number, fromB: number, toB: number): number {
  if (fromA === toA || fromB === toB) return 0;
  const total = toA - fromA + (toB - fromB);
  let common = 0;
  while (fromA < toA && fromB < toB) {
    const difference = codes[fromA]! - codes[fromB]!;
    if (difference === 0) common += 1;
    if (difference <= 0) fromA += 1;
    if (difference >= 0) fromB += 1;
  }
  return common / (total - common);
}
