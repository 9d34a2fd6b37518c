// The maximisation of expectation–maximisation: the model that expected counts speak for, held within what errors can do and
// what households share.
import { type ComparisonKind, type ComparisonKindName, comparisonKinds } from "../compare/comparison.ts";
import type { ComparisonParameters, ScoringModel } from "../score/scoringModel.ts";
import type { UEstimate } from "./estimateU.ts";
import { type ExpectedCounts, levelSlice } from "./expectedCounts.ts";
import { hPriorOf, movedPrior, mPriorOf, normalise, renamedPrior } from "./initialModel.ts";

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

export function updateModel(model: ScoringModel, sums: ExpectedCounts, options: UpdateOptions): ScoringModel {
  const matches = Math.min(sums.matches, options.matchesMax);
  return {
    prior: Math.min(0.5, Math.max(matches, 1e-3) / options.pairCount),
    householdPrior:
      model.householdPrior > 0
        ? Math.min(0.25, Math.max(sums.households / options.pairCount, options.householdPriorMin))
        : 0,
    twinPrior: updateTwinPrior(sums.twins / options.pairCount, model, options),
    ...updateMoves(model, sums),
    comparisons: holdIdentity(
      model.comparisons.map((comparison, index) => {
        const own = levelSlice(sums.matchLevels, index);
        return updateComparison(
          comparison,
          options.u.shares[index] ?? [],
          own,
          levelSlice(sums.householdLevels, index),
        );
      }),
    ),
  };
}

/** Weight of the priors of moves, in pairs. */
const movePriorPairs = 40;

function updateMoves({ movedShare = 0 }: ScoringModel, { matches, moved, renamed }: ExpectedCounts) {
  if (movedShare === 0) return { movedShare, renamedShare: 0 };
  return {
    movedShare: (moved + movePriorPairs * movedPrior) / (matches + movePriorPairs),
    renamedShare: (renamed + movePriorPairs * renamedPrior) / (moved + movePriorPairs),
  };
}

/** Of what is typical of a whole population, the least and the most that is believed of a file. */
const twinShareMin = 0.1;
const twinShareMax = 4 / 3;

/** Twins are as many as nature makes: more contradicting given names beside one birth date are errors of one person's. */
function updateTwinPrior(learnt: number, { prior }: ScoringModel, options: UpdateOptions): number {
  const { typicalTwinPrior, pairCount, recordCount } = options;
  // Each record of a twin meets all records of the other.
  const recordsPerPerson = 1 + (2 * prior * pairCount) / recordCount;
  return Math.min(
    typicalTwinPrior * twinShareMax * recordsPerPerson,
    Math.max(typicalTwinPrior * twinShareMin, learnt),
  );
}

/** New m and h of one comparison from expected counts by level (exact first) and the kind's priors. */
export function updateComparison(
  comparison: ComparisonParameters,
  shares: readonly number[],
  matchCounts: ArrayLike<number>,
  householdCounts: ArrayLike<number>,
): ComparisonParameters {
  const kind: ComparisonKind = comparisonKinds[comparison.kind];
  if (kind.role === "order") return comparison;
  const mPrior = mPriorOf(comparison, shares);
  const m = normalise(mPrior.map((prior, level) => prior * kind.priorPairs + (matchCounts[level] ?? 0)));
  if (comparison.h === null) return { ...comparison, m: holdAgreement(kind, m) };
  const hPrior = hPriorOf(kind, shares);
  const h = normalise(hPrior.map((prior, level) => prior * kind.priorPairs + (householdCounts[level] ?? 0)));
  // Members of a household agree at least as often as strangers.
  const chance = shares[0] ?? 0;
  const [exactMin, exactMax] = [kind.householdExactMin, kind.householdExactMax].map((bound) => Math.max(chance, bound));
  const held = holdAgreement(kind, m);
  const bounded = boundExact(h, exactMin!, exactMax!);
  return { ...comparison, m: held, h: kind.isMisspeltInHouseholds ? spreadErrors(kind, bounded, held) : bounded };
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

/** Raises the agreeing levels to the least share that they must hold, and exact agreement above each other agreement. */
export function holdAgreement(kind: ComparisonKind, m: readonly number[]): number[] {
  const held = raiseAgreement(kind, m, kind.agreementMin);
  const nearest = Math.max(...held.filter((_, index) => index > 0 && kind.levels[index]?.agrees === true), 0);
  if ((held[0] ?? 0) < nearest && kind.role === "personal") held[0] = nearest;
  return normalise(held);
}

const agreementOf = (kind: ComparisonKind, m: readonly number[]): number =>
  kind.levels.reduce((sum, level, index) => (level.agrees ? sum + (m[index] ?? 0) : sum), 0);

/** m with its agreeing levels raised to hold at least `agreementMin` together. */
function raiseAgreement(kind: ComparisonKind, m: readonly number[], agreementMin: number): number[] {
  const agreement = agreementOf(kind, m);
  if (agreement >= agreementMin) return [...m];
  const up = agreementMin / Math.max(agreement, 1e-9);
  const down = (1 - agreementMin) / Math.max(1 - agreement, 1e-9);
  return m.map((value, index) => value * (kind.levels[index]?.agrees === true ? up : down));
}

/** The fields that say who somebody is. */
const identityKinds: readonly ComparisonKindName[] = ["givenName", "surname", "date"];
/** Share of one person's records that may contradict each other in two of these fields at once. */
const contradictionMax = 0.03;
/** … in given name or birth date, where the file has only one of the two. */
const contradictionOfOneMax = 0.15;

/**
 * No error makes two of given name, surname and birth date wrong together in many of a person's records: a match class
 * that says so has become the relatives, or people who share a name and its e-mail address. The contradictions of both
 * fields are cut by the same factor until their product is believable.
 */
function holdIdentity(comparisons: readonly ComparisonParameters[]): ComparisonParameters[] {
  const held = [...comparisons];
  const indexes = identityKinds.map((kind) => held.findIndex((comparison) => comparison.kind === kind));
  const [given = -1, surname = -1, date = -1] = indexes;
  if (given < 0 || date < 0) cutContradictions(held, [Math.max(given, date)], contradictionOfOneMax);
  for (const pair of [
    [given, date],
    [surname, date],
    [given, surname],
  ]) {
    cutContradictions(held, pair, contradictionMax);
  }
  return held;
}

/** Cuts the contradictions of these comparisons until they are together at most `most`; nothing where one is absent. */
function cutContradictions(held: ComparisonParameters[], indexes: readonly number[], most: number): void {
  const fields = indexes.flatMap((index) => held[index] ?? []);
  if (fields.length < indexes.length) return;
  const together = fields.reduce((product, { kind, m }) => product * (1 - agreementOf(comparisonKinds[kind], m)), 1);
  if (together <= most) return;
  const cut = (most / together) ** (1 / fields.length);
  for (const index of indexes) {
    const comparison = held[index]!;
    const kind: ComparisonKind = comparisonKinds[comparison.kind];
    const contradiction = 1 - agreementOf(kind, comparison.m);
    held[index] = { ...comparison, m: raiseAgreement(kind, comparison.m, 1 - contradiction * cut) };
  }
}

function boundExact(h: readonly number[], exactMin: number, exactMax: number): number[] {
  const exact = h[0] ?? 0;
  const bounded = Math.min(exactMax, Math.max(exactMin, exact));
  if (bounded === exact) return [...h];
  const others = (1 - bounded) / Math.max(1e-9, 1 - exact);
  return h.map((value, index) => (index === 0 ? bounded : value * others));
}
