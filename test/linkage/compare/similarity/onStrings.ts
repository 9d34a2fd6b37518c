// Lets tests call a byte kernel with two strings, packed as the engine packs them.
import { PackedStrings } from "../../../../src/shared/packedStrings.ts";

export type Kernel = (bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number, max: number) => number;

/** Calls `kernel` on two ASCII strings that stand between others in one block; `max` goes to kernels with a cutoff. */
export function onStrings(kernel: Kernel, a: string, b: string, max = 60_000): number {
  const { bytes, offsets } = PackedStrings.from(["before", a, "between", b, "after"]);
  return kernel(bytes, offsets[1] ?? 0, offsets[2] ?? 0, offsets[3] ?? 0, offsets[4] ?? 0, max);
}
