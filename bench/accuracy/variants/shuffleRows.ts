// Rows in random order.
import type { Random } from "../../../src/generate/random/random.ts";
import { pickRecords, type RecordSet } from "../recordSets/recordSet.ts";
import { shuffle } from "./shuffle.ts";

export function shuffleRows(set: RecordSet, random: Random): RecordSet {
  return pickRecords(set, shuffle([...set.rows.keys()], random));
}
