// Columns in random order.
import type { Random } from "../../../src/generate/random/random.ts";
import { keepColumns, type RecordSet } from "../recordSets/recordSet.ts";
import { shuffle } from "./shuffle.ts";

export function reorderColumns(set: RecordSet, random: Random): RecordSet {
  return keepColumns(set, shuffle(set.columns, random));
}
