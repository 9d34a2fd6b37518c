// u of the levels that equality does not decide, from pairs of records drawn at random over the whole file: never from
// candidate pairs, which blocking has made alike.
import { createRandom } from "../../shared/random.ts";
import { comparisonKinds } from "../compare/comparison.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";

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

/** Estimates by comparer, which knows its records: training asks for the same one twice, and it is not cheap. */
const known = new WeakMap<PairComparer, Map<string, UEstimate>>();

export function estimateU(records: StandardRecords, comparer: PairComparer, { seed, acrossOnly }: UOptions): UEstimate {
  const estimates = known.get(comparer) ?? new Map<string, UEstimate>();
  known.set(comparer, estimates);
  const name = `${records.recordCount} ${seed} ${acrossOnly}`;
  const estimate = estimates.get(name) ?? countLevels(records, comparer, { seed, acrossOnly });
  estimates.set(name, estimate);
  return estimate;
}

function countLevels(records: StandardRecords, comparer: PairComparer, options: UOptions): UEstimate {
  const counts = comparer.comparisons.map((comparison) =>
    new Array<number>(comparisonKinds[comparison.kind].levels.length).fill(pseudoCount),
  );
  const present = comparer.comparisons.map(() => 0);
  forEachRandomPair(records, options, (left, right) => {
    const { levels } = comparer.compare(left, right);
    for (let index = 0; index < counts.length; index += 1) {
      const level = levels[index]!;
      if (level === 0) continue;
      counts[index]![level - 1]! += 1;
      present[index]! += 1;
    }
  });
  const shares = counts.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return row.map((count) => count / sum);
  });
  return { shares, presentCounts: present };
}

function forEachRandomPair(
  { recordCount, sourceOf }: StandardRecords,
  { seed, acrossOnly }: { seed: number; acrossOnly: boolean },
  visit: (left: number, right: number) => void,
): void {
  if ((recordCount * (recordCount - 1)) / 2 <= randomPairsMax) {
    for (let left = 0; left < recordCount; left += 1) {
      for (let right = left + 1; right < recordCount; right += 1) {
        if (!acrossOnly || sourceOf[left] !== sourceOf[right]) visit(left, right);
      }
    }
    return;
  }
  const random = createRandom(seed);
  for (let drawn = 0, tries = 0; drawn < randomPairsMax && tries < randomPairsMax * 20; tries += 1) {
    const left = Math.floor(random() * recordCount);
    const right = Math.floor(random() * recordCount);
    if (left === right || (acrossOnly && sourceOf[left] === sourceOf[right])) continue;
    visit(left, right);
    drawn += 1;
  }
}
