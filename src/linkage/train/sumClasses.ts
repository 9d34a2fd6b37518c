// How many pairs of each class are expected, and how many of them stand at each level.
import { levelStride, type WeightTables } from "../score/scoringModel.ts";
import type { ClassifiedPairs, PairClasses } from "./classifyPairs.ts";

/** Pairs of records, not whole numbers; levels by comparison · levelStride + level. */
export interface ClassSums {
  matches: number;
  readonly households: number;
  readonly twins: number;
  readonly neighbours: number;
  /** Matches from before and after a move, and of these, those with another surname. */
  readonly moved: number;
  readonly renamed: number;
  readonly matchLevels: Float64Array;
  readonly householdLevels: Float64Array;
  readonly neighbourLevels: Float64Array;
}

/** Numbers that stand before those of levels, in the order of `ClassSums`. */
const plainSums = 6;

/** Numbers that `sumClasses` writes. */
export const sumsWidth = (comparisonCount: number): number => plainSums + 3 * comparisonCount * levelStride;

export interface SumRange {
  /** From ≤ pair < to. */
  readonly from: number;
  readonly to: number;
  /** Where they are added, as many as `sumsWidth`. */
  readonly into: Float64Array;
}

/** Adds up the classes of the pairs, each as often as it stands for pairs. */
export function sumClasses(
  { levels, weights }: ClassifiedPairs,
  { comparisonCount, change }: WeightTables,
  { matches, households, twins, neighbours, moved, renamed }: PairClasses,
  { from, to, into }: SumRange,
): void {
  const ofHouseholds = comparisonCount * levelStride;
  const ofNeighbours = 2 * ofHouseholds;
  for (let pair = from, row = from * comparisonCount; pair < to; pair += 1, row += comparisonCount) {
    const weight = weights?.[pair] ?? 1;
    const match = weight * matches[pair]!;
    const household = weight * households[pair]!;
    const neighbour = weight * neighbours[pair]!;
    into[0]! += match;
    into[1]! += household;
    into[2]! += weight * twins[pair]!;
    into[3]! += neighbour;
    into[4]! += match * moved[pair]!;
    into[5]! += match * renamed[pair]!;
    for (let c = 0; c < comparisonCount; c += 1) {
      const at = plainSums + c * levelStride + levels[row + c]!;
      const ofMove = change[c]!;
      into[at]! += ofMove === 0 ? match : match * (1 - (ofMove === 1 ? moved : renamed)[pair]!);
      into[at + ofHouseholds]! += household;
      into[at + ofNeighbours]! += neighbour;
    }
  }
}

/** The sums by name. @param sums as `sumClasses` writes them, which the result's levels are views of */
export function readClassSums(sums: Float64Array, comparisonCount: number): ClassSums {
  const [matches, households, twins, neighbours, moved, renamed] = sums;
  const levelsAt = (index: number): Float64Array => {
    const from = plainSums + index * comparisonCount * levelStride;
    return sums.subarray(from, from + comparisonCount * levelStride);
  };
  return {
    matches: matches!,
    households: households!,
    twins: twins!,
    neighbours: neighbours!,
    moved: moved!,
    renamed: renamed!,
    matchLevels: levelsAt(0),
    householdLevels: levelsAt(1),
    neighbourLevels: levelsAt(2),
  };
}
