// Optimal string alignment (restricted Damerau–Levenshtein) with a cutoff, over slices of one ASCII byte block, without
// allocation. What remains after the common ends are cut off is done 32 letters at once (Hyyrö 2003) or, if longer, in a
// band of three rows. The plain version is the tests' oracle.

const positions = new Uint32Array(256);
let rowBefore = new Uint16Array(512);
let row = new Uint16Array(512);
let rowNext = new Uint16Array(512);

/**
 * Edits (insert, delete, replace, swap two neighbours; no place edited twice) that turn bytes[fromA … toA) into
 * bytes[fromB … toB); max + 1 where it takes more than `max` (an integer 0 … 60,000). Symmetric.
 * Source: Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances".
 */
export function osaDistance(
  bytes: Uint8Array,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  max: number,
): number {
  const gap = toA - fromA - (toB - fromB);
  if (gap > max || -gap > max) return max + 1;
  while (fromA < toA && fromB < toB && bytes[fromA] === bytes[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (fromA < toA && fromB < toB && bytes[toA - 1] === bytes[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  if (lengthA === 0) return lengthB;
  if (lengthB === 0) return lengthA;
  if (max === 0) return 1;
  if (max === 1) return oneEditLeft(bytes, fromA, lengthA, fromB, lengthB);
  if (lengthA <= 32) return bitParallel(bytes, fromA, toA, fromB, toB, max);
  if (lengthB <= 32) return bitParallel(bytes, fromB, toB, fromA, toA, max);
  return banded(bytes, fromA, lengthA, fromB, lengthB, max);
}

/** Both ends differ and neither is empty: one edit is enough only for one replaced letter or two swapped ones. */
function oneEditLeft(bytes: Uint8Array, fromA: number, lengthA: number, fromB: number, lengthB: number): number {
  if (lengthA !== lengthB) return 2;
  if (lengthA === 1) return 1;
  if (lengthA !== 2) return 2;
  return bytes[fromA] === bytes[fromB + 1] && bytes[fromA + 1] === bytes[fromB] ? 1 : 2;
}

function bitParallel(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number, max: number): number {
  const lengthA = toA - fromA;
  for (let i = 0; i < lengthA; i += 1) positions[bytes[fromA + i]!]! |= 1 << i;
  const last = 1 << (lengthA - 1);
  let distance = lengthA;
  let up = -1;
  let down = 0;
  let diagonal = 0;
  let hereBefore = 0;
  for (let j = fromB; j < toB; j += 1) {
    const here = positions[bytes[j]!]! | 0;
    const swapped = ((~diagonal & here) << 1) & hereBefore;
    diagonal = ((((here & up) + up) | 0) ^ up) | here | down | swapped;
    let right = down | ~(diagonal | up);
    let left = diagonal & up;
    if ((right & last) !== 0) distance += 1;
    else if ((left & last) !== 0) distance -= 1;
    if (distance - (toB - j - 1) > max) break;
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
    hereBefore = here;
  }
  for (let i = fromA; i < toA; i += 1) positions[bytes[i]!] = 0;
  return distance > max ? max + 1 : distance;
}

function banded(
  bytes: Uint8Array,
  fromA: number,
  lengthA: number,
  fromB: number,
  lengthB: number,
  max: number,
): number {
  const above = max + 1;
  if (lengthB + 2 > row.length) {
    rowBefore = new Uint16Array(lengthB * 2);
    row = new Uint16Array(lengthB * 2);
    rowNext = new Uint16Array(lengthB * 2);
  }
  for (let j = 0; j <= lengthB; j += 1) row[j] = Math.min(j, above);
  for (let i = 1; i <= lengthA; i += 1) {
    const first = i > max ? i - max : 1;
    const end = Math.min(i + max, lengthB);
    rowNext[first - 1] = first === 1 && i < above ? i : above;
    let least = above;
    const letterA = bytes[fromA + i - 1];
    for (let j = first; j <= end; j += 1) {
      const letterB = bytes[fromB + j - 1];
      let cost = row[j - 1]! + (letterA === letterB ? 0 : 1);
      if (rowNext[j - 1]! + 1 < cost) cost = rowNext[j - 1]! + 1;
      if (row[j]! + 1 < cost) cost = row[j]! + 1;
      if (i > 1 && j > 1 && letterA === bytes[fromB + j - 2] && bytes[fromA + i - 2] === letterB) {
        if (rowBefore[j - 2]! + 1 < cost) cost = rowBefore[j - 2]! + 1;
      }
      if (cost > above) cost = above;
      rowNext[j] = cost;
      if (cost < least) least = cost;
    }
    if (end < lengthB) rowNext[end + 1] = above;
    if (least === above && i > 1) return above;
    const spare = rowBefore;
    rowBefore = row;
    row = rowNext;
    rowNext = spare;
  }
  return row[lengthB]!;
}
