// Typed arrays with room to spare: values are appended in place, so that what holds an array keeps seeing all of it.

type Growable = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** Counts how often an array had to move. Whatever captured arrays (comparers, scorers) is stale once it has changed. */
export interface Moves {
  count: number;
}

/**
 * The array itself where it has room for `length` values, else a copy half as long again at least. Pages of memory that
 * nothing was written to cost nothing.
 */
export function widen<T extends Growable>(values: T, length: number, moves: Moves): T {
  if (length <= values.length) return values;
  const size = Math.max(length + 64, Math.ceil(values.length * 1.6));
  const wider = new (values.constructor as new (size: number) => T)(size);
  wider.set(values);
  moves.count += 1;
  return wider;
}

/** A copy with room for `capacity` values at least. */
export function copyWithRoom<T extends Growable>(values: T, capacity: number): T {
  const copy = new (values.constructor as new (size: number) => T)(Math.max(capacity, values.length));
  copy.set(values);
  return copy;
}
