// Hash of a slice of bytes for tables in memory and snapshots.
import { mixBits } from "./hashText.ts";

/** Unsigned 32 bits (FNV-1a with a final mix), starting from `seed`. */
export function hashBytes(bytes: Uint8Array, from: number, to: number, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return mixBits(hash);
}
