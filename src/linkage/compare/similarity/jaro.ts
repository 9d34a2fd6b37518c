// Jaro over slices of one byte block, without allocation. Up to 32 bytes the letters matched are bits of two integers;
// longer slices use flag arrays. The plain version is the tests' oracle; both are equal bit for bit.

const positions = new Uint32Array(256);
let flagsA = new Uint8Array(256);
let flagsB = new Uint8Array(256);

/**
 * Similarity of bytes[fromA … toA) and bytes[fromB … toB): 0 (nothing alike) … 1 (equal). Symmetric.
 * Window max(lengths)/2 − 1 (floored, at least 0), transpositions halved and floored. An empty slice is like nothing, not
 * even like another empty one: 0. Source: Jaro 1989, "Advances in record-linkage methodology"; ties are taken greedily.
 */
export function jaro(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  if (lengthA === 0 || lengthB === 0) return 0;
  const shorter = Math.min(lengthA, lengthB);
  let prefix = 0;
  while (prefix < shorter && bytes[fromA + prefix] === bytes[fromB + prefix]) prefix += 1;
  if (prefix === shorter && lengthA === lengthB) return 1;
  return jaroOfUnequal(bytes, fromA, lengthA, fromB, lengthB, prefix);
}

/** Jaro of two slices that are neither empty nor equal, given the length of their common prefix. */
export function jaroOfUnequal(
  bytes: Uint8Array,
  fromA: number,
  lengthA: number,
  fromB: number,
  lengthB: number,
  prefix: number,
): number {
  return lengthA <= 32 && lengthB <= 32
    ? jaroShort(bytes, fromA, lengthA, fromB, lengthB, prefix)
    : jaroLong(bytes, fromA, lengthA, fromB, lengthB);
}

/** The common prefix always matches itself greedily, so that only the rest is searched. */
function jaroShort(
  bytes: Uint8Array,
  fromA: number,
  lengthA: number,
  fromB: number,
  lengthB: number,
  prefix: number,
): number {
  const longer = Math.max(lengthA, lengthB);
  const window = longer > 3 ? (longer >> 1) - 1 : 0;
  for (let j = prefix; j < lengthB; j += 1) positions[bytes[fromB + j]!]! |= 1 << j;
  let usedA = 0;
  let usedB = 0;
  let matches = prefix;
  const wide = ((1 << (2 * window + 1)) - 1) | 0;
  for (let i = prefix; i < lengthA; i += 1) {
    const inWindow = i > window ? wide << (i - window) : wide >>> (window - i);
    const found = positions[bytes[fromA + i]!]! & inWindow & ~usedB;
    if (found !== 0) {
      usedB |= found & -found;
      usedA |= 1 << i;
      matches += 1;
    }
  }
  for (let j = prefix; j < lengthB; j += 1) positions[bytes[fromB + j]!] = 0;
  if (matches === 0) return 0;
  let outOfPlace = 0;
  while (usedA !== 0) {
    const i = 31 - Math.clz32(usedA & -usedA);
    const j = 31 - Math.clz32(usedB & -usedB);
    if (bytes[fromA + i] !== bytes[fromB + j]) outOfPlace += 1;
    usedA &= usedA - 1;
    usedB &= usedB - 1;
  }
  return (matches / lengthA + matches / lengthB + (matches - (outOfPlace >> 1)) / matches) / 3;
}

function jaroLong(bytes: Uint8Array, fromA: number, lengthA: number, fromB: number, lengthB: number): number {
  const longer = Math.max(lengthA, lengthB);
  if (longer > flagsA.length) {
    flagsA = new Uint8Array(longer * 2);
    flagsB = new Uint8Array(longer * 2);
  }
  flagsA.fill(0, 0, lengthA);
  flagsB.fill(0, 0, lengthB);
  const window = (longer >> 1) - 1;
  let matches = 0;
  for (let i = 0; i < lengthA; i += 1) {
    const end = Math.min(i + window + 1, lengthB);
    for (let j = i > window ? i - window : 0; j < end; j += 1) {
      if (flagsB[j] === 0 && bytes[fromA + i] === bytes[fromB + j]) {
        flagsA[i] = 1;
        flagsB[j] = 1;
        matches += 1;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let outOfPlace = 0;
  let j = 0;
  for (let i = 0; i < lengthA; i += 1) {
    if (flagsA[i] === 0) continue;
    while (flagsB[j] === 0) j += 1;
    if (bytes[fromA + i] !== bytes[fromB + j]) outOfPlace += 1;
    j += 1;
  }
  return (matches / lengthA + matches / lengthB + (matches - (outOfPlace >> 1)) / matches) / 3;
}
