// A share of the records at random, or of the persons with all their records.
import type { Random } from "../../../src/generate/random/random.ts";
import { pickRecords, type RecordSet } from "../recordSets/recordSet.ts";

export function sampleRecords(set: RecordSet, share: number, random: Random): RecordSet {
  return pickRecords(
    set,
    [...set.rows.keys()].filter(() => random.chance(share)),
  );
}

/** Keeps persons whole, so that clusters stay as large as they are. */
export function samplePersons(set: RecordSet, share: number, random: Random): RecordSet {
  const kept = new Map<string, boolean>();
  for (const person of [...new Set(set.truth)].sort()) kept.set(person, random.chance(share));
  return pickRecords(
    set,
    [...set.rows.keys()].filter((i) => kept.get(set.truth[i] as string) === true),
  );
}
