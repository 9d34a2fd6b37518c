// From training to a model: decides whether sources hold a person once, trains, and freezes what scoring needs.
import type { BlockingOptions, MeasuredRule } from "../block/chooseRules.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import type { Model } from "../model.ts";
import { tabulateWeights } from "../score/scoringModel.ts";
import type { ResolvedSettings } from "../settings/resolvedSettings.ts";
import type { FieldPlan } from "../standardise/fieldPlan.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { detectOnePerSource } from "./detectOnePerSource.ts";
import { estimateU } from "./estimateU.ts";
import { createInitialModel } from "./initialModel.ts";
import { countPairs, countRecords, trainModel } from "./trainModel.ts";

export interface BuildModelInput {
  readonly records: StandardRecords;
  readonly comparer: PairComparer;
  readonly measured: readonly MeasuredRule[];
  readonly plans: readonly FieldPlan[];
  readonly frequencies: FrequencyTables;
  readonly acrossOnly: boolean;
  readonly blocking: BlockingOptions;
  readonly settings: ResolvedSettings;
}

/** Natural log odds from which a link may bring records into one component: far below any match. */
const componentFloor = -3;

export function buildModel(input: BuildModelInput): Model {
  const { records, comparer, measured, acrossOnly, settings, blocking } = input;
  const { seed, pairsMax } = settings.training;
  const notes: string[] = [];
  const isOnePerSource = decideOnePerSource(input, notes);
  const trained = trainModel(records, comparer, {
    rules: measured,
    blockSizeMax: blocking.blockSizeMax,
    acrossOnly: acrossOnly || isOnePerSource,
    seed,
    pairsMax,
  });
  const { pairCount } = trained.options;
  return {
    scoring: trained.model,
    fields: input.plans,
    acrossOnly,
    blocking: {
      rules: measured.map(({ rule }) => rule.atoms.map((atom) => atom.name)),
      blockSizeMax: blocking.blockSizeMax,
    },
    thresholds: { ...linkThreshold(settings), component: componentFloor },
    clustering: { componentSizeMax: settings.componentSizeMax, isOnePerSource },
    frequencies: input.frequencies,
    training: {
      recordCount: countRecords(records),
      sourceCount: records.sourceCount,
      pairCount,
      candidatePairCount: measured.reduce((sum, { measure }) => sum + measure.pairCount, 0),
      trainingPairCount: trained.pairs.count,
      expectedMatches: trained.model.prior * pairCount,
      seed,
      trainedOn: today(),
      rounds: trained.rounds,
      notes,
    },
  };
}

function decideOnePerSource(input: BuildModelInput, notes: string[]): boolean {
  const { records, comparer, measured, blocking, settings } = input;
  if (settings.onePerSource !== "auto") return settings.onePerSource;
  if (records.sourceCount < 2) return false;
  const u = estimateU(records, comparer, { seed: settings.training.seed, acrossOnly: false });
  const initial = createInitialModel(comparer.comparisons, u, {
    recordCount: countRecords(records),
    pairCount: countPairs(records, false),
  });
  const finding = detectOnePerSource(records, comparer, tabulateWeights(initial), {
    rules: measured.map(({ rule }) => rule),
    candidatePairCount: measured.reduce((sum, { measure }) => sum + measure.pairCount, 0),
    blockSizeMax: blocking.blockSizeMax,
    pairsMax: Math.min(1_000_000, settings.training.pairsMax),
  });
  if (finding.isOnePerSource) {
    notes.push(
      `Each source seems to hold a person once (pairs that look alike are ${formatRatio(finding.rateRatio)} times as frequent within sources as between them): a person gets at most one record of each source.`,
    );
  }
  return finding.isOnePerSource;
}

const formatRatio = (ratio: number | null): string => (ratio === null ? "0" : ratio.toPrecision(2));

/** Natural log odds of the link and review thresholds. */
function linkThreshold(settings: ResolvedSettings): { link: number; review: number } {
  const probability = settings.linkProbability ?? { precision: 0.9, balance: 0.5, recall: 0.2 }[settings.favour];
  const wanted = settings.maxFalseMergeRate === null ? probability : Math.max(probability, 1 - settings.maxFalseMergeRate);
  const oddsOf = (p: number): number => Math.log(p / (1 - p));
  return { link: oddsOf(wanted), review: Math.min(oddsOf(wanted), oddsOf(settings.reviewProbability)) };
}

/** Day in UTC; SOURCE_DATE_EPOCH (reproducible-builds.org) fixes it. */
function today(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const date = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  return date.toISOString().slice(0, 10);
}
