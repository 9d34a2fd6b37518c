// How often pairs of records show each level of each comparison.
import { comparisonKinds } from "../compare/comparison.ts";
import type { PairComparer } from "../compare/pairComparer.ts";

/** Per comparison the number of pairs at each level, level 0 (missing) first. */
export type LevelCounts = Float64Array[];

/** `left`, `right`: the records of each pair. */
export function countLevels(comparer: PairComparer, left: Int32Array, right: Int32Array): LevelCounts {
  const counts = comparer.comparisons.map(({ kind }) => new Float64Array(comparisonKinds[kind].levels.length + 1));
  for (let pair = 0; pair < left.length; pair += 1) {
    const { levels } = comparer.compare(left[pair]!, right[pair]!);
    for (let c = 0; c < counts.length; c += 1) counts[c]![levels[c]!]! += 1;
  }
  return counts;
}
