// Takes a match weight apart into the steps it is the sum of, from the very tables that made it, so that an explanation
// cannot tell another story than the score.
import { type Comparison, type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { PairEvidence } from "../compare/pairEvidence.ts";
import type { WaterfallStep } from "../report/reportData.ts";
import { labelComparison } from "./labelComparison.ts";
import {
  addMatchRatio,
  bitsPerNat,
  householdRatio,
  matchRatio,
  moveGain,
  neighbourRatio,
  noRatios,
  twinsRatio,
} from "./pairScorer.ts";
import { levelStride, type WeightTables } from "./scoringModel.ts";

/**
 * Steps in bits that sum to the pair's match weight (scorePair · bitsPerNat, but for rounding): the prior odds; each
 * comparison's log2(m/u) on average over values; after it, where the value itself counts, how much rarer (positive) or
 * commoner it is than the average; what a move explains of places and a surname that differ; last what another
 * person of the same household, a twin and a neighbour would explain as well.
 */
export function explainEvidence(
  tables: WeightTables,
  evidence: PairEvidence,
  comparisons: readonly Comparison[],
): WaterfallStep[] {
  const { logPrior, strangerPrior, householdPrior, twinPrior, neighbourPrior } = tables;
  const noMatch = strangerPrior + householdPrior + twinPrior + neighbourPrior;
  const steps: WaterfallStep[] = [{ label: "Prior", level: "", weight: (logPrior - Math.log(noMatch)) * bitsPerNat }];
  comparisons.forEach((comparison, index) => {
    steps.push(...explainComparison(tables, evidence, comparison, index));
  });
  if (tables.movedShare > 0) {
    const totals = noRatios();
    comparisons.forEach((_, index) => {
      addMatchRatio(tables, totals, index, matchRatio(tables, evidence, index));
    });
    steps.push({ label: "Move", level: "", weight: moveGain(tables, totals) * bitsPerNat });
  }
  let others = noMatch;
  const sumOf = (ratio: (comparison: number) => number): number =>
    comparisons.reduce((total, _, index) => total + ratio(index), 0);
  const addClass = (label: string, prior: number, ratio: number): void => {
    if (prior === 0) return;
    const next = others - prior + prior * ratio;
    steps.push({ label, level: "", weight: (Math.log(others) - Math.log(next)) * bitsPerNat });
    others = next;
  };
  addClass("Household", householdPrior, Math.exp(sumOf((index) => householdRatio(tables, evidence, index))));
  const home = sumOf((index) => (tables.isHome[index] === 1 ? householdRatio(tables, evidence, index) : 0));
  const ofTwins = (index: number): number =>
    tables.isSharedByTwins[index] === 1 ? matchRatio(tables, evidence, index) : 0;
  addClass("Twin", twinPrior, twinsRatio(sumOf(ofTwins), home));
  addClass("Neighbour", neighbourPrior, Math.exp(sumOf((index) => neighbourRatio(tables, evidence, index))));
  return steps;
}

function explainComparison(
  tables: WeightTables,
  evidence: PairEvidence,
  comparison: Comparison,
  index: number,
): WaterfallStep[] {
  const label = labelComparison(comparison);
  const level = evidence.levels[index] ?? 0;
  if (level === 0) return [{ label, level: "missing", weight: 0 }];
  const { levels }: ComparisonKind = comparisonKinds[comparison.kind];
  const { logM, averageLogU } = tables;
  const at = index * levelStride + level;
  const average = averageLogU[at] ?? 0;
  const step = { label, level: levels[level - 1]?.label ?? "", weight: ((logM[at] ?? 0) - average) * bitsPerNat };
  const rest = matchRatio(tables, evidence, index) * bitsPerNat - step.weight;
  return rest === 0 ? [step] : [step, { label, level: "how common the value is", weight: rest }];
}
