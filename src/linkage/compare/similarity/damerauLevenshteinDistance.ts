// Unrestricted Damerau–Levenshtein over slices of one byte block: unlike optimal string alignment, letters may be put
// between two that were swapped, which is how DuckDB and Splink count.

const lastRows = new Int32Array(256);
let table = new Int32Array(64 * 64);

/**
 * Inserts, deletes, replacements and swaps of neighbours that turn bytes[fromA … toA) into bytes[fromB … toB): 0 … the
 * longer length. Symmetric, a metric, never more than osaDistance.
 * Source: Lowrance & Wagner 1975, "An extension of the string-to-string correction problem".
 */
export function damerauLevenshteinDistance(
  bytes: Uint8Array,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
): number {
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
  const width = lengthB + 2;
  if ((lengthA + 2) * width > table.length) table = new Int32Array((lengthA + 2) * width * 2);
  fillEdges(lengthA, lengthB, width);
  for (let j = 0; j < lengthB; j += 1) lastRows[bytes[fromB + j]!] = 0;
  for (let i = 0; i < lengthA; i += 1) lastRows[bytes[fromA + i]!] = 0;
  for (let i = 1; i <= lengthA; i += 1) {
    let lastColumn = 0;
    for (let j = 1; j <= lengthB; j += 1) {
      const row = lastRows[bytes[fromB + j - 1]!]!;
      const column = lastColumn;
      const isEqual = bytes[fromA + i - 1] === bytes[fromB + j - 1];
      if (isEqual) lastColumn = j;
      const at = (i + 1) * width + j + 1;
      let cost = table[at - width - 1]! + (isEqual ? 0 : 1);
      cost = Math.min(cost, table[at - 1]! + 1, table[at - width]! + 1);
      table[at] = Math.min(cost, table[row * width + column]! + (i - row - 1) + 1 + (j - column - 1));
    }
    lastRows[bytes[fromA + i - 1]!] = i;
  }
  return table[(lengthA + 1) * width + lengthB + 1]!;
}

/** Row 0 and column 0 stand for "no such letter yet" and are out of reach. */
function fillEdges(lengthA: number, lengthB: number, width: number): void {
  const far = lengthA + lengthB;
  table[0] = far;
  for (let i = 0; i <= lengthA; i += 1) {
    table[(i + 1) * width] = far;
    table[(i + 1) * width + 1] = i;
  }
  for (let j = 0; j <= lengthB; j += 1) {
    table[j + 1] = far;
    table[width + j + 1] = j;
  }
}
