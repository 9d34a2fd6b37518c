// Precision and recall of pairs at each whole match weight: as the model's probabilities expect, and by truth where it
// was given. One pass sums pairs into bins of one bit; a threshold is then the sum of the bins from it on.
import { estimateNeverMet } from "../../evaluate/estimateQuality.ts";
import { bitsPerNat, probabilityOf } from "../../score/pairScorer.ts";
import type { ThresholdPoint } from "../reportData.ts";
import { countKnown, countTrueBetween, countTrueWithin, groupTruth, type TruthOfRows } from "./countTruth.ts";
import { type ReportContext, recordsOfRow } from "./reportContext.ts";

const weightMin = -4;
const weightMax = 30;
const binCount = weightMax - weightMin + 1;

/** Per bin, of pairs of records (`links` alone counts pairs of distinct rows, as the links file does). */
interface PairSums {
  readonly links: Float64Array;
  readonly pairs: Float64Array;
  readonly expected: Float64Array;
  readonly known: Float64Array;
  readonly correct: Float64Array;
  /** Expected matches of all pairs, those below the lowest bin included. */
  expectedTotal: number;
}

/** Whole match weights from −4 to 30 bits, as far as there are pairs. Precision and recall are of pairs of records. */
export function collectThresholdTable(context: ReportContext): ThresholdPoint[] {
  const { evaluation, scored, model } = context.facts;
  const sums = sumPairs(context);
  for (const column of [sums.links, sums.pairs, sums.expected, sums.known, sums.correct]) accumulate(column);
  const isComplete = model.blocking.rules.some((names) => names.length === 0);
  const allExpected = sums.expectedTotal + (isComplete ? 0 : estimateNeverMet(scored.meetings));
  return Array.from(sums.pairs, (pairs, bin) => ({ pairs, bin }))
    .filter(({ pairs }) => pairs > 0)
    .map(({ pairs, bin }) => {
      const correct = sums.correct[bin] ?? 0;
      const known = sums.known[bin] ?? 0;
      const truePairs = evaluation?.measures.truePairs ?? 0;
      return {
        threshold: weightMin + bin,
        linkCount: sums.links[bin] ?? 0,
        estimatedPrecision: (sums.expected[bin] ?? 0) / pairs,
        estimatedRecall: (sums.expected[bin] ?? 0) / allExpected,
        precision: known > 0 ? correct / known : null,
        recall: evaluation !== null && truePairs > 0 ? correct / truePairs : null,
      };
    });
}

function sumPairs(context: ReportContext): PairSums {
  const { scored, collapsed, evaluation, model } = context.facts;
  const { left, right, logOdds, count } = scored.links;
  const rowCount = collapsed.records.recordCount;
  const truth = evaluation === null ? null : groupTruth(evaluation.truthOf, collapsed.rowOf, rowCount);
  const column = () => new Float64Array(binCount);
  const sums: PairSums = {
    links: column(),
    pairs: column(),
    expected: column(),
    known: column(),
    correct: column(),
    expectedTotal: 0,
  };
  for (let link = 0; link < count; link += 1) {
    const a = left[link]!;
    const b = right[link]!;
    const pairs = recordsOfRow(context, a) * recordsOfRow(context, b);
    const bin = addPairs(sums, logOdds[link]!, pairs);
    if (bin < 0) continue;
    sums.links[bin]! += 1;
    if (truth === null) continue;
    sums.known[bin]! += countKnown(truth, a) * countKnown(truth, b);
    sums.correct[bin]! += countTrueBetween(truth, a, b);
  }
  if (collapsed.records.multiplicity !== null && !model.acrossOnly) addIdentical(context, sums, truth);
  return sums;
}

/** Pairs of identical records, which no link stands for. */
function addIdentical(context: ReportContext, sums: PairSums, truth: TruthOfRows | null): void {
  for (let row = 0; row < context.facts.collapsed.records.recordCount; row += 1) {
    const records = recordsOfRow(context, row);
    if (records < 2) continue;
    const bin = addPairs(sums, context.selfOdds(row), (records * (records - 1)) / 2);
    if (bin < 0 || truth === null) continue;
    const known = countKnown(truth, row);
    sums.known[bin]! += (known * (known - 1)) / 2;
    sums.correct[bin]! += countTrueWithin(truth, row);
  }
}

/** The bin that the pairs went to, −1 where they lie below all. */
function addPairs(sums: PairSums, odds: number, pairs: number): number {
  const expected = pairs * probabilityOf(odds);
  sums.expectedTotal += expected;
  const bin = Math.min(binCount - 1, Math.floor(odds * bitsPerNat) - weightMin);
  if (bin < 0) return -1;
  sums.pairs[bin]! += pairs;
  sums.expected[bin]! += expected;
  return bin;
}

/** Each bin becomes the sum from it on. */
function accumulate(column: Float64Array): void {
  for (let bin = column.length - 2; bin >= 0; bin -= 1) column[bin]! += column[bin + 1]!;
}
