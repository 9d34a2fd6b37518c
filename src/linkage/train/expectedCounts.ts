// The expectation of expectation–maximisation: of which class each pair is, and how many of each class stand at each level.
import { levelStride, type WeightTables } from "../score/scoringModel.ts";
import { blendLabels, type ClassProbabilities } from "./blendLabels.ts";
import { classifyPairs, createClasses, type PairClasses } from "./classifyPairs.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import type { LevelSupport } from "./levelSupport.ts";
import { classifyTogether, type Helpers, sumTogether } from "./pairPieces.ts";
import type { RivalSums } from "./rivalSums.ts";
import { ruleOutStrangers } from "./ruleOutStrangers.ts";
import type { SettledPairs } from "./settlePairs.ts";
import type { ClassSums } from "./sumClasses.ts";
import type { TrainingPairs } from "./trainingPairs.ts";
import { multiplyOdds, type SecondNames } from "./weighSecondNames.ts";

/** What a round of expectation has counted. */
export interface ExpectedCounts extends ClassSums {
  /** Matches beside these that are among no pairs. */
  unmet: number;
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
  const { matches: probabilities, households, twins } = classes;
  classifyTogether({ pairs, tables, classes, support }, help);
  if (secondNames !== null) multiplyOdds(secondNames.oddsFactors, classes);
  if (settled !== null) ruleOutStrangers(settled.isJoined, classes);
  if (rivals !== null) rivals.share(pairs, probabilities);
  for (let pair = 0; settled !== null && pair < pairs.count; pair += 1) {
    if (settled.isJoined[pair] === 1) probabilities[pair] = 1 - households[pair]! - twins[pair]!;
  }
  const sums: ExpectedCounts = { ...sumTogether({ pairs, tables, classes }, help), unmet: 0 };
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
