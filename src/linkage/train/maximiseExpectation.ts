// Expectation–maximisation over four classes (one person, one household, twins, strangers). u never moves: chance is known
// exactly, and letting it follow the candidates is what makes textbook EM wander. m is held within what errors can do.
import { sharedFloat64 } from "../../shared/sharedArrays.ts";
import { comparisonKinds } from "../compare/comparison.ts";
import { type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { createClasses } from "./classifyPairs.ts";
import { countSurePairs } from "./countSurePairs.ts";
import { type ExpectedCounts, expectCounts } from "./expectedCounts.ts";
import { orderU } from "./initialModel.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import { type LevelSupport, supportLevels } from "./levelSupport.ts";
import type { Helpers } from "./pairPieces.ts";
import { RivalSums } from "./rivalSums.ts";
import { sayNothing } from "./sayNothing.ts";
import type { SettledPairs } from "./settlePairs.ts";
import type { TrainingPairs } from "./trainingPairs.ts";
import type { UnmetMatches, UnmetShare } from "./unmetMatches.ts";
import { type UpdateOptions, updateModel } from "./updateModel.ts";
import type { SecondNames } from "./weighSecondNames.ts";

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
/** Rounds from one look at sure pairs to the next: they are as sure a few rounds later. */
const roundsPerLook = 8;
const changeMin = 1e-3;

export interface TrainingOptions extends UpdateOptions {
  /** Pairs of strangers expected to share given name and surname if within an origin the two are independent; null without both. */
  readonly expectedNamesakes: number | null;
  /** Most that strangers share both names more often than if the two were independent; at least 1. */
  readonly nameDependenceMax: number;
  /** Codes do not say which pairs are one person's; what they agree in among those that other fields say is still learnt. */
  readonly isWithoutCodes?: boolean;
  /** The records, where each source holds a person once and a record has one partner in each other source; else null. */
  readonly onePerSource: StandardRecords | null;
  /** Tells of matches that are among no pairs; absent or null: there are none. */
  readonly unmet?: UnmetMatches | null | undefined;
  /** Labelled pairs to learn from; absent or null: none. */
  readonly labels?: LabelledPairs | null;
  /** Pairs that clusters put together, which are no strangers; absent or null: none. */
  readonly settled?: SettledPairs | null;
  /** What second names tell of the pairs; absent or null: nothing. */
  readonly secondNames?: SecondNames | null;
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
  let support: LevelSupport | null = null;
  let sureLevels: Float64Array = new Float64Array();
  for (let round = 1; round <= roundsMax; round += 1) {
    const tables = tabulateWeights(options.isWithoutCodes ? withoutCodes(model) : model);
    const sums = expectCounts(pairs, tables, classes, { ...options, support, rivals });
    if (round % roundsPerLook === 1) sureLevels = countSurePairs(pairs, model.comparisons, tables, probabilities);
    if (options.unmet) addUnmet(sums, options.unmet.expect(model), Math.max(0, options.settled?.others ?? 0));
    support = supportLevels(model, sums.matchLevels, options.u.shares);
    const learnt = updateModel(model, { ...sums, sureLevels }, options);
    const next = correctDependence(learnt, pairs, probabilities, options);
    const largestChange = changeBetween(model, next);
    rounds.push({ round, prior: next.prior, largestChange });
    model = next;
    if (largestChange < changeMin) break;
  }
  return { model, rounds, probabilities };
}

/** The model in which codes say nothing, whatever they were found to say. */
function withoutCodes(model: ScoringModel): ScoringModel {
  const comparisons = model.comparisons.map((comparison) =>
    comparison.kind === "code" ? sayNothing(comparison) : comparison,
  );
  return { ...model, comparisons };
}

/** Fewer matches that meet are not believed of a model: what is seen would say less than what is not. */
const metShareMin = 0.5;

/** Adds the matches that are among no pairs, but for `known` ones that are counted already. */
function addUnmet(sums: ExpectedCounts, { metShare, levels }: UnmetShare, known: number): void {
  const met = sums.matches - known;
  const others = Math.max(0, met / Math.max(metShareMin, metShare) - met - known);
  sums.unmet = others;
  levels.forEach((share, at) => {
    sums.matchLevels[at]! += share * others;
  });
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

/** Households drift from and to neighbours for many rounds that change nothing else: their number need not be known as well. */
const householdChange = 0.1;

function changeBetween(before: ScoringModel, after: ScoringModel): number {
  let largest = Math.abs(Math.log(after.prior / before.prior));
  if (after.householdPrior > 0)
    largest = Math.max(largest, householdChange * Math.abs(Math.log(after.householdPrior / before.householdPrior)));
  after.comparisons.forEach((comparison, index) => {
    const old = before.comparisons[index];
    comparison.m.forEach((m, level) => {
      largest = Math.max(largest, Math.abs(m - (old?.m[level] ?? 0)));
    });
  });
  return largest;
}
