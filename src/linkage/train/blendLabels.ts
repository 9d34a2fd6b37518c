// Labels in expectation–maximisation: among pairs of about the same match probability, how matches look is taken in part
// from those labelled the same, how household pairs look in part from those labelled different. How many there are of
// either stays what the unlabelled pairs say (post-stratification): so it does not matter that people label doubtful
// pairs more often, or as many of one kind as of the other, and no label moves the prior.
import { levelStride } from "../score/scoringModel.ts";
import type { LabelledPairs } from "./labelledPairs.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Natural log odds that part the strata. */
const strataEdges = [-6, -4, -2, 0, 2, 4, 6, 9];
const strataCount = strataEdges.length + 1;

/**
 * Labels by which a stratum is half learnt: what a stratum that is hardly any of the class needs, and what one that is
 * all of it needs in addition. The model's own view of the pairs that it is sure of is worth hundreds of labels.
 */
const labelsMin = 10;
const labelsOfAll = 400;

/** Per pair the probability of being one person and of being one household. */
export interface ClassProbabilities {
  readonly matches: Float64Array;
  readonly households: Float64Array;
}

interface LevelSums {
  readonly matchLevels: Float64Array;
  readonly householdLevels: Float64Array;
}

/** Changes the sums of `expected` (comparison · levelStride + level) to those with labels; totals per class stay. */
export function blendLabels(
  expected: LevelSums,
  unlabelled: { readonly pairs: TrainingPairs; readonly probabilities: ClassProbabilities },
  labelled: { readonly pairs: LabelledPairs; readonly probabilities: ClassProbabilities },
): void {
  const { pairs, probabilities } = unlabelled;
  const strata = stratify(probabilities.matches);
  const labelStrata = stratify(labelled.probabilities.matches);
  const matchShares = labelled.pairs.weights.map((weight, label) => weight * labelled.pairs.isSame[label]!);
  const householdShares = labelled.pairs.weights.map((weight, label) =>
    labelled.pairs.isSame[label] === 1 ? 0 : weight * householdAmongOthers(labelled.probabilities, label),
  );
  const weigh = (shares: Float64Array) => shares.map((share, pair) => share * pairs.weights[pair]!);
  const ofLabels = { pairs: labelled.pairs, strata: labelStrata };
  const ofPairs = { pairs, strata };
  blend(expected.matchLevels, sumLevels(ofPairs, weigh(probabilities.matches)), sumLevels(ofLabels, matchShares));
  blend(
    expected.householdLevels,
    sumLevels(ofPairs, weigh(probabilities.households)),
    sumLevels(ofLabels, householdShares),
  );
}

/** Of a pair known to be no match. */
function householdAmongOthers({ matches, households }: ClassProbabilities, pair: number): number {
  const others = 1 - matches[pair]!;
  return others <= 0 ? 0 : Math.min(1, households[pair]! / others);
}

function stratify(probabilities: Float64Array): Uint8Array {
  const limits = strataEdges.map((odds) => 1 / (1 + Math.exp(-odds)));
  return Uint8Array.from(probabilities, (probability) => {
    let stratum = 0;
    while (stratum < limits.length && probability >= limits[stratum]!) stratum += 1;
    return stratum;
  });
}

interface Stratified {
  readonly pairs: Pick<TrainingPairs, "count" | "comparisonCount" | "levels">;
  readonly strata: Uint8Array;
}

interface StratumSums {
  /** Mass a stratum. */
  readonly totals: Float64Array;
  /** Mass a stratum and level: stratum · width + comparison · levelStride + level. */
  readonly levels: Float64Array;
}

function sumLevels({ pairs, strata }: Stratified, masses: Float64Array): StratumSums {
  const { count, comparisonCount } = pairs;
  const width = comparisonCount * levelStride;
  const totals = new Float64Array(strataCount);
  const levels = new Float64Array(strataCount * width);
  for (let pair = 0, row = 0; pair < count; pair += 1, row += comparisonCount) {
    const mass = masses[pair]!;
    if (mass === 0) continue;
    totals[strata[pair]!]! += mass;
    const from = strata[pair]! * width;
    for (let c = 0; c < comparisonCount; c += 1) levels[from + c * levelStride + pairs.levels[row + c]!]! += mass;
  }
  return { totals, levels };
}

function blend(expected: Float64Array, own: StratumSums, labelled: StratumSums): void {
  const width = expected.length;
  const all = own.totals.reduce((sum, total) => sum + total, 0);
  for (let stratum = 0; stratum < strataCount; stratum += 1) {
    const mass = own.totals[stratum]!;
    const labels = labelled.totals[stratum]!;
    if (mass === 0 || labels === 0) continue;
    const trust = labels / (labels + labelsMin + (labelsOfAll * mass) / all);
    for (let at = 0, from = stratum * width; at < width; at += 1) {
      expected[at]! += trust * ((labelled.levels[from + at]! / labels) * mass - own.levels[from + at]!);
    }
  }
}
