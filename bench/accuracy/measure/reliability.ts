// Reliability of match probabilities: pairs by the probability given, and the share of them that is true.
import type { RunFacts } from "../../../src/linkage/linkRun.ts";

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  pairs: number;
  truePairs: number;
  /** Sum of the probabilities given. */
  expected: number;
}

const bounds = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 0.999, 1];

export function emptyReliability(): ReliabilityBin[] {
  return bounds.slice(1).map((to, i) => ({ from: bounds[i] ?? 0, to, pairs: 0, truePairs: 0, expected: 0 }));
}

/** Adds the scored pairs of a run with truth; pairs of records whose truth is unknown are left out. */
export function addReliability(bins: readonly ReliabilityBin[], facts: RunFacts): void {
  if (facts.evaluation === null) return;
  const truthOfRow = truthOfRows(facts, facts.evaluation.truthOf);
  const { left, right, logOdds, count } = facts.scored.links;
  for (let i = 0; i < count; i += 1) {
    const probability = 1 / (1 + Math.exp(-logOdds[i]!));
    const bin = bins.find(({ from, to }) => probability >= from && (probability < to || to === 1));
    const a = truthOfRow[left[i]!]!;
    const b = truthOfRow[right[i]!]!;
    if (bin === undefined || a < 0 || b < 0) continue;
    bin.pairs += 1;
    bin.expected += probability;
    if (a === b) bin.truePairs += 1;
  }
}

/** Truth of rows that stand for identical records: that of the first. */
function truthOfRows({ collapsed }: RunFacts, truthOf: Int32Array): Int32Array {
  const truth = new Int32Array(collapsed.records.recordCount).fill(-1);
  for (let record = collapsed.rowOf.length - 1; record >= 0; record -= 1)
    truth[collapsed.rowOf[record]!] = truthOf[record]!;
  return truth;
}
