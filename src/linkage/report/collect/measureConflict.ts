// How much the rows of one cluster speak against each other, pair by pair; a cluster of hundreds is looked at through a
// few partners of each row, since a chain or two persons in one show there as well.
import { scorePair } from "../../score/pairScorer.ts";
import type { ReportContext } from "./reportContext.ts";

/** Up to this many rows every pair is compared. */
const allPairsMax = 24;
const partnersMax = 12;

export interface Conflict {
  /** Lowest natural log odds of a pair, the prior left out: below 0 the values speak against one person. */
  readonly lowestEvidence: number;
  /** The rows of that pair. */
  readonly lowestPair: readonly number[];
  /** What a person cannot change and in which some pair disagrees, as the context's contradictions have it. */
  readonly contradicted: number;
}

/** `rows`: the cluster's rows, at least two. */
export function measureConflict({ facts, tables, contradictions }: ReportContext, rows: Int32Array): Conflict {
  let contradicted = 0;
  let lowestEvidence = Number.POSITIVE_INFINITY;
  let lowestPair = [0, 0];
  forEachPair(rows, (left, right) => {
    const evidence = facts.comparer.compare(left, right);
    const odds = scorePair(tables, evidence) - tables.logPrior;
    contradicted |= contradictions.of(evidence.levels);
    if (odds < lowestEvidence) {
      lowestEvidence = odds;
      lowestPair = [left, right];
    }
  });
  return { lowestEvidence, lowestPair, contradicted };
}

/** Every pair once, or of many rows a few pairs of each; left < right. */
function forEachPair(rows: Int32Array, visit: (left: number, right: number) => void): void {
  const width = rows.length;
  if (width <= allPairsMax) {
    for (let i = 0; i < width; i += 1) for (let j = i + 1; j < width; j += 1) visit(rows[i]!, rows[j]!);
    return;
  }
  for (let i = 0; i < width; i += 1) {
    for (let k = 1; k <= partnersMax; k += 1) {
      const j = (i + Math.floor((k * width) / (partnersMax + 1))) % width;
      if (i !== j) visit(rows[Math.min(i, j)]!, rows[Math.max(i, j)]!);
    }
  }
}
