// How many records share a key: the one counting step that all evaluation measures are made of. It sorts numbers instead
// of filling a map, because a map of ten million pairs neither fits nor is quick.

/** Distinct keys in ascending order with the number of records that have each. */
export interface GroupSizes {
  readonly keys: Float64Array;
  readonly counts: Uint32Array;
}

/**
 * Counts equal keys.
 *
 * @param keys one whole number per record, 0 … 2^53; not changed
 * @returns distinct keys in ascending order with their counts
 */
export function groupSizes(keys: Float64Array): GroupSizes {
  const sorted = keys.slice().sort();
  const distinct = new Float64Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let groups = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    const key = sorted[i]!;
    if (i === 0 || key !== sorted[i - 1]) {
      distinct[groups] = key;
      groups += 1;
    }
    counts[groups - 1]! += 1;
  }
  return { keys: distinct.slice(0, groups), counts: counts.slice(0, groups) };
}

/** Place of `key` in `sizes.keys`, which must hold it. */
export function groupIndex(sizes: GroupSizes, key: number): number {
  let low = 0;
  let high = sizes.keys.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sizes.keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of pairs of records with equal keys: the sum of n(n−1)/2. Exact up to 2^53. */
export function pairsTogether(sizes: GroupSizes): number {
  let pairs = 0;
  for (const count of sizes.counts) pairs += (count * (count - 1)) / 2;
  return pairs;
}
