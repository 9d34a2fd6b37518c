// Decides from the data whether each source holds a person at most once. Where it does, the pairs that look most alike
// all lie between sources, however poor the model still is; where sources hold duplicates, many lie within.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { countPairs, countRecords } from "./countPairs.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

export interface OnePerSourceFinding {
  readonly isOnePerSource: boolean;
  /** Rate of alike pairs within sources over that between sources, each a possible pair; null where none were alike. */
  readonly rateRatio: number | null;
  readonly alikePairs: number;
}

/** Pairs looked at: the most alike ones, this many a record, and at least a few dozen. */
const pairsPerRecord = 0.05;
const pairsMin = 60;
/** Fewer tell nothing. */
const alikePairsMin = 20;
/** Within sources alike pairs must be this much rarer than between them. */
const rateRatioMax = 0.1;

/**
 * @param pairs candidate pairs of these records, within sources too, collected by a model before training, whose m and u are
 * sane whatever the data; without households, so that what agrees in everything stands above what agrees in all but the address
 */
export function detectOnePerSource(records: StandardRecords, pairs: TrainingPairs): OnePerSourceFinding {
  const { startOdds: odds } = pairs;
  const alike: number[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) if (odds[pair]! > 0) alike.push(pair);
  const total = countRecords(records);
  const wanted = Math.max(pairsMin, pairsPerRecord * total);
  const most = new Set<number>();
  let taken = 0;
  for (const index of alike.sort((a, b) => odds[b]! - odds[a]! || a - b)) {
    if (taken >= wanted) break;
    most.add(index);
    taken += pairs.weights[index]!;
  }
  if (taken < alikePairsMin) return { isOnePerSource: false, rateRatio: null, alikePairs: taken };
  const rateRatio = rateWithin(records, pairs, (pair) => most.has(pair));
  return { isOnePerSource: rateRatio < rateRatioMax, rateRatio, alikePairs: taken };
}

/** Rate of pairs that are alike within sources over that between them, each a possible pair. */
export function rateWithin(records: StandardRecords, pairs: TrainingPairs, isAlike: (pair: number) => boolean): number {
  let within = 0;
  let across = 0;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (!isAlike(pair)) continue;
    const weight = pairs.weights[pair]!;
    if (records.sourceOf[pairs.left[pair]!] === records.sourceOf[pairs.right[pair]!]) within += weight;
    else across += weight;
  }
  const acrossPairs = countPairs(records, true);
  const withinPairs = Math.max(1, countPairs(records, false) - acrossPairs);
  return within / withinPairs / Math.max(across / acrossPairs, Number.MIN_VALUE);
}
