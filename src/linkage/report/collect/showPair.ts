// A pair as a report shows it, compared and explained anew: nothing of a pair but its weight is kept after scoring.
import { explainEvidence } from "../../score/explainEvidence.ts";
import { bitsPerNat, probabilityOf, scorePair } from "../../score/pairScorer.ts";
import type { PairShown } from "../reportData.ts";
import type { ReportContext } from "./reportContext.ts";
import { showRecord } from "./showRecord.ts";

/** Records `left` and `right` of the table; compared in the order of their rows, as scoring does. */
export function showPair({ facts, tables }: ReportContext, left: number, right: number, reason: string): PairShown {
  const { collapsed, comparer, model, read } = facts;
  const rows = [collapsed.rowOf[left] ?? 0, collapsed.rowOf[right] ?? 0] as const;
  const evidence = comparer.compare(Math.min(...rows), Math.max(...rows));
  const odds = scorePair(tables, evidence);
  return {
    left: showRecord(read.table, left),
    right: showRecord(read.table, right),
    matchWeight: odds * bitsPerNat,
    matchProbability: probabilityOf(odds),
    steps: explainEvidence(tables, evidence, model.scoring.comparisons),
    reason,
  };
}
