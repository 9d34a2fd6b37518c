// Expectation–maximisation over four classes (one person, one household, twins, strangers). u never moves: chance is known
// exactly, and letting it follow the candidates is what makes textbook EM wander. m is held within what errors can do.
import { sharedFloat64 } from "../../shared/sharedArrays.ts";
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import {
  type ComparisonParameters,
  levelStride,
  type ScoringModel,
  tabulateWeights,
  type WeightTables,
} from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { blendLabels, type ClassProbabilities } from "./blendLabels.ts";
import { classifyPairs, createClasses, type PairClasses } from "./classifyPairs.ts";
import { classifyTogether, type Helpers } from "./classifyTogether.ts";
import type { UEstimate } from "./estimateU.ts";
import { holdAgreement } from "./holdAgreement.ts";
import { holdIdentity } from "./holdIdentity.ts";
import { hPriorOf, movedPrior, mPriorOf, normalise, orderU, renamedPrior } from "./initialModel.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import { RivalSums } from "./rivalSums.ts";
import { ruleOutStrangers } from "./ruleOutStrangers.ts";
import type { SettledPairs } from "./settlePairs.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

export interface TrainingRound {
  readonly round: number;
  readonly prior: number;
  readonly largestChange: number;
}

export interface TrainingResult {
  readonly model: ScoringModel;
  readonly rounds: readonly TrainingRound[];
  /** Per training pair the probability of being one person under the model before the last update. */
  readonly probabilities: Float64Array;
}

const roundsMax = 60;
const changeMin = 1e-3;

export interface TrainingOptions {
  /** All pairs of records that may be compared. */
  readonly pairCount: number;
  /** Most matches that clusters of these records could hold; bounds the prior. */
  readonly matchesMax: number;
  readonly u: UEstimate;
  /** Pairs of strangers expected to share given name and surname if within an origin the two are independent; null without both. */
  readonly expectedNamesakes: number | null;
  /** Most that strangers share both names more often than if the two were independent; at least 1. */
  readonly nameDependenceMax: number;
  /** Probability of two records of one household, below which it does not fall: a small file shows few of them. */
  readonly householdPriorMin: number;
  /** Probability of two records of twins in a whole population; 0 switches that class off. */
  readonly typicalTwinPrior: number;
  /** Records that the pairs are of. */
  readonly recordCount: number;
  /** The records, where each source holds a person once and a record has one partner in each other source; else null. */
  readonly onePerSource: StandardRecords | null;
  /** Labelled pairs to learn from; absent or null: none. */
  readonly labels?: LabelledPairs | null;
  /** Pairs that clusters put together, which are no strangers; absent or null: none. */
  readonly settled?: SettledPairs | null;
  /** Has other threads take part in a round; absent: this one does all. */
  readonly help?: Helpers | undefined;
}

export function maximiseExpectation(
  pairs: TrainingPairs,
  initial: ScoringModel,
  options: TrainingOptions,
): TrainingResult {
  let model = initial;
  const rounds: TrainingRound[] = [];
  const probabilities = sharedFloat64(pairs.count);
  const classes = createClasses(pairs.count, probabilities);
  const rivals = options.onePerSource === null ? null : new RivalSums(options.onePerSource);
  for (let round = 1; round <= roundsMax; round += 1) {
    const sums = expect(pairs, tabulateWeights(model), classes, rivals, options);
    const learnt = maximise(model, sums, options);
    const next = correctDependence(learnt, pairs, probabilities, options);
    const largestChange = changeBetween(model, next);
    rounds.push({ round, prior: next.prior, largestChange });
    model = next;
    if (largestChange < changeMin) break;
  }
  return { model, rounds, probabilities };
}

/**
 * How much more often strangers share both names than independence allows, counted among the candidate pairs: those that
 * agree exactly on both and are not taken for one person, against those expected. Where nothing else tells persons apart,
 * matches would be counted for such strangers, hence the bound.
 */
function correctDependence(
  model: ScoringModel,
  pairs: TrainingPairs,
  probabilities: Float64Array,
  { expectedNamesakes: expected, nameDependenceMax }: TrainingOptions,
): ScoringModel {
  const order = model.comparisons.findIndex(({ kind }) => kind === "nameOrder");
  const given = model.comparisons.findIndex(({ kind }) => kind === "givenName");
  const surname = model.comparisons.findIndex(({ kind }) => kind === "surname");
  if (order < 0 || expected === null) return model;
  let strangers = 0;
  for (let pair = 0, row = 0; pair < pairs.count; pair += 1, row += pairs.comparisonCount) {
    if (pairs.levels[row + given] !== 1 || pairs.levels[row + surname] !== 1) continue;
    strangers += pairs.weights[pair]! * (1 - probabilities[pair]!);
  }
  const dependence = Math.min(nameDependenceMax, Math.max(1, strangers / Math.max(expected, 1)));
  const comparisons = model.comparisons.map((comparison, index) =>
    index === order ? { ...comparison, u: orderU(comparisonKinds.nameOrder, dependence) } : comparison,
  );
  return { ...model, comparisons };
}

interface ExpectedCounts {
  matches: number;
  households: number;
  twins: number;
  /** Matches from before and after a move, and of these, those with another surname. */
  moved: number;
  renamed: number;
  readonly matchLevels: Float64Array;
  readonly householdLevels: Float64Array;
}

/** Probabilities of the classes that are not strangers, per pair, and their expected counts by level. */
function expect(
  pairs: TrainingPairs,
  tables: WeightTables,
  classes: PairClasses,
  rivals: RivalSums | null,
  { labels = null, settled = null, help }: Pick<TrainingOptions, "labels" | "settled" | "help">,
): ExpectedCounts {
  const { matches: probabilities, households, twins, moved, renamed } = classes;
  classifyTogether({ pairs, tables, classes }, help);
  if (settled !== null) ruleOutStrangers(settled.isJoined, classes);
  if (rivals !== null) rivals.share(pairs, probabilities);
  for (let pair = 0; settled !== null && pair < pairs.count; pair += 1) {
    if (settled.isJoined[pair] === 1) probabilities[pair] = 1 - households[pair]! - twins[pair]!;
  }
  const { comparisonCount } = tables;
  const sums: ExpectedCounts = {
    matches: 0,
    households: 0,
    twins: 0,
    moved: 0,
    renamed: 0,
    matchLevels: new Float64Array(comparisonCount * levelStride),
    householdLevels: new Float64Array(comparisonCount * levelStride),
  };
  for (let pair = 0, row = 0; pair < pairs.count; pair += 1, row += comparisonCount) {
    const match = pairs.weights[pair]! * probabilities[pair]!;
    const household = pairs.weights[pair]! * households[pair]!;
    sums.matches += match;
    sums.households += household;
    sums.twins += pairs.weights[pair]! * twins[pair]!;
    sums.moved += match * moved[pair]!;
    sums.renamed += match * renamed[pair]!;
    for (let c = 0; c < comparisonCount; c += 1) {
      const at = c * levelStride + pairs.levels[row + c]!;
      const change = tables.change[c]!;
      sums.matchLevels[at]! += change === 0 ? match : match * (1 - (change === 1 ? moved : renamed)[pair]!);
      sums.householdLevels[at]! += household;
    }
  }
  if (settled !== null) {
    // Of a sample, what its pairs stand for may come out as more than there is.
    sums.matches = Math.max(0, sums.matches + settled.others);
    settled.otherLevels.forEach((count, at) => {
      sums.matchLevels[at] = Math.max(0, sums.matchLevels[at]! + count);
    });
  }
  if (labels !== null) {
    const unlabelled = { pairs, probabilities: { matches: probabilities, households } };
    const unblended = sums.matchLevels.slice();
    blendLabels(sums, unlabelled, { pairs: labels, probabilities: classifyLabels(labels, tables) });
    // Which labelled pairs are of a move nobody says: what changes with one is learnt without them.
    tables.change.forEach((change, c) => {
      if (change !== 0) sums.matchLevels.set(levelSlice(unblended, c), c * levelStride + 1);
    });
  }
  return sums;
}

function classifyLabels(labels: LabelledPairs, tables: WeightTables): ClassProbabilities {
  const classes = createClasses(labels.count);
  classifyPairs(labels, tables, classes);
  return classes;
}

function maximise(model: ScoringModel, sums: ExpectedCounts, options: TrainingOptions): ScoringModel {
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
function updateTwinPrior(learnt: number, { prior }: ScoringModel, options: TrainingOptions): number {
  const { typicalTwinPrior, pairCount, recordCount } = options;
  // Each record of a twin meets all records of the other.
  const recordsPerPerson = 1 + (2 * prior * pairCount) / recordCount;
  return Math.min(
    typicalTwinPrior * twinShareMax * recordsPerPerson,
    Math.max(typicalTwinPrior * twinShareMin, learnt),
  );
}

const levelSlice = (sums: Float64Array, comparison: number): Float64Array =>
  sums.subarray(comparison * levelStride + 1, (comparison + 1) * levelStride);

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
  return { ...comparison, m: held, h: comparison.kind === "surname" ? spreadErrors(kind, bounded, held) : bounded };
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

function changeBetween(before: ScoringModel, after: ScoringModel): number {
  let largest = Math.abs(Math.log(after.prior / before.prior));
  if (after.householdPrior > 0)
    largest = Math.max(largest, Math.abs(Math.log(after.householdPrior / before.householdPrior)));
  after.comparisons.forEach((comparison, index) => {
    const old = before.comparisons[index];
    comparison.m.forEach((m, level) => {
      largest = Math.max(largest, Math.abs(m - (old?.m[level] ?? 0)));
    });
  });
  return largest;
}
