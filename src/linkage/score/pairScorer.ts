// The one scorer: levels and value frequencies in, log odds out. Three classes: one person, two of one household,
// strangers; a pair that a household explains as well as a person does is no match.
import type { PairEvidence } from "../compare/pairEvidence.ts";
import { levelStride, type WeightTables } from "./scoringModel.ts";

/** Bits per nat. */
export const bitsPerNat = Math.LOG2E;

/** log(m/u) of a comparison's level; 0 where missing. */
export function matchRatio(tables: WeightTables, evidence: PairEvidence, comparison: number): number {
  const level = evidence.levels[comparison]!;
  if (level === 0) return 0;
  const at = comparison * levelStride + level;
  return tables.logM[at]! - tables.logU[at]! - evidence.logUAdjust[comparison]!;
}

/** log(h/u) of a comparison's level: how much likelier two of one household show it than strangers; 0 where missing. */
export function householdRatio(tables: WeightTables, evidence: PairEvidence, comparison: number): number {
  const level = evidence.levels[comparison]!;
  if (level === 0) return 0;
  const role = tables.role[comparison]!;
  if (role === 2) return 0;
  const at = comparison * levelStride + level;
  const logU = tables.logU[at]! + evidence.logUAdjust[comparison]!;
  if (role === 1) return tables.logH[at]! - logU;
  if (level !== 1) return tables.logPersonalH[at]!;
  const epsilon = tables.epsilon[comparison]!;
  return Math.log(1 - epsilon + epsilon * Math.exp(-logU));
}

/**
 * Log odds (natural) that the pair is one person rather than two of one household, twins or strangers. `twinSum`: of the
 * match ratios, those of fields in which twins agree as one person does; in all others they are strangers.
 */
export function logOdds(tables: WeightTables, matchSum: number, householdSum: number, twinSum: number): number {
  let others = tables.strangerPrior;
  if (tables.householdPrior > 0) others += tables.householdPrior * Math.exp(householdSum);
  if (tables.twinPrior > 0) others += tables.twinPrior * Math.exp(twinSum);
  return tables.logPrior + matchSum - Math.log(others);
}

/** Log odds of a pair from its evidence. */
export function scorePair(tables: WeightTables, evidence: PairEvidence): number {
  let matchSum = 0;
  let householdSum = 0;
  let twinSum = 0;
  for (let comparison = 0; comparison < tables.comparisonCount; comparison += 1) {
    if (evidence.levels[comparison] === 0) continue;
    const ratio = matchRatio(tables, evidence, comparison);
    matchSum += ratio;
    if (tables.isSharedByTwins[comparison] === 1) twinSum += ratio;
    if (tables.householdPrior > 0) householdSum += householdRatio(tables, evidence, comparison);
  }
  return logOdds(tables, matchSum, householdSum, twinSum);
}

/** Probability 0 … 1 from natural log odds. */
export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
