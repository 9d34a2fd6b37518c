// Which letters and digits a slice holds, as 32 bits: computed once a value, it rejects most pairs of values before
// any string is compared (see osaLowerBound and jaroWinklerUpperBound).

/**
 * Bits 0 … 25 for the letters a … z whatever their case, bits 26 … 31 for the digits modulo 6; other bytes set none.
 * A signed 32-bit integer. A bit set for one slice alone proves a byte of it that the other slice lacks.
 */
export function letterMask(bytes: Uint8Array, from: number, to: number): number {
  let mask = 0;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i]!;
    if (byte >= 97 && byte <= 122) mask |= 1 << (byte - 97);
    else if (byte >= 48 && byte <= 57) mask |= 1 << (26 + ((byte - 48) % 6));
    else if (byte >= 65 && byte <= 90) mask |= 1 << (byte - 65);
  }
  return mask;
}
