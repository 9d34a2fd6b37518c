// Compares the records that meet, each two once, and keeps the pairs that can teach something.
import type { PairComparer } from "../compare/pairComparer.ts";
import { scorePair } from "../score/pairScorer.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type Meetings, rulesMax } from "./meetings.ts";
import { type TrainingPairs, TrainingPairsBuilder } from "./trainingPairs.ts";

export interface CompareOptions {
  /** Left records first ≤ record < end. */
  readonly first: number;
  readonly end: number;
  readonly tables: WeightTables;
  /** Pairs whose log odds under these tables are not above it teach nothing, u being fixed: strangers to any model. */
  readonly floor: number;
  /** Pairs of rows that each of these pairs stands for: more than 1 where the meetings are a sample. */
  readonly standsFor: number;
}

/** Pairs in the order of left, then right record. */
export function compareMeetings(
  records: StandardRecords,
  comparer: PairComparer,
  { offsets, keys }: Meetings,
  { first, end, tables, floor, standsFor }: CompareOptions,
): TrainingPairs {
  const builder = new TrainingPairsBuilder(comparer.comparisons.length);
  for (let left = first; left < end; left += 1) {
    if (offsets[left] === offsets[left + 1]) continue;
    // A copy: sorting shared memory in place is slow.
    const own = new Uint32Array(keys.subarray(offsets[left], offsets[left + 1])).sort();
    for (let from = 0, to = 0; from < own.length; from = to) {
      const right = Math.floor(own[from]! / rulesMax);
      while (to < own.length && Math.floor(own[to]! / rulesMax) === right) to += 1;
      const evidence = comparer.compare(left, right);
      const startOdds = scorePair(tables, evidence);
      if (startOdds <= floor) continue;
      const weight = standsFor * weighPair(records, left, right);
      builder.push(left, right, evidence, { weight, standsFor, startOdds });
    }
  }
  return builder.finish();
}

/** Pairs of records that a pair of rows stands for; of a row with itself, the pairs among its identical records. */
function weighPair({ multiplicity }: StandardRecords, left: number, right: number): number {
  if (multiplicity === null) return 1;
  const count = multiplicity[left]!;
  return left === right ? (count * (count - 1)) / 2 : count * multiplicity[right]!;
}
