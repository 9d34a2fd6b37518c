// Levenshtein distance over slices of one ASCII byte block, without allocation: 32 letters at once (Myers 1999 in
// Hyyrö's form) where the shorter rest is that short, else one row.

const positions = new Uint32Array(256);
let row = new Uint32Array(512);

/** Inserts, deletes and replacements that turn bytes[fromA … toA) into bytes[fromB … toB): 0 … the longer length. */
export function levenshteinDistance(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  while (fromA < toA && fromB < toB && bytes[fromA] === bytes[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (fromA < toA && fromB < toB && bytes[toA - 1] === bytes[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  if (fromA === toA) return toB - fromB;
  if (fromB === toB) return toA - fromA;
  if (toA - fromA <= 32) return bitParallel(bytes, fromA, toA, fromB, toB);
  if (toB - fromB <= 32) return bitParallel(bytes, fromB, toB, fromA, toA);
  return oneRow(bytes, fromA, toA, fromB, toB);
}

function bitParallel(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  const lengthA = toA - fromA;
  for (let i = 0; i < lengthA; i += 1) positions[bytes[fromA + i]!]! |= 1 << i;
  const last = 1 << (lengthA - 1);
  let distance = lengthA;
  let up = -1;
  let down = 0;
  for (let j = fromB; j < toB; j += 1) {
    const here = positions[bytes[j]!]! | 0;
    const diagonal = ((((here & up) + up) | 0) ^ up) | here | down;
    let right = down | ~(diagonal | up);
    let left = diagonal & up;
    if ((right & last) !== 0) distance += 1;
    else if ((left & last) !== 0) distance -= 1;
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
  }
  for (let i = fromA; i < toA; i += 1) positions[bytes[i]!] = 0;
  return distance;
}

function oneRow(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  const lengthB = toB - fromB;
  if (lengthB + 1 > row.length) row = new Uint32Array(lengthB * 2);
  for (let j = 0; j <= lengthB; j += 1) row[j] = j;
  for (let i = fromA; i < toA; i += 1) {
    let diagonal = row[0]!;
    row[0] = i - fromA + 1;
    for (let j = 1; j <= lengthB; j += 1) {
      const above = row[j]!;
      let cost = diagonal + (bytes[i] === bytes[fromB + j - 1] ? 0 : 1);
      if (above + 1 < cost) cost = above + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      row[j] = cost;
      diagonal = above;
    }
  }
  return row[lengthB]!;
}
