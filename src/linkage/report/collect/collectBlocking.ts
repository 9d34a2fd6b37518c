// Blocking as shown: what each rule cost and found first, and the share of matching pairs that met under any rule.
import { estimateNeverMet } from "../../evaluate/estimateQuality.ts";
import type { RunFacts } from "../../linkRun.ts";
import type { ReportData } from "../reportData.ts";

/** The estimated recall is NaN where nothing was found to estimate it from. */
export function collectBlocking({ measured, scored, model }: RunFacts): ReportData["blocking"] {
  const rules = measured.map(({ rule, measure }, index) => ({
    rule: rule.name,
    pairCount: scored.pairCounts[index] ?? 0,
    largestBlock: measure.largestBlock,
    blocksLeftOut: measure.blocksLeftOut,
    recordsLeftOut: measure.recordsLeftOut,
    linkCount: scored.linkCounts[index] ?? 0,
  }));
  const isComplete = model.blocking.rules.some((names) => names.length === 0);
  const found = scored.meetings.reduce((sum, count) => sum + count, 0);
  return {
    rules,
    candidatePairCount: scored.pairCounts.reduce((sum, count) => sum + count, 0),
    estimatedRecall: isComplete ? 1 : found / (found + estimateNeverMet(scored.meetings)),
  };
}
