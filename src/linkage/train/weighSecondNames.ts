// Relatives or mistakes? Two records that are alike but for the given name are of relatives, or of one person whose name is wrong
// in one of them. A relative's name stands in the relative's other records too; a wrong one seldom stands twice.
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { ExclusiveClasses } from "./classifyPairs.ts";
import type { TrainingResult } from "./maximiseExpectation.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Match probability from which another record confirms a record's given name. */
const sureMin = 0.9;
/** Match probability from which a pair with two given names is counted. */
const doubtfulMin = 0.05;
/** Share of such pairs with both names confirmed, were all of them relatives', below which nothing is told. */
const bothMin = 0.01;
const bothMax = 0.9;

const different = 1;
const bothConfirmed = 2;

export interface SecondNames {
  /** Per pair what its odds of being one person are multiplied with: 1 but where given names differ. */
  readonly oddsFactors: Float64Array;
  /** Share of pairs with two given names that may be relatives', 0 … 1. */
  readonly relatives: number;
}

/**
 * Among all doubtful pairs with two given names the share with both confirmed is counted, and taken for that of mistakes, which
 * it is at most; relatives' names are confirmed as often as anybody's. Where these shares are equal, all may be relatives and
 * nothing is multiplied.
 * @param result what was learnt of the pairs so far
 * @returns null where given names are not compared, or too few records stand more than once
 */
export function weighSecondNames(
  pairs: TrainingPairs,
  { model, probabilities }: Pick<TrainingResult, "model" | "probabilities">,
  records: Pick<StandardRecords, "recordCount" | "multiplicity">,
): SecondNames | null {
  const given = model.comparisons.findIndex(({ kind }) => kind === "givenName");
  if (given < 0) return null;
  const { levels }: ComparisonKind = comparisonKinds.givenName;
  const levelOf = (pair: number): number => pairs.levels[pair * pairs.comparisonCount + given]!;
  const isDifferent = (pair: number): boolean => levels[levelOf(pair) - 1]?.agrees === false;
  const isNamed = new Uint8Array(records.recordCount);
  const isConfirmed = new Uint8Array(records.recordCount);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (levelOf(pair) === 0) continue;
    const isSure = !isDifferent(pair) && probabilities[pair]! >= sureMin;
    for (const record of [pairs.left[pair]!, pairs.right[pair]!]) {
      isNamed[record] = 1;
      if (isSure) isConfirmed[record] = 1;
    }
  }
  const kinds = Uint8Array.from({ length: pairs.count }, (_, pair) => {
    if (!isDifferent(pair)) return 0;
    return isConfirmed[pairs.left[pair]!] === 1 && isConfirmed[pairs.right[pair]!] === 1 ? bothConfirmed : different;
  });
  const ofRelatives = Math.min(bothMax, shareConfirmed(isNamed, isConfirmed, records) ** 2);
  if (ofRelatives < bothMin) return null;
  const ofMistakes = Math.min(ofRelatives, shareOfBoth(kinds, pairs, probabilities, ofRelatives));
  const weights = [1, (1 - ofMistakes) / (1 - ofRelatives), ofMistakes / ofRelatives];
  return { oddsFactors: Float64Array.from(kinds, (kind) => weights[kind]!), relatives: ofMistakes / ofRelatives };
}

/** Share of the records with a given name whose name another record confirms. */
function shareConfirmed(
  isNamed: Uint8Array,
  isConfirmed: Uint8Array,
  { recordCount, multiplicity }: Pick<StandardRecords, "recordCount" | "multiplicity">,
): number {
  let named = 0;
  let confirmed = 0;
  for (let row = 0; row < recordCount; row += 1) {
    if (isNamed[row] === 0) continue;
    const count = multiplicity?.[row] ?? 1;
    named += count;
    if (isConfirmed[row] === 1) confirmed += count;
  }
  return confirmed / Math.max(1, named);
}

/** Share of the doubtful pairs with two given names in which both are confirmed; one more pair counts as if of relatives. */
function shareOfBoth(
  kinds: Uint8Array,
  { weights }: TrainingPairs,
  probabilities: Float64Array,
  ofRelatives: number,
): number {
  let doubtful = 1;
  let both = ofRelatives;
  kinds.forEach((kind, pair) => {
    if (kind === 0 || probabilities[pair]! < doubtfulMin) return;
    doubtful += weights[pair]!;
    if (kind === bothConfirmed) both += weights[pair]!;
  });
  return both / doubtful;
}

/** Multiplies each pair's odds of being one person. */
export function multiplyOdds(
  factors: Float64Array,
  { matches, households, twins, neighbours }: ExclusiveClasses,
): void {
  factors.forEach((factor, pair) => {
    if (factor === 1) return;
    const total = 1 + matches[pair]! * (factor - 1);
    matches[pair] = (matches[pair]! * factor) / total;
    households[pair]! /= total;
    twins[pair]! /= total;
    neighbours[pair]! /= total;
  });
}
