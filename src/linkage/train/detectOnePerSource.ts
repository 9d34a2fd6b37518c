// Decides from the data whether each source holds a person at most once. Where it does, the pairs that look most alike
// all lie between sources, however poor the model still is; where sources hold duplicates, many lie within.
import type { PairComparer } from "../compare/pairComparer.ts";
import { scorePair } from "../score/pairScorer.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { collectTrainingPairs, type TrainingPairOptions } from "./trainingPairs.ts";
import { countPairs, countRecords } from "./trainModel.ts";

export interface OnePerSourceFinding {
  readonly isOnePerSource: boolean;
  /** Rate of alike pairs within sources over that between sources, each a possible pair; null where none were alike. */
  readonly rateRatio: number | null;
  readonly alikePairs: number;
}

/** Pairs looked at: the most alike ones, this many a record, and at least a few dozen. */
const pairsPerRecord = 0.05;
const pairsMin = 60;
/** Within sources alike pairs must be this much rarer than between them. */
const rateRatioMax = 0.1;

/** `tables`: weights before training, whose m and u are sane whatever the data. */
export function detectOnePerSource(
  records: StandardRecords,
  comparer: PairComparer,
  tables: WeightTables,
  options: Omit<TrainingPairOptions, "acrossOnly" | "isInformative">,
): OnePerSourceFinding {
  if (records.sourceCount < 2) return { isOnePerSource: false, rateRatio: null, alikePairs: 0 };
  const odds: number[] = [];
  const pairs = collectTrainingPairs(records, comparer, {
    ...options,
    acrossOnly: false,
    isInformative: (evidence) => {
      const score = scorePair(tables, evidence);
      if (score > 0) odds.push(score);
      return score > 0;
    },
  });
  const total = countRecords(records);
  const wanted = Math.max(pairsMin, pairsPerRecord * total * pairs.rate);
  const order = odds.map((_, index) => index).sort((a, b) => odds[b]! - odds[a]! || a - b);
  let within = 0;
  let across = 0;
  for (const index of order) {
    if (within + across >= wanted) break;
    const weight = pairs.weights[index]!;
    if (records.sourceOf[pairs.left[index]!] === records.sourceOf[pairs.right[index]!]) within += weight;
    else across += weight;
  }
  if (within + across < 20) return { isOnePerSource: false, rateRatio: null, alikePairs: within + across };
  const acrossPairs = countPairs(records, true);
  const withinPairs = Math.max(1, (total * (total - 1)) / 2 - acrossPairs);
  const rateRatio = within / withinPairs / Math.max(across / acrossPairs, Number.MIN_VALUE);
  return { isOnePerSource: rateRatio < rateRatioMax, rateRatio, alikePairs: within + across };
}
