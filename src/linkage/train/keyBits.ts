// Sets of keys as bits in words of 32.

/** Words that bits 0 … count − 1 need. */
export const wordsFor = (count: number): number => Math.ceil(count / 32);

/** The places as bits. */
export function maskOf(places: readonly number[], wordCount: number): Int32Array {
  const mask = new Int32Array(wordCount);
  for (const place of places) setBit(mask, 0, place);
  return mask;
}

/** True where the words from `at` on hold all bits of the mask. */
export function holdsAll(words: Int32Array, at: number, mask: Int32Array): boolean {
  for (let i = 0; i < mask.length; i += 1) if ((words[at + i]! & mask[i]!) !== mask[i]) return false;
  return true;
}

export function setBit(words: Int32Array, at: number, bit: number): void {
  words[at + (bit >> 5)]! |= 1 << (bit & 31);
}

export const hasBit = (words: Int32Array, at: number, bit: number): boolean =>
  (words[at + (bit >> 5)]! & (1 << (bit & 31))) !== 0;
