// How frequent matches are within sources beside between them, as a trained model's evidence has it. Relatives and namesakes look
// alike within sources too: how many of them there are by chance the model knows, so that what is left is persons held twice.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { countPairs } from "./countPairs.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Expected matches between sources from which their rate says anything. */
const matchesMin = 20;
/** Pairs below are strangers under any share of matches that is looked for. */
const probabilityMin = 1e-4;
const roundsMax = 60;
/** Of the matches, what a round may still change. */
const settled = 1e-3;

/**
 * Rate of matches within sources over that between them, each a possible pair: the two shares that make the pairs likeliest. Null
 * where too few match.
 * @param probabilities per pair that of being one person, where `prior` is the share of matches among all pairs
 */
export function rateOfMatches(
  records: StandardRecords,
  pairs: TrainingPairs,
  probabilities: ArrayLike<number>,
  prior: number,
): number | null {
  const across = countPairs(records, true);
  const within = Math.max(1, countPairs(records, false) - across);
  const sides = { within: createEvidence(), across: createEvidence() };
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const probability = probabilities[pair]!;
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    if (probability < probabilityMin || left === right) continue;
    const side = records.sourceOf[left] === records.sourceOf[right] ? sides.within : sides.across;
    side.odds.push(Math.min(oddsMax, probability / (1 - probability)) * ((1 - prior) / prior));
    side.weights.push(pairs.weights[pair]!);
  }
  const matches = likeliestMatches(sides.across, across, prior);
  if (matches < matchesMin) return null;
  return likeliestMatches(sides.within, within, prior) / within / (matches / across);
}

/** Of a pair that is sure. */
const oddsMax = 1e12;

/** Pairs with something for a match. */
interface Evidence {
  /** Likelihood of a match over that of all else. */
  readonly odds: number[];
  /** Pairs that each stands for. */
  readonly weights: number[];
}

const createEvidence = (): Evidence => ({ odds: [], weights: [] });

/** The number of matches among `pairCount` pairs that makes the evidence likeliest, found by expectation–maximisation. */
function likeliestMatches({ odds, weights }: Evidence, pairCount: number, prior: number): number {
  let matches = prior * pairCount;
  for (let round = 0; round < roundsMax; round += 1) {
    const chance = matches / Math.max(1, pairCount - matches);
    let sum = 0;
    for (let i = 0; i < odds.length; i += 1) {
      const match = chance * odds[i]!;
      sum += weights[i]! * (match / (1 + match));
    }
    const change = Math.abs(sum - matches);
    matches = sum;
    if (change <= settled * Math.max(1, matches)) break;
  }
  return matches;
}
