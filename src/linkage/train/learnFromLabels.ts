// What labels change: the model is trained without them, then further with them. Which of the two is used is decided by
// their clusters (labels/chooseOutcome.ts).
import { scorePair } from "../score/pairScorer.ts";
import { type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import { type Calibration, calibrateLabels } from "./calibrateLabels.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import { maximiseExpectation, type TrainingOptions, type TrainingResult } from "./maximiseExpectation.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** What labels taught: a model, and a shift of its threshold. */
export interface Lesson extends TrainingResult {
  readonly calibration: Calibration;
}

/** `plain`: the result without labels, from which training goes on. */
export function learnFromLabels(
  pairs: TrainingPairs,
  plain: TrainingResult,
  labels: LabelledPairs,
  options: TrainingOptions,
): Lesson {
  const taught = maximiseExpectation(pairs, plain.model, { ...options, labels });
  return { ...taught, calibration: calibrateLabels(labels, scoreLabels(taught.model, labels)) };
}

/** Natural log odds of labelled pairs, as scorePair gives them. */
export function scoreLabels(model: ScoringModel, labels: LabelledPairs): Float64Array {
  const tables = tabulateWeights(model);
  const { comparisonCount: width } = labels;
  return Float64Array.from({ length: labels.count }, (_, label) =>
    scorePair(tables, {
      levels: labels.levels.subarray(label * width, (label + 1) * width),
      logUAdjust: labels.logUAdjust.subarray(label * width, (label + 1) * width),
    }),
  );
}
