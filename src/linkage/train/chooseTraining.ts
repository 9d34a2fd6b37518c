// Chooses among ways to train. Whether each source holds a person once is judged before training by a model that knows nothing
// yet, and again by the trained one; and codes that go with each other can make a match class of all who share them.

import { tabulateWeights } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { expectedF1 } from "./balanceF1.ts";
import { classifyPairs, createClasses, type PairClasses } from "./classifyPairs.ts";
import { rateWithin } from "./detectOnePerSource.ts";
import { tellByCodes } from "./initialModel.ts";
import { countOpenRecords } from "./openRecords.ts";
import { type PreparationOptions, type PreparedTraining, prepareTraining } from "./prepareTraining.ts";
import { rateOfMatches } from "./rateOfMatches.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import type { TrainingPairs } from "./trainingPairs.ts";
import { type TrainedModel, type Training, type TrainOptions, trainModel } from "./trainModel.ts";

export interface ChosenTraining extends Training, Pick<PreparedTraining, "isOnePerSource" | "acrossOnly"> {
  /** Where each source was found to hold a person once, how much rarer sure pairs are within sources than between them; else 0. */
  readonly withinRatio: number;
}

interface Attempt {
  readonly prepared: PreparedTraining;
  readonly training: Training;
  /** Expected F1 of the training pairs. */
  readonly expected: number;
}

/**
 * Pairs that a trained model is sure of must be this much rarer within sources than between them, where each holds a person
 * once: relatives and namesakes are within sources too.
 */
const sureRatioMax = 0.125;
/** … and so much where that makes sure a model that was doubted: children who bear a dead one's name are within sources too. */
const doubtedRatioMax = 0.2;
/** Matches must be this much rarer within sources than between them, by all evidence, for each to hold a person once. */
const matchRatioMax = 0.1;
/** From this probability on a pair is sure. */
const sureProbability = 0.99;
/** Expected F1 below which a model is doubted. */
const doubtfulF1 = 0.9;
/** Expected F1 that a model without codes must have more, … */
const gainMin = 0.05;
/** … or less at most, where it expects fewer matches than this share of the other's: codes had joined what no other field does. */
const lossMax = 0.02;
const fewerMatches = 0.8;

/**
 * Trains, and where the model expects to tell persons badly, trains otherwise and takes what tells them better. A finding on
 * sources that the trained model contradicts is taken back. `preparation.onePerSource` is obeyed where it is said.
 */
export async function chooseTraining(
  crew: TrainingCrew,
  preparation: PreparationOptions,
  options: Pick<TrainOptions, "frequencies" | "labels">,
): Promise<ChosenTraining> {
  let last: Attempt | null = null;
  const attempt = async (onePerSource: boolean | "auto", isWithoutCodes = false): Promise<Attempt> => {
    crew.respell([]);
    const prepared = await prepareTraining(crew, { ...preparation, onePerSource });
    // Relatives live together within a source; where they made a model doubtful, they are no measure of strangers.
    const within = onePerSource === preparation.onePerSource ? prepared.within : null;
    const training = await trainModel(crew, { ...preparation, ...options, ...prepared, within, isWithoutCodes });
    last = { prepared, training, expected: expectedF1(training.plain.pairs, training.plain.probabilities) };
    return last;
  };
  const first = await attempt(preparation.onePerSource);
  const { anywhere, isOnePerSource } = first.prepared;
  const isAuto = preparation.onePerSource === "auto" && anywhere !== null;
  const rates = new Map<Attempt, number>();
  const rateOf = (tried: Attempt): number => {
    if (anywhere === null) return Number.POSITIVE_INFINITY;
    const rate = rates.get(tried) ?? rateOfSure(crew.records, anywhere, tried.training.plain);
    rates.set(tried, rate);
    return rate;
  };
  const isHeld = (tried: Attempt, ratioMax: number): boolean => rateOf(tried) <= ratioMax;
  const finish = (chosen: Attempt, notes: readonly string[] = []): ChosenTraining => {
    const { prepared, training } = chosen;
    // The crew compares with the spellings that it learnt last.
    if (chosen !== last) crew.respell(training.spellings);
    // Without names equal records of one source are strangers.
    const mayHoldTwice = isAuto && prepared.isOnePerSource && !preparation.acrossOnly && !tellByCodes(crew.comparisons);
    const { plain, lesson } = training;
    // What labels teach is left to them.
    const isOpen = prepared.isOnePerSource && lesson === null && !training.isCalibrated;
    return {
      ...training,
      plain: isOpen ? { ...plain, model: countOpenRecords(plain.model, preparation.population) } : plain,
      isOnePerSource: prepared.isOnePerSource,
      acrossOnly: prepared.acrossOnly,
      withinRatio: mayHoldTwice ? Math.min(1, rateOf(chosen)) : 0,
      notes: [...prepared.notes, ...notes, ...training.notes],
    };
  };
  if (isAuto && isOnePerSource && !isHeld(first, sureRatioMax)) return finish(await attempt(false));
  let oneEach: Attempt | null = null;
  if (isAuto && !isOnePerSource && matchesAreBetween(crew.records, first, anywhere)) {
    oneEach = await attempt(true);
    if (isHeld(oneEach, sureRatioMax)) return finish(oneEach, [betweenNote]);
  }
  if (first.expected >= doubtfulF1) return finish(first);
  let best = first;
  const notes: string[] = [];
  if (isAuto && !isOnePerSource) {
    const second = oneEach ?? (await attempt(true));
    if (isHeld(second, doubtedRatioMax) && second.expected > first.expected) return finish(second, [onePerSourceNote]);
  }
  if (hasNamesAndCodes(crew)) {
    const second = await attempt(isOnePerSource, true);
    if (isBetterWithoutCodes(second, first)) {
      best = second;
      notes.push(withoutCodesNote);
    }
  }
  return finish(best, notes);
}

const betweenNote =
  "Each source seems to hold a person once: what looks alike within sources is as frequent as strangers make it. A person gets one record of each source, and hardly ever two.";
const onePerSourceNote =
  "Each source seems to hold a person once: with one record of each source a person, records are told apart far better. A person gets one record of each source, and hardly ever two.";
const withoutCodesNote =
  "Codes that many people share together would have made one person of all who share them: what they say was learnt from pairs that other fields tell.";

function isBetterWithoutCodes(second: Attempt, first: Attempt): boolean {
  if (second.expected >= first.expected + gainMin) return true;
  const isFewer = second.training.plain.matchShare <= first.training.plain.matchShare * fewerMatches;
  return isFewer && second.expected >= first.expected - lossMax;
}

const hasNamesAndCodes = ({ comparisons }: TrainingCrew): boolean =>
  !tellByCodes(comparisons) && comparisons.some(({ kind }) => kind === "code");

/** Whether matches are much rarer within sources than between them. `anywhere`: pairs within and between them. */
function matchesAreBetween(
  records: StandardRecords,
  { prepared, training: { plain } }: Attempt,
  anywhere: TrainingPairs,
): boolean {
  const isTrained = anywhere === prepared.pairs;
  const rate = isTrained
    ? rateOfMatches(records, plain.pairs, plain.probabilities, plain.matchShare)
    : rateOfMatches(records, anywhere, classesOf(anywhere, plain).matches, plain.model.prior);
  return rate !== null && rate <= matchRatioMax;
}

/** Rate within sources over that between them of pairs that the model is sure of. `anywhere`: pairs within and between them. */
function rateOfSure(records: StandardRecords, anywhere: TrainingPairs, plain: TrainedModel): number {
  const { matches } = classesOf(anywhere, plain);
  return rateWithin(records, anywhere, (pair) => matches[pair]! >= sureProbability);
}

function classesOf(pairs: TrainingPairs, { model }: TrainedModel): PairClasses {
  const classes = createClasses(pairs.count);
  classifyPairs(pairs, tabulateWeights(model), classes);
  return classes;
}
