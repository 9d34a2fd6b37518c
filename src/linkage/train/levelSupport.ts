// What m of each level rests on, so that a pair can be weighed by what the others say of errors. Among few matches a
// level's m would else be what the doubtful pairs at that level made of it, which then vouches for them. Counting without
// the pair itself is how collapsed variational inference does it (Asuncion, Welling, Smyth and Teh 2009, CVB0).
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import { levelStride, type ScoringModel } from "../score/scoringModel.ts";
import { mPriorOf, tellByCodes } from "./initialModel.ts";

/** By comparison · levelStride + level, but for `totals`. */
export interface LevelSupport {
  /** Pairs of one person at the level, those that the prior stands for included; 0 where m is not learnt. */
  readonly counts: Float64Array;
  /** Those of the prior alone. */
  readonly priors: Float64Array;
  /** Sum of the counts of a comparison's levels. */
  readonly totals: Float64Array;
}

/** @param matchLevels expected counts of one person's pairs by level @param shares per comparison u of its levels */
export function supportLevels(
  { comparisons }: ScoringModel,
  matchLevels: Float64Array,
  shares: readonly (readonly number[])[],
): LevelSupport {
  const counts = new Float64Array(matchLevels.length);
  const priors = new Float64Array(matchLevels.length);
  const totals = new Float64Array(comparisons.length);
  const isToldByCodes = tellByCodes(comparisons);
  comparisons.forEach((comparison, index) => {
    const kind: ComparisonKind = comparisonKinds[comparison.kind];
    if (kind.role === "order") return;
    mPriorOf(comparison, shares[index] ?? [], isToldByCodes).forEach((prior, level) => {
      const at = index * levelStride + 1 + level;
      priors[at] = prior * kind.priorPairs;
      counts[at] = priors[at]! + matchLevels[at]!;
      totals[index]! += counts[at]!;
    });
  });
  return { counts, priors, totals };
}

/** Of a level's count less than this share is too little to be told. */
const tellingShare = 0.002;

/** What log m of the level (at = comparison · levelStride + level) changes by without `own` pairs of it. */
export function withoutOwn(
  { counts, priors, totals }: LevelSupport,
  comparison: number,
  at: number,
  own: number,
): number {
  const count = counts[at]!;
  if (own <= tellingShare * count) return 0;
  const left = Math.max(count - own, priors[at]!);
  return Math.log(left / count) - Math.log(1 - (count - left) / totals[comparison]!);
}
