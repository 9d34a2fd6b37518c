// From records to a model: decides whether sources hold a person once, trains on a sample, keeps the blocking rules that
// find the likely matches, and freezes all that scoring needs.
import { currentDay } from "../../shared/currentDay.ts";
import type { Atom } from "../block/atoms.ts";
import { type BlockingOptions, listCandidateRules } from "../block/chooseRules.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { Model } from "../model.ts";
import type { ResolvedSettings } from "../settings/resolvedSettings.ts";
import type { FieldPlan } from "../standardise/fieldPlan.ts";
import type { Spellings } from "../standardise/nicknameLists.ts";
import type { SourcesBy } from "../standardise/sourcesBy.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { balanceF1 } from "./balanceF1.ts";
import type { Calibration } from "./calibrateLabels.ts";
import { chooseTraining } from "./chooseTraining.ts";
import { countPairs, countRecords } from "./countPairs.ts";
import { discountOwnRecords } from "./discountOwnRecords.ts";
import { tellByCodes } from "./initialModel.ts";
import { keepUsefulRules } from "./keepUsefulRules.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import type { OpenedTraining } from "./openTraining.ts";
import { placeThresholds } from "./placeThresholds.ts";
import type { TrainedModel } from "./trainModel.ts";

export interface BuildModelInput {
  readonly records: StandardRecords;
  readonly aligned: AlignedFrequencies;
  readonly plans: readonly FieldPlan[];
  readonly frequencies: FrequencyTables;
  readonly acrossOnly: boolean;
  readonly sourcesBy: SourcesBy | null;
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
/** Comparisons of a pair that the most pairs of training are meant for: with fewer, as many more pairs take the same time. */
const comparisonsMeant = 12;

/** @throws NamesakeError INTERRUPTED where the team's run was aborted */
export async function buildModel(input: BuildModelInput, { crew, atoms }: OpenedTraining): Promise<BuiltModel> {
  const { records, aligned, acrossOnly, settings, blocking, labels } = input;
  const { seed, pairsMax } = settings.training;
  crew.compareWith(aligned);
  const { recordCount } = crew.records;
  const measureSample = { recordCount, blockSizeMax: blocking.blockSizeMax, acrossOnly };
  const rules = await listCandidateRules(recordCount, crew.atoms, (own) => crew.measure(own, measureSample), blocking);
  const { blockSizeMax } = blocking;
  const {
    plain,
    lesson,
    spellings,
    notes,
    isOnePerSource,
    withinRatio,
    acrossOnly: isAcross,
  } = await chooseTraining(
    crew,
    {
      rules,
      blockSizeMax,
      pairsMax: Math.round(pairsMax * Math.max(1, comparisonsMeant / crew.comparisons.length)),
      seed,
      population: records,
      aligned,
      acrossOnly,
      onePerSource: settings.onePerSource,
    },
    { frequencies: input.frequencies, labels },
  );
  const pairCount = countPairs(records, isAcross);
  const freeze = async (trained: TrainedModel, shift: number): Promise<Model> => {
    const thresholds = placeThresholds(settings, { shift, balance: balanceOf(trained) });
    const usedRules =
      settings.blockingRules ??
      (await keepUsefulRules(rules, trained, crew, { records, blocking, acrossOnly, isAcross }));
    return {
      scoring: trained.model,
      fields: withLearntSpellings(input.plans, spellings),
      acrossOnly,
      sourcesBy: input.sourcesBy,
      blocking: {
        rules: usedRules,
        blockSizeMax,
        blockSizeCeiling: blockSizeMax * ceilingFactor,
        // Known when all records have been scored.
        stopKeys: usedRules.map(() => new Uint32Array(0)),
      },
      thresholds: { ...thresholds, component: Math.min(componentFloor, thresholds.review) },
      clustering: { componentSizeMax: settings.componentSizeMax, isOnePerSource, withinRatio },
      frequencies: discountOwnRecords(input.frequencies, trained.owned),
      training: {
        recordCount: countRecords(records),
        sourceCount: records.sourceCount,
        pairCount,
        candidatePairCount: rules.reduce((sum, { measure }) => sum + measure.pairCount, 0),
        trainingPairCount: trained.pairs.count,
        expectedMatches: trained.matchShare * pairCount,
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

const withLearntSpellings = (plans: readonly FieldPlan[], spellings: readonly Spellings[]): readonly FieldPlan[] =>
  spellings.length === 0 ? plans : plans.map((plan) => (plan.kind === "name" ? { ...plan, spellings } : plan));

/** Even odds without names: what such a file expects of itself is no ground to link more. */
function balanceOf({ model, pairs, probabilities }: TrainedModel): number {
  return tellByCodes(model.comparisons) ? 0.5 : balanceF1(pairs, probabilities);
}
