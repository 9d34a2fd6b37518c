// u of the levels that equality does not decide, from pairs of records drawn at random over the whole file: never from
// candidate pairs, which blocking has made alike.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { LevelCounts } from "./countLevels.ts";
import { type DrawOptions, drawPairs } from "./drawPairs.ts";

/** Pairs drawn; with fewer in all, every pair is taken. */
const randomPairsMax = 300_000;
/** Added to each level's count, so that no level is impossible. */
const pseudoCount = 0.3;

export interface UEstimate {
  /** Per comparison the share of each level (exact first) among random pairs with both values present. */
  readonly shares: readonly (readonly number[])[];
  /** Per comparison the random pairs with both values present. */
  readonly presentCounts: readonly number[];
}

/** `count`: the levels of pairs of these records (countLevels.ts). */
export async function estimateU(
  records: StandardRecords,
  count: (left: Int32Array, right: Int32Array) => LevelCounts | Promise<LevelCounts>,
  options: Omit<DrawOptions, "most">,
): Promise<UEstimate> {
  const { left, right } = drawPairs(records, { ...options, most: randomPairsMax });
  const counts = await count(left, right);
  const present = counts.map((row) => [...row].slice(1));
  return {
    shares: present.map((row) => {
      const sum = sumOf(row) + pseudoCount * row.length;
      return row.map((levelCount) => (levelCount + pseudoCount) / sum);
    }),
    presentCounts: present.map(sumOf),
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
