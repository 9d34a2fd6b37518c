// The one order of strings in the engine: by UTF-8 bytes, which is what DuckDB and other hosts sort by. JavaScript's own
// order differs from it where a character above U+FFFF meets one of U+E000 … U+FFFF.

function rankCodeUnit(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** Negative, 0 or positive as `left` stands before, at or after `right` by UTF-8 bytes. Both must be well-formed. */
export function compareUtf8(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i += 1) {
    const a = left.charCodeAt(i);
    const b = right.charCodeAt(i);
    if (a !== b) return rankCodeUnit(a) - rankCodeUnit(b);
  }
  return left.length - right.length;
}
