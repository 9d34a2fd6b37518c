// How often two strangers have the same given name and surname, from how common names are and of which origins.
import { NameOrigins, type NamePart } from "../compare/nameOrigins.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { Slot, StandardRecords } from "../standardise/standardRecords.ts";

export interface NamesakeChance {
  /** If given name and surname were independent. */
  readonly independent: number;
  /** With names of a few origins. */
  readonly byOrigin: number;
}

/** Null without both names. `records`: their counts are those of all records. */
export function meetNamesakes(records: StandardRecords, { slots }: AlignedFrequencies): NamesakeChance | null {
  const name = records.fields.find((field) => field.kind === "name");
  if (name === undefined || name.given === null || name.surname === null) return null;
  const independent = meetSame(name.given) * meetSame(name.surname);
  const origins = NameOrigins.from(slots);
  if (origins === null) return { independent, byOrigin: independent };
  const given = meetByOrigin(origins, "given", name.given);
  const surname = meetByOrigin(origins, "surname", name.surname);
  let byOrigin = 0;
  for (let left = 0; left < origins.count; left += 1) {
    for (let right = 0; right < origins.count; right += 1) {
      const at = left * origins.count + right;
      byOrigin += origins.shareOf(left) * origins.shareOf(right) * given[at]! * surname[at]!;
    }
  }
  return { independent, byOrigin: Math.max(independent, byOrigin) };
}

const meetSame = ({ counts, total }: Slot): number => counts.reduce((sum, count) => sum + (count / total) ** 2, 0);

/** Probability that people of two origins share the name, by origin · count + other origin. */
function meetByOrigin(origins: NameOrigins, part: NamePart, { counts, total }: Slot): Float64Array {
  const { count } = origins;
  const met = new Float64Array(count * count);
  const own = new Float64Array(count);
  counts.forEach((records, code) => {
    if (records === 0) return;
    origins.sharesOf(part, code, own);
    for (let k = 0; k < count; k += 1) own[k]! *= records / total / origins.shareOf(k);
    for (let left = 0; left < count; left += 1) {
      for (let right = 0; right < count; right += 1) met[left * count + right]! += own[left]! * own[right]!;
    }
  });
  return met;
}
