// Jaccard index over the bytes that two slices are made of, which is what DuckDB's jaccard computes.
import { countBits } from "./countBits.ts";

const setA = new Int32Array(8);
const setB = new Int32Array(8);

/** Bytes in both slices over bytes in either, repeats aside: 0 … 1; NaN where a slice is empty. Symmetric. */
export function byteJaccard(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  if (fromA === toA || fromB === toB) return Number.NaN;
  setA.fill(0);
  setB.fill(0);
  for (let i = fromA; i < toA; i += 1) setA[bytes[i]! >> 5]! |= 1 << (bytes[i]! & 31);
  for (let i = fromB; i < toB; i += 1) setB[bytes[i]! >> 5]! |= 1 << (bytes[i]! & 31);
  let both = 0;
  let either = 0;
  for (let word = 0; word < 8; word += 1) {
    both += countBits(setA[word]! & setB[word]!);
    either += countBits(setA[word]! | setB[word]!);
  }
  return both / either;
}
