// Typed arrays over shared memory, which worker threads see without a copy.
import { sharedBytes } from "../../shared/sharedBytes.ts";

export const sharedInt32 = (length: number): Int32Array => new Int32Array(sharedBytes(length * 4));
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(sharedBytes(length * 4));
export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(sharedBytes(length));
export const sharedFloat64 = (length: number): Float64Array => new Float64Array(sharedBytes(length * 8));

/** A shared copy of plain integers. */
export function sharedInt32From(values: ArrayLike<number>): Int32Array {
  const shared = sharedInt32(values.length);
  shared.set(values);
  return shared;
}
