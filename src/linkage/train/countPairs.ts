// How many records rows stand for, and how many pairs of them there are.
import type { StandardRecords } from "../standardise/standardRecords.ts";

/** Pairs of records that may be compared at all, at least 1. */
export function countPairs(records: StandardRecords, acrossOnly: boolean): number {
  const { sourceOf, sourceCount, multiplicity } = records;
  const total = countRecords(records);
  const all = (total * (total - 1)) / 2;
  if (!acrossOnly) return Math.max(1, all);
  const perSource = new Float64Array(sourceCount);
  for (let row = 0; row < sourceOf.length; row += 1) perSource[sourceOf[row]!]! += multiplicity?.[row] ?? 1;
  return Math.max(
    1,
    perSource.reduce((pairs, count) => pairs - (count * (count - 1)) / 2, all),
  );
}

/** Records that the rows stand for. */
export function countRecords({ recordCount, multiplicity }: StandardRecords): number {
  return multiplicity === null ? recordCount : multiplicity.reduce((sum, count) => sum + count, 0);
}
