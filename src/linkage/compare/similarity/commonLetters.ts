// Length of the longest common subsequence over slices of one ASCII byte block, 32 letters a machine word and as many
// words as needed (Hyyrö 2004). The base of indelSimilarity and tokenSetSimilarity.
import { countBits } from "./countBits.ts";

const shortPositions = new Uint32Array(256);
let positions = new Uint32Array(256 * 8);
let states = new Uint32Array(8);

/**
 * Letters that bytesA[fromA … toA) and bytesB[fromB … toB) have in common in the same order: 0 … the shorter length.
 * Source: Hyyrö 2004, "Bit-parallel LCS-length computation revisited".
 */
export function commonLetters(
  bytesA: Uint8Array,
  fromA: number,
  toA: number,
  bytesB: Uint8Array,
  fromB: number,
  toB: number,
): number {
  let common = 0;
  while (fromA < toA && fromB < toB && bytesA[fromA] === bytesB[fromB]) {
    fromA += 1;
    fromB += 1;
    common += 1;
  }
  while (fromA < toA && fromB < toB && bytesA[toA - 1] === bytesB[toB - 1]) {
    toA -= 1;
    toB -= 1;
    common += 1;
  }
  if (fromA === toA || fromB === toB) return common;
  if (toA - fromA <= 32) return common + oneWord(bytesA, fromA, toA, bytesB, fromB, toB);
  if (toB - fromB <= 32) return common + oneWord(bytesB, fromB, toB, bytesA, fromA, toA);
  return common + manyWords(bytesA, fromA, toA, bytesB, fromB, toB);
}

function oneWord(
  bytesA: Uint8Array,
  fromA: number,
  toA: number,
  bytesB: Uint8Array,
  fromB: number,
  toB: number,
): number {
  for (let i = fromA; i < toA; i += 1) shortPositions[bytesA[i]!]! |= 1 << (i - fromA);
  let state = -1;
  for (let j = fromB; j < toB; j += 1) {
    const found = state & shortPositions[bytesB[j]!]!;
    state = (state + found) | 0 | (state & ~found);
  }
  for (let i = fromA; i < toA; i += 1) shortPositions[bytesA[i]!] = 0;
  const length = toA - fromA;
  return countBits(length === 32 ? ~state : ~state & ((1 << length) - 1));
}

function manyWords(
  bytesA: Uint8Array,
  fromA: number,
  toA: number,
  bytesB: Uint8Array,
  fromB: number,
  toB: number,
): number {
  const length = toA - fromA;
  const words = (length + 31) >> 5;
  if (words > states.length) {
    positions = new Uint32Array(256 * words);
    states = new Uint32Array(words);
  }
  for (let i = 0; i < length; i += 1) positions[bytesA[fromA + i]! * words + (i >> 5)]! |= 1 << (i & 31);
  states.fill(0xffffffff, 0, words);
  for (let j = fromB; j < toB; j += 1) {
    const base = bytesB[j]! * words;
    let carry = 0;
    for (let w = 0; w < words; w += 1) {
      const state = states[w]!;
      const found = (state & positions[base + w]!) >>> 0;
      const sum = state + found + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      states[w] = sum | 0 | (state & ~found);
    }
  }
  for (let i = 0; i < length; i += 1) positions[bytesA[fromA + i]! * words + (i >> 5)] = 0;
  let common = 0;
  for (let w = 0; w < words; w += 1) {
    const used = length - 32 * w;
    common += countBits(used >= 32 ? ~states[w]! : ~states[w]! & ((1 << used) - 1));
  }
  return common;
}
