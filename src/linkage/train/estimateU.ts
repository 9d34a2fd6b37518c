// u of the levels that equality does not decide, from pairs of records drawn at random over the whole file: never from
// candidate pairs, which blocking has made alike.
import { createRandom } from "../../shared/random.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { LevelCounts } from "./countLevels.ts";

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

interface UOptions {
  readonly seed: number;
  readonly acrossOnly: boolean;
}

/** `count`: the levels of pairs of these records (countLevels.ts). */
export async function estimateU(
  records: StandardRecords,
  count: (left: Int32Array, right: Int32Array) => LevelCounts | Promise<LevelCounts>,
  options: UOptions,
): Promise<UEstimate> {
  const { left, right } = drawPairs(records, options);
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

interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

function drawPairs({ recordCount, sourceOf }: StandardRecords, { seed, acrossOnly }: UOptions): Pairs {
  const room = Math.min(randomPairsMax, (recordCount * (recordCount - 1)) / 2);
  const lefts = new Int32Array(room);
  const rights = new Int32Array(room);
  let drawn = 0;
  const take = (left: number, right: number): void => {
    if (acrossOnly && sourceOf[left] === sourceOf[right]) return;
    lefts[drawn] = left;
    rights[drawn] = right;
    drawn += 1;
  };
  if (room < randomPairsMax) {
    for (let left = 0; left < recordCount; left += 1) {
      for (let right = left + 1; right < recordCount; right += 1) take(left, right);
    }
  } else {
    const random = createRandom(seed);
    for (let tries = 0; drawn < randomPairsMax && tries < randomPairsMax * 20; tries += 1) {
      const left = Math.floor(random() * recordCount);
      const right = Math.floor(random() * recordCount);
      if (left !== right) take(left, right);
    }
  }
  return { left: lefts.subarray(0, drawn), right: rights.subarray(0, drawn) };
}
