// The maximisation of expectation–maximisation: the model that expected counts speak for, held within what errors can do and
// what households share.
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { ComparisonParameters, ScoringModel } from "../score/scoringModel.ts";
import type { UEstimate } from "./estimateU.ts";
import { type ExpectedCounts, levelSlice } from "./expectedCounts.ts";
import { holdAgreement, isDisproved } from "./holdAgreement.ts";
import { holdIdentity } from "./holdIdentity.ts";
import { hPriorOf, movedPrior, mPriorOf, normalise, nPriorOf, renamedPrior, tellByCodes } from "./initialModel.ts";
import { sayNothing } from "./sayNothing.ts";

export interface UpdateOptions {
  /** All pairs of records that may be compared. */
  readonly pairCount: number;
  /** Most matches that clusters of these records could hold; bounds the prior. */
  readonly matchesMax: number;
  readonly u: UEstimate;
  /** Probability of two records of one household, below which it does not fall: a small file shows few of them. */
  readonly householdPriorMin: number;
  /** Probability of two records of twins in a whole population; 0 switches that class off. */
  readonly typicalTwinPrior: number;
  /** Records that the pairs are of. */
  readonly recordCount: number;
}

/** What a round has counted. */
export interface RoundCounts extends ExpectedCounts {
  /** Pairs that are one person's whatever the comparison says (countSurePairs.ts), by level as the others. */
  readonly sureLevels: Float64Array;
}

export function updateModel(model: ScoringModel, sums: RoundCounts, options: UpdateOptions): ScoringModel {
  const matches = Math.min(sums.matches + sums.unmet, options.matchesMax);
  const isToldByCodes = tellByCodes(model.comparisons);
  return {
    prior: Math.min(0.5, Math.max(matches, 1e-3) / options.pairCount),
    householdPrior:
      model.householdPrior > 0
        ? Math.min(0.25, Math.max(sums.households / options.pairCount, options.householdPriorMin))
        : 0,
    neighbourPrior:
      (model.neighbourPrior ?? 0) > 0 ? Math.min(0.25, Math.max(sums.neighbours, 1e-3) / options.pairCount) : 0,
    twinPrior: updateTwinPrior(sums.twins / options.pairCount, model, options),
    ...updateMoves(model, sums),
    comparisons: holdIdentity(
      model.comparisons.map((comparison, index) =>
        updateComparison(comparison, options.u.shares[index] ?? [], {
          isToldByCodes,
          matches: levelSlice(sums.matchLevels, index),
          households: levelSlice(sums.householdLevels, index),
          neighbours: levelSlice(sums.neighbourLevels, index),
          sure: levelSlice(sums.sureLevels, index),
        }),
      ),
    ),
  };
}

/** Weight of the priors of moves, in pairs. */
const movePriorPairs = 40;
/** Most of a file's matches that are believed to be from before and after a move, and of these to have another surname. */
const movedMax = 0.5;
const renamedMax = 0.3;

function updateMoves({ movedShare = 0 }: ScoringModel, { matches, moved, renamed }: ExpectedCounts) {
  if (movedShare === 0) return { movedShare, renamedShare: 0 };
  return {
    movedShare: Math.min(movedMax, (moved + movePriorPairs * movedPrior) / (matches + movePriorPairs)),
    renamedShare: Math.min(renamedMax, (renamed + movePriorPairs * renamedPrior) / (moved + movePriorPairs)),
  };
}

/**
 * Of what is typical of a whole population, the least and the most that is believed of a file. With hardly any expected, twins
 * who are there become mistakes of one person's given name, and then join.
 */
const twinShareMin = 0.5;
const twinShareMax = 4 / 3;
/**
 * … but no more than so many times what is found. Where nothing tells twins from mistakes about as many are found as are
 * expected; where fields do tell and hardly any is found, there are none.
 */
const twinTimesFound = 3;

/** Twins are as many as nature makes: more contradicting given names beside one birth date are errors of one person's. */
function updateTwinPrior(learnt: number, { prior }: ScoringModel, options: UpdateOptions): number {
  const { typicalTwinPrior, pairCount, recordCount } = options;
  // Each record of a twin meets all records of the other.
  const recordsPerPerson = 1 + (2 * prior * pairCount) / recordCount;
  return Math.min(
    typicalTwinPrior * twinShareMax * recordsPerPerson,
    Math.max(learnt, Math.min(typicalTwinPrior * twinShareMin, twinTimesFound * learnt)),
  );
}

/** Pairs of a comparison by level, exact first; what is not given is 0. */
export interface PairsByLevel {
  /** Records have no names (initialModel.ts); false where not given. */
  readonly isToldByCodes?: boolean;
  readonly matches: ArrayLike<number>;
  readonly households?: ArrayLike<number>;
  readonly neighbours?: ArrayLike<number>;
  /** One person's whatever this comparison says. */
  readonly sure?: ArrayLike<number>;
}

/** New m, h and n of one comparison from expected counts and the kind's priors. */
export function updateComparison(
  comparison: ComparisonParameters,
  shares: readonly number[],
  { isToldByCodes = false, matches, households = [], neighbours = [], sure = [] }: PairsByLevel,
): ComparisonParameters {
  const kind: ComparisonKind = comparisonKinds[comparison.kind];
  if (kind.role === "order") return comparison;
  // What was taken for a number of the person's is still one of several; another date than that of birth tells nothing.
  if (comparison.kind === "date" && isDisproved({ ...comparison, u: shares }, sure)) return sayNothing(comparison);
  const mPrior = mPriorOf(comparison, shares, isToldByCodes);
  const m = normalise(mPrior.map((prior, level) => prior * kind.priorPairs + (matches[level] ?? 0)));
  const hold = (learnt: readonly number[]) => holdAgreement({ kind: comparison.kind, m: learnt, u: shares }, sure);
  if (comparison.h === null) return { ...comparison, m: hold(m) };
  const count = (priors: readonly number[], counts: ArrayLike<number>): number[] =>
    normalise(priors.map((prior, level) => prior * kind.priorPairs + (counts[level] ?? 0)));
  const h = count(hPriorOf(kind, shares), households);
  // Members of a household agree at least as often as strangers.
  const chance = shares[0] ?? 0;
  const [exactMin, exactMax] = [kind.householdExactMin, kind.householdExactMax].map((bound) => Math.max(chance, bound));
  const held = hold(m);
  const bounded = boundExact(h, exactMin!, exactMax!);
  const own = comparison.n === undefined ? comparison : { ...comparison, n: count(nPriorOf(kind, shares), neighbours) };
  return { ...own, m: held, h: kind.isMisspeltInHouseholds ? spreadErrors(kind, bounded, held) : bounded };
}

/**
 * A household's surname is misspelt as often as one person's: of its members who share it as many stand near it, for each
 * that agrees exactly. Few such pairs meet, since near names seldom are keys, so that a near surname would else tell more of
 * one person than an exact one. Homes themselves meet under many keys, and show their own errors.
 */
function spreadErrors(kind: ComparisonKind, h: readonly number[], m: readonly number[]): number[] {
  const shared = (h[0] ?? 0) / Math.max(m[0] ?? 0, 1e-9);
  return normalise(
    h.map((value, index) => (kind.levels[index]?.agrees === true ? Math.max(value, shared * (m[index] ?? 0)) : value)),
  );
}

function boundExact(h: readonly number[], exactMin: number, exactMax: number): number[] {
  const exact = h[0] ?? 0;
  const bounded = Math.min(exactMax, Math.max(exactMin, exact));
  if (bounded === exact) return [...h];
  const others = (1 - bounded) / Math.max(1e-9, 1 - exact);
  return h.map((value, index) => (index === 0 ? bounded : value * others));
}
