// Letter sets of a whole dictionary, for the bounds that reject most pairs of texts without comparing them.
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { letterMask } from "../compare/similarity/letterMask.ts";
import { sharedInt32 } from "./sharedArrays.ts";

/** Per string its letter set (compare/similarity/letterMask.ts). */
export function letterMasks(strings: PackedStrings): Int32Array {
  const masks = sharedInt32(strings.count);
  for (let code = 0; code < strings.count; code += 1) {
    masks[code] = letterMask(strings.bytes, strings.offsets[code]!, strings.offsets[code + 1]!);
  }
  return masks;
}
