// Typed arrays over shared memory, which worker threads see without a copy.
import { sharedInt32 } from "../../shared/sharedArrays.ts";

export { sharedFloat64, sharedInt32, sharedUint8, sharedUint16, sharedUint32 } from "../../shared/sharedArrays.ts";

/** A shared copy of plain integers. */
export function sharedInt32From(values: ArrayLike<number>): Int32Array {
  const shared = sharedInt32(values.length);
  shared.set(values);
  return shared;
}
