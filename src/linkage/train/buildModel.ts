// From records to a model: decides whether sources hold a person once, trains on a sample, keeps the blocking rules that
// find the likely matches, and freezes all that scoring needs.
import { currentDay } from "../../shared/currentDay.ts";
import { sharedUint8 } from "../../shared/sharedArrays.ts";
import { type Atom, listAtoms } from "../block/atoms.ts";
import { type BlockingOptions, listCandidateRules, type MeasuredRule } from "../block/chooseRules.ts";
import { coverMatches, type LikelyMatch } from "../block/coverMatches.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { Model } from "../model.ts";
import { tabulateWeights } from "../score/scoringModel.ts";
import type { ResolvedSettings } from "../settings/resolvedSettings.ts";
import type { FieldPlan } from "../standardise/fieldPlan.ts";
import { sampleRecords } from "../standardise/sampleRecords.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Team } from "../team/team.ts";
import { balanceF1 } from "./balanceF1.ts";
import type { Calibration } from "./calibrateLabels.ts";
import { type ListedMeetings, listTrainingMeetings, type MeetingPlan } from "./collectTrainingPairs.ts";
import { countPairs, countRecords } from "./countPairs.ts";
import { detectOnePerSource } from "./detectOnePerSource.ts";
import { discountOwnRecords } from "./discountOwnRecords.ts";
import { createInitialModel } from "./initialModel.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import { rulesMax } from "./meetings.ts";
import { placeThresholds } from "./placeThresholds.ts";
import { TrainingCrew } from "./trainingCrew.ts";
import type { TrainingPairs } from "./trainingPairs.ts";
import { type TrainedModel, trainModel } from "./trainModel.ts";

export interface BuildModelInput {
  readonly records: StandardRecords;
  readonly aligned: AlignedFrequencies;
  readonly plans: readonly FieldPlan[];
  readonly frequencies: FrequencyTables;
  readonly acrossOnly: boolean;
  readonly blocking: BlockingOptions;
  readonly settings: ResolvedSettings;
  /** Labelled pairs to learn from; null: none. */
  readonly labels: LabelledPairs | null;
}

export interface BuiltModel {
  /** What is learnt without labels, whether or not there are any. */
  readonly model: Model;
  /** What is learnt with them, its threshold included; null without labels. */
  readonly taught: { readonly model: Model; readonly calibration: Calibration } | null;
  /** Of all fields; undefined where none were needed. Under the model's frequencies they are the same. */
  readonly atoms: readonly Atom[] | undefined;
}

/** Natural log odds from which a link may bring records into one component: far below any match. */
const componentFloor = -3;
/** How much larger than in training a block may become before its key is too common: room for records yet to come. */
const ceilingFactor = 8;
/**
 * Rows that training looks at. Of a sample's rows as many more are left without their match as the file is larger: twice
 * the rows for four times the file keep as many matches in the sample.
 */
const sampleSize = (rowCount: number): number => Math.max(100_000, Math.round(250 * Math.sqrt(rowCount)));

/** @throws NamesakeError INTERRUPTED where the team's run was aborted */
export async function buildModel(input: BuildModelInput, team: Team): Promise<BuiltModel> {
  const { records, aligned, acrossOnly, settings, blocking, labels } = input;
  const { seed, pairsMax } = settings.training;
  const notes: string[] = [];
  const sample = sampleRecords(records, sampleSize(records.recordCount));
  const atoms = sample.recordCount <= blocking.allPairsMax ? undefined : listAtoms(sample.fields, aligned);
  const crew = new TrainingCrew(team, { records: sample, frequencies: aligned, atoms: atoms ?? [] });
  const { recordCount } = sample;
  const measureSample = { recordCount, blockSizeMax: blocking.blockSizeMax, acrossOnly };
  const rules = await listCandidateRules(recordCount, crew.atoms, (own) => crew.measure(own, measureSample), blocking);
  const { blockSizeMax } = blocking;
  const plan = { rules, blockSizeMax, pairsMax };
  // Where records of one source are not compared, those that meet could be many times as many as those that are looked at.
  const listed = acrossOnly ? null : await listTrainingMeetings(crew, plan);
  const isOnePerSource = await decideOnePerSource(input, crew, { ...plan, listed }, notes);
  const isAcross = acrossOnly || isOnePerSource;
  const options = {
    ...plan,
    listed,
    acrossOnly: isAcross,
    isOnePerSource,
    seed,
    population: records,
    frequencies: input.frequencies,
    aligned,
    labels,
  };
  const { plain, lesson } = await trainModel(crew, options);
  const pairCount = countPairs(records, isAcross);
  const freeze = async (trained: TrainedModel, shift: number): Promise<Model> => {
    const thresholds = placeThresholds(settings, { shift, balance: balanceOf(trained) });
    const usedRules = settings.blockingRules ?? (await keepUsefulRules(rules, trained, crew, input, isAcross));
    return {
      scoring: trained.model,
      fields: input.plans,
      acrossOnly,
      blocking: {
        rules: usedRules,
        blockSizeMax,
        blockSizeCeiling: blockSizeMax * ceilingFactor,
        // Known when all records have been scored.
        stopKeys: usedRules.map(() => new Uint32Array(0)),
      },
      thresholds: { ...thresholds, component: Math.min(componentFloor, thresholds.review) },
      clustering: { componentSizeMax: settings.componentSizeMax, isOnePerSource },
      frequencies: discountOwnRecords(input.frequencies, trained.owned),
      training: {
        recordCount: countRecords(records),
        sourceCount: records.sourceCount,
        pairCount,
        candidatePairCount: rules.reduce((sum, { measure }) => sum + measure.pairCount, 0),
        trainingPairCount: trained.pairs.count,
        expectedMatches: trained.model.prior * pairCount,
        seed,
        trainedOn: currentDay().toISOString().slice(0, 10),
        rounds: trained.rounds,
        notes,
      },
    };
  };
  const model = await freeze(plain, 0);
  if (lesson === null) return { model, taught: null, atoms };
  const { calibration } = lesson;
  return { model, taught: { model: await freeze(lesson, calibration.shift), calibration }, atoms };
}

/** Even odds without names: what such a file expects of itself is no ground to link more. */
function balanceOf({ model, pairs, probabilities }: TrainedModel): number {
  const hasNames = model.comparisons.some(({ kind }) => kind === "givenName" || kind === "surname");
  return hasNames ? balanceF1(pairs, probabilities) : 0.5;
}

/** Candidate pairs that cost little: seconds in any file, and less than reading, standardising and writing in a large one. */
const cheapPairs = (recordCount: number): number => Math.max(5_000_000, 5 * recordCount);
/** Probability from which a training pair counts as a likely match. */
const likelyMin = 0.2;

/** Atom names of the rules that find the likely matches of the sample within the budget for all records. */
async function keepUsefulRules(
  rules: readonly MeasuredRule[],
  { pairs, probabilities }: TrainedModel,
  crew: TrainingCrew,
  input: BuildModelInput,
  acrossOnly: boolean,
): Promise<string[][]> {
  const { records, blocking } = input;
  const sample = crew.records;
  // All pairs of a small file, or all there is: cheap, however few the matches.
  const [only] = rules;
  if (rules.length === 1 && only !== undefined) return [only.rule.atoms.map((atom) => atom.name)];
  const isMeasured = sample.recordCount === records.recordCount && acrossOnly === input.acrossOnly;
  const { recordCount } = records;
  const measures = isMeasured
    ? rules.map(({ measure }) => measure)
    : await crew.measure(
        rules.map(({ rule }) => rule),
        { recordCount, blockSizeMax: blocking.blockSizeMax, acrossOnly },
      );
  const costs = measures.map(({ pairCount }) => pairCount);
  const likely = Array.from(probabilities.keys()).filter(
    (pair) => probabilities[pair]! >= likelyMin && pairs.left[pair] !== pairs.right[pair],
  );
  const sampleShare = sample.recordCount / records.recordCount;
  const met = await meetInUsedBlocks(likely, pairs, rules, crew, {
    // The two records are there in all records too; the others of their block are a sample of those there.
    blockSizeMax: 2 + (blocking.blockSizeMax - 2) * sampleShare,
    acrossOnly,
  });
  const matches = likely.map((pair, index): LikelyMatch => {
    return { probability: probabilities[pair]! * pairs.standsFor[pair]!, rules: met[index]! };
  });
  const budget = {
    pairsMax: blocking.pairsPerRecordMax * recordCount,
    cheapPairs: cheapPairs(recordCount),
  };
  const scale = 1 / sampleShare ** 2;
  const chosen =
    matches.length === 0 ? rules.map((_, index) => index) : coverMatches(rules, costs, matches, budget, scale);
  return chosen.map((index) => rules[index]!.rule.atoms.map((atom) => atom.name));
}

/**
 * Places of the rules under which each of these pairs meets in a block that is used: with many more records than in the
 * sample, blocks of common keys are left out.
 */
async function meetInUsedBlocks(
  wanted: readonly number[],
  { left, right }: TrainingPairs,
  rules: readonly MeasuredRule[],
  crew: TrainingCrew,
  options: { readonly blockSizeMax: number; readonly acrossOnly: boolean },
): Promise<number[][]> {
  const isSampled = sharedUint8(crew.records.recordCount);
  for (const pair of wanted) isSampled[left[pair]!] = 1;
  const { offsets, keys } = await crew.meet(
    rules.map(({ rule }) => rule),
    { ...options, sample: { fromRule: 0, isSampled } },
  );
  return wanted.map((pair) => {
    const met = new Set<number>();
    for (let at = offsets[left[pair]!]!; at < offsets[left[pair]! + 1]!; at += 1) {
      if (Math.floor(keys[at]! / rulesMax) === right[pair]) met.add(keys[at]! % rulesMax);
    }
    return [...met].sort((a, b) => a - b);
  });
}

async function decideOnePerSource(
  { records, settings }: BuildModelInput,
  crew: TrainingCrew,
  plan: MeetingPlan & { readonly listed: ListedMeetings | null },
  notes: string[],
): Promise<boolean> {
  if (settings.onePerSource !== "auto") return settings.onePerSource;
  if (records.sourceCount < 2) return false;
  const u = await crew.estimateU({ seed: settings.training.seed, acrossOnly: false });
  const initial = createInitialModel(crew.comparisons, u, {
    recordCount: countRecords(records),
    pairCount: countPairs(records, false),
  });
  // Without households: what agrees in everything is to stand above what agrees in all but the address.
  const tables = tabulateWeights({ ...initial, householdPrior: 0, twinPrior: 0 });
  const finding = await detectOnePerSource(crew, {
    ...plan,
    tables,
    pairsMax: Math.min(1_000_000, plan.pairsMax),
  });
  if (finding.isOnePerSource) {
    const ratio = finding.rateRatio === null ? "0" : finding.rateRatio.toPrecision(2);
    notes.push(
      `Each source seems to hold a person once (pairs that look alike are ${ratio} times as frequent within sources as between them): a person gets at most one record of each source.`,
    );
  }
  return finding.isOnePerSource;
}
