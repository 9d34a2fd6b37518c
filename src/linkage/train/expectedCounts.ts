// The expectation of expectation–maximisation: of which class each pair is, and how many of each class stand at each level.
import { levelStride, type WeightTables } from "../score/scoringModel.ts";
import { blendLabels, type ClassProbabilities } from "./blendLabels.ts";
import { classifyPairs, createClasses, type PairClasses } from "./classifyPairs.ts";
import { classifyTogether, type Helpers } from "./classifyTogether.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import type { LevelSupport } from "./levelSupport.ts";
import type { RivalSums } from "./rivalSums.ts";
import { ruleOutStrangers } from "./ruleOutStrangers.ts";
import type { SettledPairs } from "./settlePairs.ts";
import type { TrainingPairs } from "./trainingPairs.ts";
import { multiplyOdds, type SecondNames } from "./weighSecondNames.ts";

/** Pairs of records, not whole numbers; levels by comparison · levelStride + level. */
export interface ExpectedCounts {
  matches: number;
  /** Matches beside these that are among no pairs. */
  unmet: number;
  households: number;
  twins: number;
  neighbours: number;
  /** Matches from before and after a move, and of these, those with another surname. */
  moved: number;
  renamed: number;
  readonly matchLevels: Float64Array;
  readonly householdLevels: Float64Array;
  readonly neighbourLevels: Float64Array;
}

/** Of one comparison the counts of its levels, exact first. */
export const levelSlice = (sums: Float64Array, comparison: number): Float64Array =>
  sums.subarray(comparison * levelStride + 1, (comparison + 1) * levelStride);

export interface ExpectationOptions {
  /** Of the round before, whose classes are there still; null in the first. */
  readonly support: LevelSupport | null;
  readonly rivals: RivalSums | null;
  readonly labels?: LabelledPairs | null | undefined;
  readonly settled?: SettledPairs | null | undefined;
  readonly secondNames?: SecondNames | null | undefined;
  readonly help?: Helpers | undefined;
}

/** Writes the probabilities of the classes that are not strangers, per pair. @returns their expected counts by level */
export function expectCounts(
  pairs: TrainingPairs,
  tables: WeightTables,
  classes: PairClasses,
  { support, rivals, labels = null, settled = null, secondNames = null, help }: ExpectationOptions,
): ExpectedCounts {
  const { matches: probabilities, households, twins, neighbours, moved, renamed } = classes;
  classifyTogether({ pairs, tables, classes, support }, help);
  if (secondNames !== null) multiplyOdds(secondNames.oddsFactors, classes);
  if (settled !== null) ruleOutStrangers(settled.isJoined, classes);
  if (rivals !== null) rivals.share(pairs, probabilities);
  for (let pair = 0; settled !== null && pair < pairs.count; pair += 1) {
    if (settled.isJoined[pair] === 1) probabilities[pair] = 1 - households[pair]! - twins[pair]!;
  }
  const { comparisonCount } = tables;
  const sums: ExpectedCounts = {
    matches: 0,
    unmet: 0,
    households: 0,
    twins: 0,
    neighbours: 0,
    moved: 0,
    renamed: 0,
    matchLevels: new Float64Array(comparisonCount * levelStride),
    householdLevels: new Float64Array(comparisonCount * levelStride),
    neighbourLevels: new Float64Array(comparisonCount * levelStride),
  };
  for (let pair = 0, row = 0; pair < pairs.count; pair += 1, row += comparisonCount) {
    const match = pairs.weights[pair]! * probabilities[pair]!;
    const household = pairs.weights[pair]! * households[pair]!;
    sums.matches += match;
    sums.households += household;
    const neighbour = pairs.weights[pair]! * neighbours[pair]!;
    sums.twins += pairs.weights[pair]! * twins[pair]!;
    sums.neighbours += neighbour;
    sums.moved += match * moved[pair]!;
    sums.renamed += match * renamed[pair]!;
    for (let c = 0; c < comparisonCount; c += 1) {
      const at = c * levelStride + pairs.levels[row + c]!;
      const change = tables.change[c]!;
      sums.matchLevels[at]! += change === 0 ? match : match * (1 - (change === 1 ? moved : renamed)[pair]!);
      sums.householdLevels[at]! += household;
      sums.neighbourLevels[at]! += neighbour;
    }
  }
  if (settled !== null) {
    // Of a sample, what its pairs stand for may come out as more than there is.
    sums.matches = Math.max(0, sums.matches + settled.others);
    settled.otherLevels.forEach((count, at) => {
      sums.matchLevels[at] = Math.max(0, sums.matchLevels[at]! + count);
    });
  }
  if (labels !== null) {
    const unlabelled = { pairs, probabilities: { matches: probabilities, households } };
    const unblended = sums.matchLevels.slice();
    blendLabels(sums, unlabelled, { pairs: labels, probabilities: classifyLabels(labels, tables) });
    // Which labelled pairs are of a move nobody says: what changes with one is learnt without them.
    tables.change.forEach((change, c) => {
      if (change !== 0) sums.matchLevels.set(levelSlice(unblended, c), c * levelStride + 1);
    });
  }
  return sums;
}

function classifyLabels(labels: LabelledPairs, tables: WeightTables): ClassProbabilities {
  const classes = createClasses(labels.count);
  classifyPairs(labels, tables, classes);
  return classes;
}
