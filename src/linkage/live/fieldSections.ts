// Fields with their dictionaries as named arrays for snapshots, and back. What a field has decides what is written.
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { Dictionary, Field } from "../standardise/standardRecords.ts";
import type { LiveField, SlotFrequencies } from "./liveField.ts";
import { refuse, type Section, type SectionValues } from "./sectionFile.ts";

const plainArrays = [
  "dates",
  "signatures",
  "coarse",
  "local",
  "numbers",
  "tokenOffsets",
  "tokens",
  "nicknameOffsets",
  "nicknameGroups",
  "isNumber",
] as const;
const dictionaries = ["dictionary", "tokenDictionary"] as const;

/** The arrays of a field, each named with `prefix` before it. */
export function* writeField(prefix: string, live: LiveField): Generator<Section> {
  const { field, slots } = live.freeze();
  const parts = field as unknown as Record<string, unknown>;
  for (const name of plainArrays) {
    const values = parts[name];
    if (ArrayBuffer.isView(values)) yield [`${prefix}${name}`, values as SectionValues];
  }
  for (const name of dictionaries) {
    const dictionary = parts[name] as Dictionary | undefined;
    if (dictionary === undefined) continue;
    const { bytes, offsets, count } = dictionary.strings;
    yield [`${prefix}${name}.bytes`, bytes.subarray(0, offsets[count])];
    yield [`${prefix}${name}.offsets`, offsets.subarray(0, count + 1)];
    yield [`${prefix}${name}.masks`, dictionary.masks.subarray(0, count)];
  }
  for (const [slot, { counts }] of Object.entries(slots)) yield [`${prefix}counts.${slot}`, counts];
}

/** Gives an empty field what writeField wrote of it. */
export function readField(prefix: string, live: LiveField, sections: ReadonlyMap<string, SectionValues>): void {
  const find = (name: string): SectionValues => {
    const values = sections.get(`${prefix}${name}`);
    if (values === undefined) throw refuse("a field is missing");
    return values;
  };
  const frozen = live.freeze();
  const parts: Record<string, unknown> = { ...frozen.field };
  for (const name of plainArrays) if (ArrayBuffer.isView(parts[name])) parts[name] = find(name);
  for (const name of dictionaries) {
    if (parts[name] === undefined) continue;
    const strings = new PackedStrings(find(`${name}.bytes`) as Uint8Array, find(`${name}.offsets`) as Uint32Array);
    parts[name] = { strings, masks: find(`${name}.masks`) };
  }
  const slots: SlotFrequencies = Object.fromEntries(
    Object.entries(frozen.slots).map(([slot, { total }]) => {
      return [slot, { counts: find(`counts.${slot}`) as Uint32Array, total }];
    }),
  );
  live.adopt(parts as unknown as Field, slots);
}
