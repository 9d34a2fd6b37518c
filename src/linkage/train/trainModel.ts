// The train stage without labels: u from chance, m and priors by expectation–maximisation over candidate pairs of a
// sample of the records, whose size does not grow with the file.
import type { MeasuredRule } from "../block/chooseRules.ts";
import { comparisonKinds } from "../compare/comparison.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import { type AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import { oddsOf, probabilityOf } from "../score/pairScorer.ts";
import type { ComparisonParameters, ScoringModel } from "../score/scoringModel.ts";
import type { Spellings } from "../standardise/nicknameLists.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { calibrateWithin, type WithinSources } from "./calibrateWithin.ts";
import { countPairs, countRecords } from "./countPairs.ts";
import { type OwnRecords, weighBesideOwnRecords } from "./discountOwnRecords.ts";
import type { UEstimate } from "./estimateU.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import { learnBesideOwnRecords } from "./learnBesideOwnRecords.ts";
import { type Lesson, learnFromLabels } from "./learnFromLabels.ts";
import { learnSpellings } from "./learnSpellings.ts";
import {
  maximiseExpectation,
  type TrainingOptions,
  type TrainingResult,
  type TrainingRound,
} from "./maximiseExpectation.ts";
import type { Namesakes } from "./meetNamesakes.ts";
import { respellPairs } from "./respellPairs.ts";
import { saysNothing } from "./sayNothing.ts";
import type { StartOfTraining } from "./startTraining.ts";
import { thinPairs } from "./thinPairs.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import type { TrainingPairs } from "./trainingPairs.ts";
import { UnmetMatches } from "./unmetMatches.ts";
import { weighSecondNames } from "./weighSecondNames.ts";

export interface TrainOptions {
  /** Candidate pairs of the crew's records; only those across sources where nothing else may be compared. */
  readonly pairs: TrainingPairs;
  /** Under which the pairs may have met. */
  readonly rules: readonly MeasuredRule[];
  /** Pairs of one source each, where that holds a person once; null where they were not looked at. */
  readonly within: WithinSources | null;
  readonly start: StartOfTraining;
  readonly namesakes: Namesakes;
  readonly acrossOnly: boolean;
  /** Each source holds a person at most once. */
  readonly isOnePerSource: boolean;
  /** All records, of which the crew's are a sample. */
  readonly population: StandardRecords;
  /** Of all records, as counted. */
  readonly frequencies: FrequencyTables;
  /** The same, as the crew compares with them. */
  readonly aligned: AlignedFrequencies;
  readonly seed: number;
  /** Labelled pairs to learn from; absent or null: none. */
  readonly labels?: LabelledPairs | null;
  /** Codes do not say which pairs are one person's. */
  readonly isWithoutCodes?: boolean;
}

export interface TrainedModel {
  readonly model: ScoringModel;
  /** Probability that two records are one person, as expectation–maximisation has it. */
  readonly matchShare: number;
  readonly rounds: readonly TrainingRound[];
  readonly pairs: TrainingPairs;
  /** Per training pair the probability of being one person. */
  readonly probabilities: Float64Array;
  /** What the frequencies that the model was trained with leave out. */
  readonly owned: readonly OwnRecords[];
}

export interface Training {
  readonly plain: TrainedModel;
  /** What labels taught; null without labels. */
  readonly lesson: (TrainedModel & Lesson) | null;
  /** Pairs within sources have moved the plain model's prior. */
  readonly isCalibrated: boolean;
  /** Spellings of names that the records show; the crew compares with them from then on. */
  readonly spellings: readonly Spellings[];
  /** What training did beside learning figures, in sentences. */
  readonly notes: readonly string[];
}

export async function trainModel(crew: TrainingCrew, options: TrainOptions): Promise<Training> {
  const { pairs, acrossOnly, isOnePerSource, population, frequencies, namesakes } = options;
  const { initial, size } = options.start;
  const pairCount = countPairs(crew.records, acrossOnly);
  const matchesMax = (countMatchesMax(population, acrossOnly, isOnePerSource) * pairCount) / size.pairCount;
  const training = {
    unmet: findUnmet(crew, new PairComparer(crew.records, options.aligned), options),
    pairCount,
    matchesMax,
    u: options.start.u,
    expectedNamesakes: namesakes.chance === null ? null : pairCount * namesakes.chance.byOrigin,
    nameDependenceMax: namesakes.dependenceMax,
    onePerSource: isOnePerSource ? crew.records : null,
    typicalTwinPrior: initial.twinPrior ?? 0,
    recordCount: countRecords(crew.records),
    // A household is never ruled out for want of examples.
    householdPriorMin: initial.householdPrior,
    help: crew.help,
    isWithoutCodes: options.isWithoutCodes === true,
  };
  const { spellings, rough, ...learnt } = await learnSpelt(
    crew,
    learnRoughly(pairs, initial, training),
    training,
    options,
  );
  // Where a source holds a person once, there are no other records to confirm a name.
  const secondNames = isOnePerSource ? null : weighSecondNames(pairs, rough, crew.records);
  const spelt = { ...training, ...learnt, secondNames };
  const all = { records: crew.records, all: population, ...size, frequencies, acrossOnly, isOnePerSource };
  const first = secondNames === null ? rough : maximiseExpectation(pairs, rough.model, spelt);
  const { result, ...rest } = learnBesideOwnRecords(pairs, first, all, spelt);
  const model = calibrate(result.model, rest, crew, options.within);
  const isCalibrated = model !== result.model;
  const plain = { ...result, ...rest, model, matchShare: result.model.prior };
  const notes = [
    ...noteSpellings(spellings),
    ...noteShift(result.model, model),
    ...noteEvents(model),
    // A source that holds another's persons whole has as many matches as it can.
    ...(isOnePerSource ? [] : noteTooMany(result.model.prior * pairCount, matchesMax)),
  ];
  const { labels = null } = options;
  if (labels === null || labels.count === 0) return { plain, lesson: null, isCalibrated, spellings, notes };
  const lesson = learnFromLabels(plain.pairs, plain, labels, spelt);
  return { plain, lesson: { ...lesson, ...rest, matchShare: lesson.model.prior }, isCalibrated, spellings, notes };
}

function noteSpellings({ length }: readonly Spellings[]): string[] {
  if (length === 0) return [];
  const pairs = length === 1 ? "One pair of names stands" : `${length.toLocaleString("en")} pairs of names stand`;
  return [`${pairs} for each other in people's records, and are compared as spellings of one name.`];
}

/** Share of the most matches there can be from which they are too many. */
const tooManyShare = 0.95;

/** Says that what training took for one person is something else that people share. */
export function noteTooMany(matches: number, most: number): string[] {
  if (matches < most * tooManyShare) return [];
  return [
    `As many matches are expected as these records could have at most: what was learnt is a place or a household that people share, rather than one person. Do not rely on these links; look at the columns' types, and leave out of matching (settings) those that many people share.`,
  ];
}

function noteEvents({ comparisons }: ScoringModel): string[] {
  return comparisons.some((comparison) => comparison.kind === "date" && saysNothing(comparison))
    ? [
        "What was taken for the birth date differs in most pairs that are one person's by all else: it is the date of an event, and says nothing of who is one person.",
      ]
    : [];
}

function noteShift(before: ScoringModel, after: ScoringModel): string[] {
  if (after.prior === before.prior) return [];
  const bits = (oddsOf(after.prior) - oddsOf(before.prior)) * Math.LOG2E;
  return [
    `Pairs within sources show that doubtful pairs between them are ${bits > 0 ? "more" : "less"} often one person's than the fields alone tell: match weights move by ${bits.toFixed(1)} bits.`,
  ];
}

/** The model with the prior that makes probabilities of doubtful pairs right, where pairs within sources tell it. */
function calibrate(
  model: ScoringModel,
  { pairs, owned }: Pick<TrainedModel, "pairs" | "owned">,
  { records }: TrainingCrew,
  within: WithinSources | null,
): ScoringModel {
  if (within === null) return model;
  const beside = { ...within, pairs: weighBesideOwnRecords(within.pairs, records, owned) };
  const shift = calibrateWithin(pairs, beside, model, records.recordCount);
  return shift === 0 ? model : { ...model, prior: probabilityOf(oddsOf(model.prior) + shift) };
}

interface SpeltTraining extends Pick<TrainingOptions, "u" | "unmet"> {
  readonly spellings: readonly Spellings[];
  readonly rough: TrainingResult;
}

/** Goes on from `first` under the spellings of names that it shows, if there are any. */
async function learnSpelt(
  crew: TrainingCrew,
  first: TrainingResult,
  training: TrainingOptions,
  options: TrainOptions,
): Promise<SpeltTraining> {
  const { pairs, within, aligned, seed, acrossOnly } = options;
  const spellings = learnSpellings(pairs, first, crew.records);
  if (spellings.length === 0) return { spellings, rough: first, u: training.u, unmet: training.unmet };
  crew.respell(spellings);
  const u = await crew.estimateU({ seed, acrossOnly });
  const comparer = new PairComparer(crew.records, aligned);
  for (const own of [pairs, ...(within === null ? [] : [within.pairs])]) respellPairs(own, crew.records, comparer);
  const model = { ...first.model, comparisons: withU(first.model.comparisons, u) };
  const unmet = findUnmet(crew, comparer, options);
  return { spellings, rough: learnRoughly(pairs, model, { ...training, u, unmet }), u, unmet };
}

function findUnmet(
  { records, comparisons }: TrainingCrew,
  comparer: PairComparer,
  { pairs, rules, seed, acrossOnly }: TrainOptions,
): UnmetMatches | null {
  return UnmetMatches.of({ records, pairs, comparisons, comparer }, rules, { seed, acrossOnly });
}

const withU = (comparisons: readonly ComparisonParameters[], { shares }: UEstimate): ComparisonParameters[] =>
  comparisons.map((comparison, index) =>
    comparisonKinds[comparison.kind].role === "order" ? comparison : { ...comparison, u: shares[index]! },
  );

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
