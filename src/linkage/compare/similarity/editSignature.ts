// One integer a text that proves most pairs of texts to be more than one edit apart: an edit touches one place, so the
// beginning or the end of the text stays as it was.

const shortMin = 5;
const longMin = 10;

/**
 * 0 for texts under 5 bytes, of which nothing is proved; else hashes of the first and the last bytes (two of each, four
 * from 10 bytes on) and a bit that says which. A signed 32-bit integer.
 */
export function editSignature(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length < shortMin) return 0;
  const isLong = length >= longMin;
  const width = isLong ? 4 : 2;
  const head = hashSlice(bytes, from, from + width) & 0x7fff;
  const tail = hashSlice(bytes, to - width, to) & 0xffff;
  return (isLong ? 1 << 31 : 0) | (head << 16) | tail;
}

function hashSlice(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

/** False only where the two texts are surely more than one edit (swaps of neighbours included) apart. */
export function mayBeOneEdit(a: number, b: number): boolean {
  const differs = a ^ b;
  if (a === 0 || b === 0 || differs < 0) return true;
  return (differs & 0x7fff0000) === 0 || (differs & 0xffff) === 0;
}
