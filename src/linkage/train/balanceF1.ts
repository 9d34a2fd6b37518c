// The match probability from which links make expected F1 largest. A pair is worth linking where its probability is above
// half of the F1 that can be expected at best (Lipton, Elkan and Naryanaswamy 2014): even odds where persons can be told
// apart, less where the fields leave much open.
import type { TrainingPairs } from "./trainingPairs.ts";

/** Below it a link would be false more than three times in four, which nobody means by balance. */
const balanceMin = 0.25;

/** @param probabilities per pair that of being one person @returns from balanceMin to 0.5 */
export function balanceF1(pairs: TrainingPairs, probabilities: Float64Array): number {
  return Math.min(0.5, Math.max(balanceMin, expectedF1(pairs, probabilities) / 2));
}

/** The largest F1 that linking pairs from some probability on is expected to have, 0 … 1; 1 where no match is expected. */
export function expectedF1(pairs: TrainingPairs, probabilities: Float64Array): number {
  // Less likely ones would only be linked for an F1 below twice the least that counts.
  const order = Uint32Array.from(probabilities.keys().filter((pair) => probabilities[pair]! >= balanceMin)).sort(
    (a, b) => probabilities[b]! - probabilities[a]!,
  );
  const { weights } = pairs;
  const expected = probabilities.reduce((sum, probability, pair) => sum + weights[pair]! * probability, 0);
  let linked = 0;
  let right = 0;
  let best = 0;
  for (const pair of order) {
    linked += weights[pair]!;
    right += weights[pair]! * probabilities[pair]!;
    best = Math.max(best, (2 * right) / (linked + expected));
  }
  return expected === 0 ? 1 : best;
}
