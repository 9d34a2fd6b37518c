// Whether two names sound alike though they are spelt unlike.
import type { NameField } from "../../standardise/standardRecords.ts";
import { letterMask } from "../similarity/letterMask.ts";
import { soundSkeleton } from "../similarity/soundSkeleton.ts";

/** Letters that are a sound of their own: names that sound alike both have them or both lack them. */
const ownSounds = letterMask(
  Uint8Array.from("lrj", (letter) => letter.charCodeAt(0)),
  0,
  3,
);

/** True where two names of the field have one skeleton of sounds. */
export function soundAlike({ dictionary }: NameField, a: number, b: number): boolean {
  const { masks, strings } = dictionary;
  if (((masks[a]! ^ masks[b]!) & ownSounds) !== 0) return false;
  const { bytes, offsets } = strings;
  const skeleton = soundSkeleton(bytes, offsets[a]!, offsets[a + 1]!);
  return skeleton !== 0 && skeleton === soundSkeleton(bytes, offsets[b]!, offsets[b + 1]!);
}
