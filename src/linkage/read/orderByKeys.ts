// Canonical order by counting: records by source, then by the code of the identifier, then by place in the input.

/**
 * Indexes of records in order of (source, key, index). `keys` are codes −1 … keyCount−1, or null to keep input order
 * within a source. O(records + keyCount + sourceCount), stable.
 */
export function orderByKeys(
  sourceOf: Uint16Array,
  sourceCount: number,
  keys: Int32Array | null,
  keyCount: number,
): Int32Array {
  let order: Int32Array = new Int32Array(sourceOf.length);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  if (keys !== null) order = countingSort(order, keys, keyCount);
  return sourceCount > 1 ? countingSort(order, sourceOf, sourceCount) : order;
}

function countingSort(order: Int32Array, keys: Int32Array | Uint16Array, keyCount: number): Int32Array {
  const starts = new Int32Array(keyCount + 2);
  for (let i = 0; i < keys.length; i += 1) starts[keys[i]! + 2]! += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i += 1) {
    const record = order[i]!;
    sorted[starts[keys[record]! + 1]!++] = record;
  }
  return sorted;
}
