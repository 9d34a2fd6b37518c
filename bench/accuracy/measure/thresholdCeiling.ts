// What an automatic threshold can come to: the best threshold is picked on the truth, and with few true pairs chance alone puts
// it elsewhere, however right the probabilities are. Truths are drawn from the run's own probabilities to say how often.
import { Random } from "../../../src/generate/random/random.ts";
import { defaultSweep } from "./sweepThresholds.ts";

const draws = 200;

/**
 * Share of draws, 0 … 1, in which a threshold is within `most` of the F1 of the best of those swept, were each pair one person's
 * as often as its probability says. Of pairs, not clusters; those never compared are left out.
 * @param logOdds natural, of each pair @param threshold natural log odds
 */
export function shareWithin(logOdds: ArrayLike<number>, threshold: number, most: number, seed = 1): number {
  const random = new Random(seed);
  const thresholds = [threshold, ...defaultSweep];
  let held = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const linked = thresholds.map(() => 0);
    const right = thresholds.map(() => 0);
    let truePairs = 0;
    for (let pair = 0; pair < logOdds.length; pair += 1) {
      const odds = logOdds[pair]!;
      const isTrue = random.next() < 1 / (1 + Math.exp(-odds));
      if (isTrue) truePairs += 1;
      thresholds.forEach((threshold, at) => {
        if (odds < threshold) return;
        linked[at]! += 1;
        if (isTrue) right[at]! += 1;
      });
    }
    const f1 = thresholds.map((_, at) => (2 * right[at]!) / Math.max(1, linked[at]! + truePairs));
    if (Math.max(...f1) - f1[0]! <= most) held += 1;
  }
  return held / draws;
}
