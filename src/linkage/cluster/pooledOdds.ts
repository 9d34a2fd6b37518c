// How two clusters are compared as persons: per field the mean of the likelihood ratios of all pairs of their members.
import type { PairEvidence } from "../compare/pairEvidence.ts";
import {
  addHouseholdRatio,
  addMatchRatio,
  householdRatio,
  logOdds,
  matchRatio,
  neighbourRatio,
  noRatios,
} from "../score/pairScorer.ts";
import type { WeightTables } from "../score/scoringModel.ts";

/** Log likelihood ratios are cut to this range before pooling, so that one field of one pair cannot decide alone. */
const ratioMin = -7;
const ratioMax = 16;

/** A likelihood ratio as it is pooled, from its natural logarithm. */
const clippedRatio = (ratio: number): number => Math.exp(Math.min(ratioMax, Math.max(ratioMin, ratio)));

/** Sums over pairs of members, per comparison, of one pair of clusters after another. */
export interface RatioSums {
  readonly match: Float64Array;
  readonly household: Float64Array;
  readonly neighbour: Float64Array;
  /** Pairs in which both have the field, and of these, those that agree exactly. */
  readonly present: Float64Array;
  readonly exact: Float64Array;
}

/** Room for `cells` sums, all 0. */
export const createSums = (cells: number): RatioSums => ({
  match: new Float64Array(cells),
  household: new Float64Array(cells),
  neighbour: new Float64Array(cells),
  present: new Float64Array(cells),
  exact: new Float64Array(cells),
});

/** Sets the sums that begin at `at` to the ratios of one pair of members. */
export function putRatios(sums: RatioSums, at: number, tables: WeightTables, evidence: PairEvidence): void {
  const { match, household, neighbour, present, exact } = sums;
  for (let c = 0; c < tables.comparisonCount; c += 1) {
    const isPresent = evidence.levels[c] !== 0;
    present[at + c] = isPresent ? 1 : 0;
    exact[at + c] = evidence.levels[c] === 1 ? 1 : 0;
    match[at + c] = isPresent ? clippedRatio(matchRatio(tables, evidence, c)) : 0;
    household[at + c] = isPresent ? clippedRatio(householdRatio(tables, evidence, c)) : 0;
    if (tables.neighbourPrior > 0)
      neighbour[at + c] = isPresent ? clippedRatio(neighbourRatio(tables, evidence, c)) : 0;
  }
}

/** Adds the `count` sums that begin at `source` to those that begin at `target`. */
export function addRatios(
  { match, household, neighbour, present, exact }: RatioSums,
  target: number,
  source: number,
  count: number,
): void {
  for (let c = 0; c < count; c += 1) {
    match[target + c]! += match[source + c]!;
    household[target + c]! += household[source + c]!;
    neighbour[target + c]! += neighbour[source + c]!;
    present[target + c]! += present[source + c]!;
    exact[target + c]! += exact[source + c]!;
  }
}

/**
 * Natural log odds that two clusters are one person. What a person cannot change contradicts more in larger clusters. Where a
 * person has one value and no two members agree in it exactly, each further member would be a slip of its own.
 * @param at where the sums of the two begin
 * @param smaller members of the smaller cluster
 */
export function pooledOdds(tables: WeightTables, sums: RatioSums, at: number, smaller: number): number {
  const { match, household, neighbour, present, exact } = sums;
  const { comparisonCount, isPermanent, logSlip } = tables;
  const compounding = Math.sqrt(smaller);
  const totals = noRatios();
  for (let c = 0; c < comparisonCount; c += 1) {
    const pairs = present[at + c]!;
    if (pairs === 0) continue;
    let pooled = Math.log(match[at + c]! / pairs);
    if (pooled > 0 && exact[at + c] === 0) pooled += (Math.min(smaller, Math.sqrt(pairs)) - 1) * logSlip[c]!;
    totals.match += pooled < 0 && isPermanent[c] === 1 ? pooled * compounding : pooled;
    addHouseholdRatio(tables, totals, c, Math.log(household[at + c]! / pairs));
    if (tables.neighbourPrior > 0) totals.neighbour += Math.log(neighbour[at + c]! / pairs);
    addMatchRatio(tables, totals, c, pooled);
  }
  return logOdds(tables, totals);
}
