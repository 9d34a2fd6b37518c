// Where labels move the threshold: a shift of the log odds, fitted to labelled pairs that are doubtful, and drawn towards
// none. Only pairs that were picked because they look doubtful say how often such pairs are the same.
import type { LabelledPairs } from "./labelledPairs.ts";

/** Natural log odds within which a pair is doubtful. */
const doubtfulMax = 4;
/**
 * Share of the labels of each kind that are doubtful, from which they are taken for picked by their looks: same ones drawn
 * from known persons are mostly certain pairs, and beside them doubtful different ones would count too much.
 */
const doubtfulShareMin = 2 / 3;
/** Labels of each kind among the doubtful ones. */
const eachKindMin = 5;
/** Standard deviation of the shift before anything is known, in natural log odds. */
const shiftSpread = 0.7;

export interface Calibration {
  /** Added to a pair's natural log odds; 0 where labels say nothing. */
  readonly shift: number;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** `odds`: natural log odds of each label under the model. The shift is the maximum a posteriori of a logistic offset. */
export function calibrateLabels(labels: LabelledPairs, odds: Float64Array): Calibration {
  const doubtful = Array.from(odds.keys()).filter((label) => Math.abs(odds[label]!) <= doubtfulMax);
  const same = doubtful.filter((label) => labels.isSame[label] === 1).length;
  const sameOfAll = labels.isSame.reduce((sum, isSame) => sum + isSame, 0);
  const isDoubtful = (some: number, all: number): boolean => some >= doubtfulShareMin * all;
  if (!labels.isOfPairs) {
    return {
      shift: 0,
      reason: "The threshold stays: clusters do not say how often pairs that look alike are the same.",
    };
  }
  if (!isDoubtful(same, sameOfAll) || !isDoubtful(doubtful.length - same, labels.count - sameOfAll)) {
    return {
      shift: 0,
      reason: `The threshold stays: only ${doubtful.length} of ${labels.count} labels are doubtful pairs, so that they do not say how often such pairs are the same.`,
    };
  }
  if (same < eachKindMin || doubtful.length - same < eachKindMin) {
    return {
      shift: 0,
      reason: `The threshold stays: of ${doubtful.length} doubtful labels, at least ${eachKindMin} of each kind are needed to move it.`,
    };
  }
  const shift = fitShift(labels, odds, doubtful);
  return {
    shift,
    reason: `Of ${doubtful.length} doubtful labels ${same} are the same: the threshold moves by ${(-shift * Math.LOG2E).toFixed(2)} bits.`,
  };
}

/** Newton's method on a concave function of one variable. */
function fitShift({ isSame, weights }: LabelledPairs, odds: Float64Array, doubtful: readonly number[]): number {
  let shift = 0;
  for (let step = 0; step < 50; step += 1) {
    let slope = -shift / shiftSpread ** 2;
    let curvature = 1 / shiftSpread ** 2;
    for (const label of doubtful) {
      const probability = 1 / (1 + Math.exp(-odds[label]! - shift));
      slope += weights[label]! * (isSame[label]! - probability);
      curvature += weights[label]! * probability * (1 - probability);
    }
    const change = slope / curvature;
    shift += change;
    if (Math.abs(change) < 1e-9) break;
  }
  return shift;
}
