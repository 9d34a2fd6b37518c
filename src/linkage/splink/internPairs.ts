// Numbers distinct pairs of integers in the order of their first appearance, in open addressing over typed arrays: an
// object a record would cost more than the records.

/** Per index a number 0 … count−1 that is equal where both integers are equal; −1 where either is negative. */
export function internPairs(
  first: Int32Array,
  second: Int32Array,
): { readonly ids: Int32Array; readonly count: number } {
  const size = 2 ** Math.ceil(Math.log2(first.length * 2 + 16));
  const slots = new Int32Array(size).fill(-1);
  const ids = new Int32Array(first.length);
  let count = 0;
  for (let i = 0; i < first.length; i += 1) {
    const a = first[i]!;
    const b = second[i]!;
    if (a < 0 || b < 0) {
      ids[i] = -1;
      continue;
    }
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & (size - 1);
    let at = slots[slot]!;
    while (at >= 0 && (first[at] !== a || second[at] !== b)) {
      slot = (slot + 1) & (size - 1);
      at = slots[slot]!;
    }
    if (at < 0) {
      slots[slot] = i;
      ids[i] = count;
      count += 1;
    } else ids[i] = ids[at]!;
  }
  return { ids, count };
}
