// The train stage without labels: u from chance, m and priors by expectation–maximisation over candidate pairs of a
// sample of the records, whose size does not grow with the file.
import type { MeasuredRule } from "../block/chooseRules.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import { type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { collectTrainingPairs, type ListedMeetings } from "./collectTrainingPairs.ts";
import { countPairs, countRecords } from "./countPairs.ts";
import type { OwnRecords } from "./discountOwnRecords.ts";
import { estimateNameDependence } from "./estimateNameDependence.ts";
import { createInitialModel } from "./initialModel.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import { learnBesideOwnRecords } from "./learnBesideOwnRecords.ts";
import { type Lesson, learnFromLabels } from "./learnFromLabels.ts";
import {
  maximiseExpectation,
  type TrainingOptions,
  type TrainingResult,
  type TrainingRound,
} from "./maximiseExpectation.ts";
import { meetNamesakes } from "./meetNamesakes.ts";
import { thinPairs } from "./thinPairs.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

export interface TrainOptions {
  readonly rules: readonly MeasuredRule[];
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
  /** Each source holds a person at most once. */
  readonly isOnePerSource: boolean;
  readonly seed: number;
  /** Most meetings of candidate pairs to look at. */
  readonly pairsMax: number;
  /** Their meetings, where they are listed already. */
  readonly listed?: ListedMeetings | null;
  /** All records, of which those given are a sample. */
  readonly population: StandardRecords;
  /** Of all records, as counted. */
  readonly frequencies: FrequencyTables;
  readonly aligned: AlignedFrequencies;
  /** Labelled pairs to learn from; absent or null: none. */
  readonly labels?: LabelledPairs | null;
}

export interface TrainedModel {
  readonly model: ScoringModel;
  readonly rounds: readonly TrainingRound[];
  readonly pairs: TrainingPairs;
  /** Per training pair the probability of being one person. */
  readonly probabilities: Float64Array;
  /** What the frequencies that the model was trained with leave out. */
  readonly owned: readonly OwnRecords[];
}

/** Pairs whose log odds of being one person or one household stay below this at the start are taken for strangers. */
const informativeFloor = -12;

/** Combinations of common names are counted once, so that the dependence of names may be larger than it looks. */
const nameDependenceRoom = 2;

export interface Training {
  readonly plain: TrainedModel;
  /** What labels taught; null without labels. */
  readonly lesson: (TrainedModel & Lesson) | null;
}

export async function trainModel(crew: TrainingCrew, options: TrainOptions): Promise<Training> {
  const { records } = crew;
  const { rules, blockSizeMax, acrossOnly, pairsMax, listed = null, population } = options;
  const populationPairs = countPairs(population, acrossOnly);
  const u = await crew.estimateU(options);
  const size = { recordCount: countRecords(population), pairCount: populationPairs };
  const initial = createInitialModel(crew.comparisons, u, size);
  const tables = tabulateWeights({ ...initial, householdPrior: 0, twinPrior: 0 });
  const householdGain = Math.log(Math.max(initial.householdPrior, 1e-12) / initial.prior);
  const floor = informativeFloor - 6 - Math.max(0, householdGain);
  const collecting = collectTrainingPairs(crew, { rules, blockSizeMax, acrossOnly, pairsMax, listed, tables, floor });
  const chance = meetNamesakes(population, options.aligned);
  const explained = chance === null ? 1 : chance.byOrigin / chance.independent;
  const nameDependenceMax = Math.max(1, (nameDependenceRoom * estimateNameDependence(records)) / explained);
  const pairs = await collecting;
  const pairCount = countPairs(records, acrossOnly);
  const matchesMax = (countMatchesMax(population, acrossOnly, options.isOnePerSource) * pairCount) / populationPairs;
  const onePerSource = options.isOnePerSource ? records : null;
  const expectedNamesakes = chance === null ? null : pairCount * chance.byOrigin;
  const training = {
    pairCount,
    matchesMax,
    u,
    expectedNamesakes,
    nameDependenceMax,
    onePerSource,
    typicalTwinPrior: initial.twinPrior ?? 0,
    recordCount: countRecords(records),
    // A household is never ruled out for want of examples.
    householdPriorMin: initial.householdPrior,
    help: crew.help,
  };
  const { isOnePerSource, frequencies } = options;
  const all = { records, all: population, ...size, frequencies, acrossOnly, isOnePerSource };
  const { result, ...rest } = learnBesideOwnRecords(pairs, learnRoughly(pairs, initial, training), all, training);
  const plain = { ...result, ...rest };
  const { labels = null } = options;
  if (labels === null || labels.count === 0) return { plain, lesson: null };
  return { plain, lesson: { ...learnFromLabels(plain.pairs, plain, labels, training), ...rest } };
}

/** Pairs by which a model is learnt roughly: the rounds from the first guess to near the end need not see all of them. */
const roughPairs = 100_000;

function learnRoughly(pairs: TrainingPairs, initial: ScoringModel, options: TrainingOptions): TrainingResult {
  const every = Math.floor(pairs.count / roughPairs);
  // Where partners share one probability, all of a record's pairs are needed.
  if (every < 2 || options.onePerSource !== null) return maximiseExpectation(pairs, initial, options);
  const rough = maximiseExpectation(thinPairs(pairs, every), initial, options);
  return maximiseExpectation(pairs, rough.model, options);
}

/** Records of one person beyond which a file would be no file of persons: bounds the prior. */
const recordsPerPersonMax = 25;

function countMatchesMax(records: StandardRecords, acrossOnly: boolean, isOnePerSource: boolean): number {
  const recordCount = countRecords(records);
  if (isOnePerSource) {
    const perSource = new Float64Array(records.sourceCount);
    for (const source of records.sourceOf) perSource[source]! += 1;
    return perSource.reduce(
      (sum, count, source) =>
        sum + perSource.subarray(0, source).reduce((pairs, other) => pairs + Math.min(count, other), 0),
      0,
    );
  }
  return acrossOnly ? recordCount * 2 : (recordCount * (recordsPerPersonMax - 1)) / 2;
}
