// The train stage without labels: u from chance, m and priors by expectation–maximisation over candidate pairs.
import type { MeasuredRule } from "../block/chooseRules.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import { scorePair } from "../score/pairScorer.ts";
import { type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { estimateU, type UEstimate } from "./estimateU.ts";
import { createInitialModel } from "./initialModel.ts";
import { maximiseExpectation, type TrainingOptions, type TrainingRound } from "./maximiseExpectation.ts";
import { collectTrainingPairs, type TrainingPairs } from "./trainingPairs.ts";

export interface TrainOptions {
  readonly rules: readonly MeasuredRule[];
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
  readonly seed: number;
  /** Most candidate pairs to compare for training. */
  readonly pairsMax: number;
}

export interface TrainedModel {
  readonly model: ScoringModel;
  readonly rounds: readonly TrainingRound[];
  readonly u: UEstimate;
  readonly pairs: TrainingPairs;
  readonly probabilities: Float64Array;
  readonly options: TrainingOptions;
}

/** Pairs whose log odds of being one person or one household stay below this at the start are taken for strangers. */
const informativeFloor = -12;

export function trainModel(records: StandardRecords, comparer: PairComparer, options: TrainOptions): TrainedModel {
  const pairCount = countPairs(records, options.acrossOnly);
  const u = estimateU(records, comparer, options);
  const initial = createInitialModel(comparer.comparisons, u, { recordCount: countRecords(records), pairCount });
  const tables = tabulateWeights({ ...initial, householdPrior: 0 });
  const householdGain = Math.log(Math.max(initial.householdPrior, 1e-12) / initial.prior);
  const pairs = collectTrainingPairs(records, comparer, {
    rules: options.rules.map(({ rule }) => rule),
    candidatePairCount: options.rules.reduce((sum, { measure }) => sum + measure.pairCount, 0),
    blockSizeMax: options.blockSizeMax,
    acrossOnly: options.acrossOnly,
    pairsMax: options.pairsMax,
    isInformative: (evidence) => scorePair(tables, evidence) + Math.max(0, householdGain) + 6 > informativeFloor,
  });
  const trainingOptions: TrainingOptions = { pairCount, matchesMax: countMatchesMax(records, options.acrossOnly), u };
  const { model, rounds, probabilities } = maximiseExpectation(pairs, initial, trainingOptions);
  return { model, rounds, u, pairs, probabilities, options: trainingOptions };
}

/** Pairs of records that may be compared at all. */
export function countPairs(records: StandardRecords, acrossOnly: boolean): number {
  const { sourceOf, sourceCount } = records;
  const total = countRecords(records);
  const all = (total * (total - 1)) / 2;
  if (!acrossOnly) return Math.max(1, all);
  const perSource = new Float64Array(sourceCount);
  for (const source of sourceOf) perSource[source]! += 1;
  return Math.max(1, perSource.reduce((pairs, count) => pairs - (count * (count - 1)) / 2, all));
}

/** Records of one person beyond which a file would be no file of persons: bounds the prior. */
const recordsPerPersonMax = 25;

/** Records that the rows stand for. */
export function countRecords({ recordCount, multiplicity }: StandardRecords): number {
  return multiplicity === null ? recordCount : multiplicity.reduce((sum, count) => sum + count, 0);
}

function countMatchesMax(records: StandardRecords, acrossOnly: boolean): number {
  const recordCount = countRecords(records);
  return acrossOnly ? recordCount * 2 : (recordCount * (recordsPerPersonMax - 1)) / 2;
}
