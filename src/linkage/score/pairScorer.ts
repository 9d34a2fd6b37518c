// The one scorer: levels and value frequencies in, log odds out. One person stands against two of one household, twins,
// neighbours and strangers; a pair that a household explains as well as a person does is no match.
import type { PairEvidence } from "../compare/pairEvidence.ts";
import { levelStride, type WeightTables } from "./scoringModel.ts";

/** Bits per nat. */
export const bitsPerNat = Math.LOG2E;

/** log(m/u) of a comparison's level; 0 where missing. */
export function matchRatio(tables: WeightTables, evidence: PairEvidence, comparison: number): number {
  const level = evidence.levels[comparison]!;
  if (level === 0) return 0;
  const at = comparison * levelStride + level;
  const logU = tables.logU[at]! + evidence.logUAdjust[comparison]!;
  const share = tables.ownShare[comparison]!;
  return level === 1 && share >= 0 ? ratioBesideChance(share, logU) : tables.logM[at]! - logU;
}

/**
 * log(m/u) of exact agreement on a value, where that is chance but for a share of pairs.
 * @param share of pairs that agree for more than chance, 0 … 1
 * @param logU natural log of the value's frequency
 */
export const ratioBesideChance = (share: number, logU: number): number => ratioOfRarity(share, Math.exp(-logU));

/** The same from one over the value's frequency. */
export const ratioOfRarity = (share: number, rarity: number): number => Math.log(1 - share + share * rarity);

/**
 * log(h/u) of a comparison's level: how much likelier two of one household show it than strangers; 0 where missing.
 * @param named `twinsNamedAlike` of the pair, where it is known; it matters for what twins share alone
 */
export function householdRatio(
  tables: WeightTables,
  evidence: PairEvidence,
  comparison: number,
  named?: number,
): number {
  const level = evidence.levels[comparison]!;
  if (level === 0) return 0;
  const role = tables.role[comparison]!;
  if (role === 2) return 0;
  const at = comparison * levelStride + level;
  const logU = tables.logU[at]! + evidence.logUAdjust[comparison]!;
  if (role === 1) {
    const share = tables.householdShare[comparison]!;
    return level === 1 && share >= 0 ? ratioBesideChance(share, logU) : tables.logH[at]! - logU;
  }
  if (level > 1) return tables.logPersonalH[at]!;
  const epsilon = tables.epsilon[comparison]!;
  const share =
    tables.isOfTwins[comparison] === 1
      ? epsilon * (named ?? twinsNamedAlike(tables, evidence.levels, evidence.logUAdjust))
      : epsilon;
  return personalRatio(tables.asStrangers[comparison]!, share, logU);
}

/** Share of twins' records that bear the other's given name, by mistake. */
const namedAsTwin = 0.002;

/**
 * How often twins' given names agree as these do, over how often strangers' do; at most 1. Twins are the members of a household
 * who share a birth date, and no parents give both one name.
 * @param from where the pair's levels begin
 */
export function twinsNamedAlike(
  { givenName, logU }: WeightTables,
  levels: ArrayLike<number>,
  logUAdjust: ArrayLike<number>,
  from = 0,
): number {
  if (givenName < 0 || levels[from + givenName] !== 1) return 1;
  const logFrequency = logU[givenName * levelStride + 1]! + logUAdjust[from + givenName]!;
  return Math.min(1, namedAsTwin * Math.exp(-logFrequency));
}

/**
 * log(h/u) of exact agreement in a personal field.
 * @param asStrangers share of household members that agree no more than strangers do
 * @param share of those that agree for more than chance
 * @param logU natural log of the value's frequency
 */
export const personalRatio = (asStrangers: number, share: number, logU: number): number =>
  Math.log(asStrangers + share * Math.exp(-logU));

/** log(n/u) of a comparison's level: how much likelier two neighbours show it than strangers; 0 where missing. */
export function neighbourRatio(
  { isPlaceOfNeighbours, logN, logU }: WeightTables,
  { levels, logUAdjust }: PairEvidence,
  comparison: number,
): number {
  const level = levels[comparison]!;
  if (level === 0 || isPlaceOfNeighbours[comparison] === 0) return 0;
  const at = comparison * levelStride + level;
  return logN[at]! - logU[at]! - logUAdjust[comparison]!;
}

/** Sums of log ratios over comparisons. */
export interface RatioTotals {
  /** log(m/u). */
  match: number;
  /** log(h/u). */
  household: number;
  /** log(n/u). */
  neighbour: number;
  /** Of the match ratios, those of fields in which twins agree as one person does; in all others they are strangers. */
  twin: number;
  /** Of the household ratios, those of what a home shares. */
  home: number;
  /** Of the match ratios, those of places. */
  places: number;
  /** Of the match ratios, that of the surname. */
  surname: number;
  /** Of the match ratios, those below 0 of fields that a person cannot change. */
  contradiction: number;
}

export const noRatios = (): RatioTotals => {
  return { match: 0, household: 0, neighbour: 0, twin: 0, home: 0, places: 0, surname: 0, contradiction: 0 };
};

/** Log odds (natural) that the pair is one person rather than two of one household, twins, neighbours or strangers. */
export function logOdds(tables: WeightTables, totals: RatioTotals): number {
  let others = tables.strangerPrior;
  if (tables.householdPrior > 0) others += tables.householdPrior * Math.exp(totals.household);
  if (tables.twinPrior > 0) others += tables.twinPrior * twinsRatio(totals.twin, totals.home);
  if (tables.neighbourPrior > 0) others += tables.neighbourPrior * Math.exp(totals.neighbour);
  return tables.logPrior + totals.match + moveGain(tables, totals) - Math.log(others);
}

/** Share of twins who live together: those below some twenty years, in a population that lives to eighty. */
const twinsAtHome = 0.25;

/**
 * How much likelier twins show what two records agree in than strangers do, from natural logs: of what twins share wherever they
 * live, and of what a home shares. Added up before they are raised, since thousands of fields are more than a number holds.
 */
export const twinsRatio = (twin: number, home: number): number =>
  home === 0 ? Math.exp(twin) : (1 - twinsAtHome) * Math.exp(twin) + twinsAtHome * Math.exp(twin + home);

/**
 * What a move adds to the match ratios, as a natural log: one person's records agree in places (and a surname may change
 * with the home) as strangers' do where they are from before and after it. So no number of places that differ, for one
 * reason, weighs more than the rareness of moves. What contradicts weighs double then: across a move nothing but name and
 * birth date speaks for a person, and a namesake has the name.
 */
export function moveGain({ movedShare, renamedShare }: WeightTables, totals: RatioTotals): number {
  if (movedShare === 0) return 0;
  const { places, surname, contradiction } = totals;
  const afterMove = Math.exp(contradiction - places) * (1 - renamedShare + renamedShare * Math.exp(-surname));
  return Math.log(1 - movedShare + movedShare * afterMove);
}

/** The most that a comparison's log(m/u) adds to the log odds once moves are counted with; a ceiling, so never too low. */
export function ceilingWithMoves(tables: WeightTables, comparison: number, ratio: number): number {
  const change = tables.change[comparison]!;
  if (change === 0) return ratio;
  return change === 1 ? Math.max(0, ratio) : Math.log(Math.exp(ratio) + tables.movedShare * tables.renamedShare);
}

/** Adds a comparison's match ratio to the sums it belongs to, all but `match`. */
export function addMatchRatio(tables: WeightTables, totals: RatioTotals, comparison: number, ratio: number): void {
  if (tables.isSharedByTwins[comparison] === 1) totals.twin += ratio;
  if (ratio < 0 && tables.isPermanent[comparison] === 1) totals.contradiction += ratio;
  const change = tables.change[comparison]!;
  if (change === 1) totals.places += ratio;
  else if (change === 2) totals.surname += ratio;
}

/** Adds a comparison's household ratio to the sums it belongs to. */
export function addHouseholdRatio(
  { isHome }: WeightTables,
  totals: RatioTotals,
  comparison: number,
  ratio: number,
): void {
  totals.household += ratio;
  if (isHome[comparison] === 1) totals.home += ratio;
}

/** Log odds of a pair from its evidence. */
export function scorePair(tables: WeightTables, evidence: PairEvidence): number {
  const totals = noRatios();
  for (let comparison = 0; comparison < tables.comparisonCount; comparison += 1) {
    if (evidence.levels[comparison] === 0) continue;
    const ratio = matchRatio(tables, evidence, comparison);
    totals.match += ratio;
    addMatchRatio(tables, totals, comparison, ratio);
    if (tables.householdPrior > 0 || tables.isHome[comparison] === 1)
      addHouseholdRatio(tables, totals, comparison, householdRatio(tables, evidence, comparison));
    if (tables.neighbourPrior > 0) totals.neighbour += neighbourRatio(tables, evidence, comparison);
  }
  return logOdds(tables, totals);
}

/**
 * Log odds that no other scoring of the evidence goes above: a bound that costs no logarithm, for where most pairs are far below
 * what is asked for. Moves excuse places and surnames that differ, and agreement weighs one over its frequency at most.
 */
export function oddsCeiling(
  { comparisonCount, logPrior, strangerPrior, ownShare, logM, logU, change }: WeightTables,
  { levels, logUAdjust }: PairEvidence,
): number {
  let ceiling = logPrior - Math.log(strangerPrior) + ceilingSlack;
  for (let comparison = 0; comparison < comparisonCount; comparison += 1) {
    const level = levels[comparison]!;
    if (level === 0) continue;
    const at = comparison * levelStride + level;
    const u = logU[at]! + logUAdjust[comparison]!;
    const ratio = level === 1 && ownShare[comparison]! >= 0 ? Math.max(0, -u) : logM[at]! - u;
    ceiling += change[comparison] === 0 ? ratio : Math.max(0, ratio);
  }
  return ceiling;
}

/** Room for rounding. */
const ceilingSlack = 1e-6;

/** Probability 0 … 1 from natural log odds. */
export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Natural log odds from a probability above 0 and below 1. */
export const oddsOf = (probability: number): number => Math.log(probability / (1 - probability));
