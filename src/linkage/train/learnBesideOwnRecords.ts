// Training again with frequencies as strangers meet them: matches found make their own values rarer, which finds matches.
import { sharedFloat64 } from "../../shared/sharedArrays.ts";
import { type ComparisonKindName, nameKinds } from "../compare/comparison.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { ScoringModel } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { countOwnRecords, discountOwnRecords, type OwnRecords, weighBesideOwnRecords } from "./discountOwnRecords.ts";
import { maximiseExpectation, type TrainingOptions, type TrainingResult } from "./maximiseExpectation.ts";
import { settlePairs } from "./settlePairs.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** More would let matches found on the strength of earlier ones decide. */
const rounds = 2;

export interface LearntBeside {
  readonly result: TrainingResult;
  /** As weighed in the last round. */
  readonly pairs: TrainingPairs;
  readonly owned: readonly OwnRecords[];
}

export interface Population {
  /** The records of the pairs, a sample of all. */
  readonly records: StandardRecords;
  readonly all: StandardRecords;
  /** All records, identical ones told apart, and their pairs that may be compared. */
  readonly recordCount: number;
  readonly pairCount: number;
  /** As counted. */
  readonly frequencies: FrequencyTables;
  readonly acrossOnly: boolean;
  readonly isOnePerSource: boolean;
}

/** Goes on from `first`, the result for `pairs` with every record counted. */
export function learnBesideOwnRecords(
  pairs: TrainingPairs,
  first: TrainingResult,
  population: Population,
  options: TrainingOptions,
): LearntBeside {
  let learnt: LearntBeside = { result: first, pairs, owned: [] };
  const kinds = new Set(first.model.comparisons.map(({ kind }) => kind));
  if (!tellsPersons(kinds)) return learnt;
  // Each round weighs anew what the one before has weighed and is done with.
  const logUAdjust = sharedFloat64(pairs.logUAdjust.length);
  for (let round = 0; round < rounds; round += 1) {
    const { result } = learnt;
    const otherRecords = (2 * result.model.prior * population.pairCount) / population.recordCount;
    const familyNames = namesOfFamilies(result.model, options);
    const owned = countOwnRecords(pairs, result, { ...population, otherRecords, familyNames });
    if (owned.length === 0) break;
    const weighed = weighBesideOwnRecords(pairs, population.records, owned, logUAdjust);
    const next = maximiseExpectation(weighed, result.model, options);
    learnt = { result: next, pairs: weighed, owned };
  }
  // Once: clusters of a model that clusters taught would repeat their own mistakes.
  return { ...learnt, result: settleAll(learnt, population, options) };
}

/**
 * Two of given name, surname and birth date keep the match class to persons. With fewer nothing does: what it found is no
 * ground to go on from.
 */
const tellsPersons = (kinds: ReadonlySet<ComparisonKindName>): boolean =>
  (["givenName", "surname", "date"] as const).filter((kind) => kinds.has(kind)).length >= 2;

/** Of pairs with two given names the share that may be relatives' from which relatives are taken to be there. */
const relativesMin = 2 / 3;

/** Names that families of these records share: surnames, and given names too where relatives are named after each other. */
function namesOfFamilies(model: ScoringModel, options: TrainingOptions): ReadonlySet<ComparisonKindName> {
  if (!showsHouseholds(model, options)) return new Set();
  return areNamedAlike(model, options) && tellsMembers(model) ? nameKinds : new Set(["surname"] as const);
}

/**
 * More households than are never ruled out for want of examples, or second names that stand as often as relatives' would: they
 * were found in the records. Where only names tell their members apart, they cannot be told from one person's records, and may
 * be there all the same.
 */
function showsHouseholds(model: ScoringModel, options: TrainingOptions): boolean {
  if (model.householdPrior === 0) return false;
  return model.householdPrior > options.householdPriorMin || areNamedAlike(model, options) || !tellsMembers(model);
}

const areNamedAlike = ({ householdPrior }: ScoringModel, { secondNames = null }: TrainingOptions): boolean =>
  householdPrior > 0 && secondNames !== null && secondNames.relatives >= relativesMin;

/** Whether something beside names tells members of a household apart. */
const tellsMembers = ({ comparisons }: ScoringModel): boolean =>
  comparisons.some(({ kind }) => kind === "date" || kind === "document");

/**
 * Trained once more with the pairs that clusters settle. Not where there are households, which is a choice by measurement:
 * elsewhere it gains a little, there two development sets lose (docs/decisions/0030).
 */
function settleAll(
  { pairs, result, owned }: LearntBeside,
  { records, frequencies, ...rules }: Population,
  options: TrainingOptions,
): TrainingResult {
  if (showsHouseholds(result.model, options)) return result;
  const aligned = alignFrequencies(records, discountOwnRecords(frequencies, owned));
  const comparer = new PairComparer(records, aligned);
  const settled = settlePairs({ records, comparer }, pairs, result.model, rules);
  return maximiseExpectation(pairs, result.model, { ...options, settled });
}
