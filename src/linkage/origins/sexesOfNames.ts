// Of which sex the people with a given name are: strangers who share a given name share the sex too, which is then told
// twice.
import type { NameField, StandardRecords, TextField } from "../standardise/standardRecords.ts";

/** Values that stand for a sex have this share of the records at least. */
const shareMin = 0.01;
/** Records of average sex added to those of each name. */
const pseudoRecords = 5;

/** Shares by sex, of which there are `shares.length`. */
export interface SexesOfNames {
  /** Of all records. */
  readonly shares: Float64Array;
  /** By given name · sexes + sex. */
  readonly given: Float64Array;
  /** By value of the sex field · sexes + sex: all of it where the value is that sex. */
  readonly own: Float64Array;
}

/** Null where there are not two sexes to tell apart, or more than a few. */
export function sexesOfNames(records: StandardRecords, name: NameField, sex: TextField): SexesOfNames | null {
  const { total } = sex.slot;
  const sexes = Array.from(sex.slot.counts.keys()).filter((code) => sex.slot.counts[code]! >= shareMin * total);
  if (name.given === null || sexes.length < 2 || sexes.length > 4) return null;
  const count = sexes.length;
  const inAll = sexes.reduce((sum, code) => sum + sex.slot.counts[code]!, 0);
  const shares = Float64Array.from(sexes, (code) => sex.slot.counts[code]! / inAll);
  const sexOf = new Map(sexes.map((code, place) => [code, place]));
  const sums = new Float64Array(name.dictionary.strings.count * count);
  const { cells, stride, recordCount } = records;
  for (let at = 0; at < recordCount * stride; at += stride) {
    const given = cells[at + name.given.position]!;
    const place = sexOf.get(cells[at + sex.slot.position]!);
    if (given >= 0 && place !== undefined) sums[given * count + place]! += 1;
  }
  const own = new Float64Array(sex.dictionary.strings.count * count);
  for (let code = 0; code < sex.dictionary.strings.count; code += 1) {
    const place = sexOf.get(code);
    for (let k = 0; k < count; k += 1) own[code * count + k] = place === undefined ? shares[k]! : Number(k === place);
  }
  return { shares, given: smooth(sums, shares), own };
}

function smooth(sums: Float64Array, shares: Float64Array): Float64Array {
  const { length: count } = shares;
  const smoothed = new Float64Array(sums.length);
  for (let from = 0; from < sums.length; from += count) {
    let total = pseudoRecords;
    for (let k = 0; k < count; k += 1) total += sums[from + k]!;
    for (let k = 0; k < count; k += 1) smoothed[from + k] = (sums[from + k]! + pseudoRecords * shares[k]!) / total;
  }
  return smoothed;
}
