// The model before anything is learnt: priors of m, u from random pairs and frequencies, and classes of household,
// twins and neighbours where the fields allow them.
import {
  type Comparison,
  type ComparisonKind,
  comparisonKinds,
  type LevelDefinition,
  nameKinds,
} from "../compare/comparison.ts";
import type { ComparisonParameters, ScoringModel } from "../score/scoringModel.ts";
import type { UEstimate } from "./estimateU.ts";

/** Expected matches, and pairs of one household, a record before anything is learnt. */
const matchesPerRecord = 0.3;
const householdPairsPerRecord = 0.1;
/** Pairs of neighbours a record before anything is learnt; training ends in the same place from a sixth to seven times as many. */
const neighbourPairsPerRecord = 0.3;
/** Of people born of late 3 in 100 are a twin (vital statistics of Europe and North America): pairs of twins a person. */
const twinPairsPerPerson = 0.015;

/** Of one person's pairs of records those from before and after a move, and of these, those with another surname. */
export const movedPrior = 0.15;
export const renamedPrior = 0.1;

/** `pairCount`: all pairs of records that may be compared, candidates or not. */
export function createInitialModel(
  comparisons: readonly Comparison[],
  u: UEstimate,
  options: { readonly recordCount: number; readonly pairCount: number },
): ScoringModel {
  const shared = comparisons.filter((comparison) => comparisonKinds[comparison.kind].role === "shared");
  const places = shared.filter(({ kind }) => comparisonKinds[kind].changesWithMove === "place");
  const hasFamilies = places.length > 0 || shared.some(({ kind }) => kind === "relative");
  const hasHouseholds =
    shared.length >= 2 &&
    hasFamilies &&
    comparisons.some((comparison) => comparisonKinds[comparison.kind].role === "personal");
  // One place alone has nothing to agree in together, and without surnames nothing tells neighbours from households.
  const hasNeighbours = places.length >= 2 && comparisons.some(({ kind }) => kind === "surname");
  return {
    prior: Math.min(0.5, (matchesPerRecord * options.recordCount) / options.pairCount),
    householdPrior: hasHouseholds
      ? Math.min(0.25, (householdPairsPerRecord * options.recordCount) / options.pairCount)
      : 0,
    twinPrior: showTwins(comparisons)
      ? Math.min(0.1, (twinPairsPerPerson * options.recordCount) / options.pairCount)
      : 0,
    neighbourPrior: hasNeighbours
      ? Math.min(0.25, (neighbourPairsPerRecord * options.recordCount) / options.pairCount)
      : 0,
    // Of one place alone its own levels say how often it changes.
    movedShare: places.length >= 2 ? movedPrior : 0,
    renamedShare: places.length >= 2 ? renamedPrior : 0,
    comparisons: comparisons.map((comparison, index) =>
      initialParameters(comparison, u.shares[index] ?? [], {
        isToldByCodes: tellByCodes(comparisons),
        hasNeighbours,
        hasHomes: hasHouseholds && places.some(isOfHomes),
      }),
    ),
  };
}

/** Twins share surname and birth date; only a given name tells them from one person. */
function showTwins(comparisons: readonly Comparison[]): boolean {
  const kinds = new Set(comparisons.map(({ kind }) => kind));
  return kinds.has("givenName") && kinds.has("surname") && kinds.has("date");
}

/** An organisation is no home. */
const isOfHomes = ({ kind, field }: Comparison): boolean => kind !== "tokens" || field === "address";

function initialParameters(
  comparison: Comparison,
  shares: readonly number[],
  {
    isToldByCodes,
    hasNeighbours,
    hasHomes,
  }: { readonly isToldByCodes: boolean; readonly hasNeighbours: boolean; readonly hasHomes: boolean },
): ComparisonParameters {
  const kind: ComparisonKind = comparisonKinds[comparison.kind];
  const isOrder = kind.role === "order";
  return {
    ...comparison,
    m: mPriorOf(comparison, shares, isToldByCodes),
    u: isOrder ? orderU(kind, 1) : kind.levels.map((_, index) => shares[index] ?? 1),
    h: kind.role === "shared" || (kind.mayRunInFamilies && hasHomes) ? hPriorOf(kind, shares) : null,
    ...(hasNeighbours && kind.changesWithMove === "place" ? { n: nPriorOf(kind, shares) } : {}),
  };
}

/**
 * Whether names stand swapped is a habit of the record, as likely beside a stranger as beside oneself: it tells nothing,
 * but for the second try that chance has when the crossed reading is looked at too. `dependence`: how much more often
 * strangers share both names than if given name and surname were independent; at least 1.
 */
export function orderU(kind: ComparisonKind, dependence: number): number[] {
  const secondTry = 2;
  const factors = [1, secondTry * dependence, secondTry, dependence];
  return kind.levels.map((level, index) => Math.min(1, level.mPrior * (factors[index] ?? 1)));
}

/** A name that is another altogether is rare or common as strangers' names are: of a small file nearly all are rare. */
function spreadDifferent(
  levels: readonly LevelDefinition[],
  priors: readonly number[],
  shares: readonly number[],
): number[] {
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value, level) => total + (levels[level]?.agrees === false ? value : 0), 0);
  const factor = sum(priors) / Math.max(sum(shares), 1e-9);
  return priors.map((prior, level) => (levels[level]?.agrees === false ? factor * (shares[level] ?? 0) : prior));
}

/** Without names, codes are what tells persons apart. */
export const tellByCodes = (comparisons: readonly Comparison[]): boolean =>
  !comparisons.some(({ kind }) => nameKinds.has(kind));

/**
 * What m is drawn towards. Codes of unknown meaning start near u: they may say nothing of a person. Where they alone can, they
 * start as what a person keeps: near u the match class becomes whatever code goes with the most others.
 */
export function mPriorOf(comparison: Comparison, shares: readonly number[], isToldByCodes: boolean): number[] {
  const { levels }: ComparisonKind = comparisonKinds[comparison.kind];
  const priors = levels.map((level) => level.mPrior);
  if (comparison.kind === "code" && !isToldByCodes)
    return normalise(priors.map((prior, index) => 0.75 * (shares[index] ?? 0) + 0.25 * prior));
  return normalise(nameKinds.has(comparison.kind) ? spreadDifferent(levels, priors, shares) : priors);
}

/** Household members agree exactly as often as the kind says, at least as often as strangers; the rest as among these. */
export function hPriorOf(kind: ComparisonKind, shares: readonly number[]): number[] {
  return spreadBesideExact(kind.householdExactPrior, shares);
}

/** As hPriorOf, of neighbours. */
export function nPriorOf(kind: ComparisonKind, shares: readonly number[]): number[] {
  return spreadBesideExact(kind.neighbourExactPrior, shares);
}

/** Exact agreement as often as given, or as among strangers where that is more; the other levels in proportion to theirs. */
function spreadBesideExact(exactPrior: number, shares: readonly number[]): number[] {
  const exact = Math.max(shares[0] ?? 0, exactPrior);
  const others = Math.max(1e-9, 1 - (shares[0] ?? 0));
  return normalise(shares.map((share, index) => (index === 0 ? exact : ((1 - exact) * share) / others)));
}

export function normalise(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
