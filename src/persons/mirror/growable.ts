// Typed arrays that are appended to: a copy with room to spare when they are full.

type Growable = Int32Array | Uint32Array | Uint8Array;

/** The array itself where it has room for `length` values, else a copy half as long again; new places hold `filler`. */
export function withRoom<T extends Growable>(values: T, length: number, filler = 0): T {
  if (length <= values.length) return values;
  const wider = new (values.constructor as new (size: number) => T)(Math.ceil(length * 1.5) + 64);
  wider.set(values);
  if (filler !== 0) wider.fill(filler, values.length);
  return wider;
}
