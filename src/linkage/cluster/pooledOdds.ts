// How two clusters are compared as persons: per field the mean of the likelihood ratios of all pairs of their members.
import { addMatchRatio, logOdds, noRatios } from "../score/pairScorer.ts";
import type { WeightTables } from "../score/scoringModel.ts";

/** Log likelihood ratios are cut to this range before pooling, so that one field of one pair cannot decide alone. */
const ratioMin = -7;
const ratioMax = 16;

/** A likelihood ratio as it is pooled, from its natural logarithm. */
export const clippedRatio = (ratio: number): number => Math.exp(Math.min(ratioMax, Math.max(ratioMin, ratio)));

/** Sums over pairs of members, per comparison, of one pair of clusters after another. */
export interface RatioSums {
  readonly match: Float64Array;
  readonly household: Float64Array;
  /** Pairs in which both have the field. */
  readonly present: Float64Array;
}

/**
 * Natural log odds that two clusters are one person. What a person cannot change contradicts more in larger clusters.
 * @param at where the sums of the two begin
 * @param smaller members of the smaller cluster
 */
export function pooledOdds(tables: WeightTables, sums: RatioSums, at: number, smaller: number): number {
  const { match, household, present } = sums;
  const { comparisonCount, isPermanent } = tables;
  const compounding = Math.sqrt(smaller);
  const totals = noRatios();
  for (let c = 0; c < comparisonCount; c += 1) {
    const pairs = present[at + c]!;
    if (pairs === 0) continue;
    const pooled = Math.log(match[at + c]! / pairs);
    totals.match += pooled < 0 && isPermanent[c] === 1 ? pooled * compounding : pooled;
    totals.household += Math.log(household[at + c]! / pairs);
    addMatchRatio(tables, totals, c, pooled);
  }
  return logOdds(tables, totals);
}
