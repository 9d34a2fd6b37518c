// Signatures of a whole dictionary.
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { sharedInt32 } from "./sharedArrays.ts";

/** Per string its signature. */
export function signText(
  { count, bytes, offsets }: PackedStrings,
  sign: (bytes: Uint8Array, from: number, to: number) => number,
): Int32Array {
  const signatures = sharedInt32(count);
  for (let code = 0; code < count; code += 1) signatures[code] = sign(bytes, offsets[code]!, offsets[code + 1]!);
  return signatures;
}
