// Labelled pairs as training sees them: what comparing them showed, and what somebody knows of them.
import type { PairComparer } from "../compare/pairComparer.ts";
import type { ResolvedLabels } from "../labels/label.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Levels and corrections of u as in TrainingPairs, row by row. */
export interface LabelledPairs extends Pick<TrainingPairs, "count" | "comparisonCount" | "levels" | "logUAdjust"> {
  readonly isSame: Uint8Array;
  readonly weights: Float64Array;
  /** False where how many are the same tells nothing of pairs that look like them, as with clusters. */
  readonly isOfPairs: boolean;
}

/** `comparer` compares all records, whose indexes the labels hold. */
export function compareLabels({ labels, isOfClusters }: ResolvedLabels, comparer: PairComparer): LabelledPairs {
  const comparisonCount = comparer.comparisons.length;
  const levels = new Uint8Array(labels.length * comparisonCount);
  const logUAdjust = new Float64Array(labels.length * comparisonCount);
  labels.forEach(({ left, right }, index) => {
    const evidence = comparer.compare(left, right);
    levels.set(evidence.levels, index * comparisonCount);
    logUAdjust.set(evidence.logUAdjust, index * comparisonCount);
  });
  return {
    count: labels.length,
    comparisonCount,
    levels,
    logUAdjust,
    isSame: Uint8Array.from(labels, ({ kind }) => (kind === "same" ? 1 : 0)),
    weights: Float64Array.from(labels, ({ weight }) => weight),
    isOfPairs: !isOfClusters,
  };
}
