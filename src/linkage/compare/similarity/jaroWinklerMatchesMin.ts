// The turn of jaroWinklerUpperBound: how many letters two slices must share before Jaro–Winkler can reach a threshold,
// tabulated by lengths and common prefix, so that inner loops compare one integer.

/** Lengths of the table; longer slices are not denied anything. */
export const tabulatedLength = 32;

/**
 * Per (prefix · 32 + lengthA) · 32 + lengthB, with prefix 0 … 4 (4 for more) and lengths below 32, the fewest matches
 * with which Jaro–Winkler may be at least `threshold`; 255 where none are enough.
 */
export function tabulateMatchesMin(threshold: number): Uint8Array {
  const table = new Uint8Array(5 * tabulatedLength * tabulatedLength).fill(255);
  for (let prefix = 0; prefix <= 4; prefix += 1) {
    for (let a = 1; a < tabulatedLength; a += 1) {
      for (let b = 1; b < tabulatedLength; b += 1) {
        const at = (prefix * tabulatedLength + a) * tabulatedLength + b;
        for (let matches = Math.min(a, b); matches > 0; matches -= 1) {
          if (boundOf(matches, a, b, prefix) < threshold) break;
          table[at] = matches;
        }
      }
    }
  }
  return table;
}

/** jaroWinklerUpperBound of slices whose masks leave `matches` of the shorter. */
function boundOf(matches: number, lengthA: number, lengthB: number, prefix: number): number {
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  if (jaro <= 0.7) return jaro;
  return jaro + Math.min(prefix, matches) * 0.1 * (1 - jaro);
}
