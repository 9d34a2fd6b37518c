// What pairs show of a field that are one person's whatever it says. Where few records repeat a person, most expected matches
// that contradict in a field are relatives and namesakes; pairs that all other fields make sure of are hardly any, and show errors.
import { type ComparisonKind, comparisonKinds, nameKinds } from "../compare/comparison.ts";
import { PairEvidence } from "../compare/pairEvidence.ts";
import { homeFactor, householdRatio, matchRatio, neighbourRatio } from "../score/pairScorer.ts";
import { type ComparisonParameters, levelStride, type WeightTables } from "../score/scoringModel.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Natural log of the odds from which a pair is sure: one stranger among a thousand. */
const sureOdds = Math.log(1000);

/** Where a less likely pair were sure without one field, m of that field's level would be all but nothing already. */
const probabilityMin = 0.001;
/** Of more pairs every second, third … is looked at, and stands for the others. */
const pairsMax = 20_000;

/**
 * Of names and of what a person has one of: by comparison · levelStride + level the pairs that are sure without that comparison.
 * Moves are left aside, which makes fewer sure.
 * @param probabilities per pair that of being one person under about the same model
 */
export function countSurePairs(
  pairs: TrainingPairs,
  comparisons: readonly ComparisonParameters[],
  tables: WeightTables,
  probabilities: Float64Array,
): Float64Array {
  const { comparisonCount, isSharedByTwins } = tables;
  const counts = new Float64Array(comparisonCount * levelStride);
  const counted = comparisons.map(({ kind }) => nameKinds.has(kind) || isOneValue(kind));
  const every = Math.max(1, Math.ceil(countLikely(probabilities) / pairsMax));
  const evidence = new PairEvidence(comparisonCount);
  const { levels } = evidence;
  const match = new Float64Array(comparisonCount);
  const household = new Float64Array(comparisonCount);
  const neighbour = new Float64Array(comparisonCount);
  for (let pair = 0, likely = 0; pair < pairs.count; pair += 1) {
    if (probabilities[pair]! < probabilityMin) continue;
    likely += 1;
    if (likely % every !== 0) continue;
    const row = pair * comparisonCount;
    let [matches, twins] = [tables.logPrior, Math.log(tables.twinPrior)];
    for (let c = 0; c < comparisonCount; c += 1) {
      levels[c] = pairs.levels[row + c]!;
      evidence.logUAdjust[c] = pairs.logUAdjust[row + c]!;
      const ratio = matchRatio(tables, evidence, c);
      match[c] = ratio;
      matches += ratio;
      if (isSharedByTwins[c] === 1) twins += ratio;
    }
    let home = 0;
    let [households, neighbours] = [Math.log(tables.householdPrior), Math.log(tables.neighbourPrior)];
    for (let c = 0; c < comparisonCount; c += 1) {
      household[c] = householdRatio(tables, evidence, c);
      neighbour[c] = neighbourRatio(tables, evidence, c);
      households += household[c]!;
      neighbours += neighbour[c]!;
      if (tables.isHome[c] === 1) home += household[c]!;
    }
    for (let c = 0; c < comparisonCount; c += 1) {
      if (levels[c] === 0 || counted[c] !== true || matches - match[c]! < sureOdds) continue;
      const others =
        tables.strangerPrior +
        Math.exp(households - household[c]!) +
        // None of the comparisons that are counted is a place.
        Math.exp(twins - (isSharedByTwins[c] === 1 ? match[c]! : 0)) * homeFactor(home) +
        Math.exp(neighbours - neighbour[c]!);
      if (matches - match[c]! - Math.log(others) >= sureOdds)
        counts[c * levelStride + levels[c]!]! += every * pairs.weights[pair]!;
    }
  }
  return counts;
}

function countLikely(probabilities: Float64Array): number {
  let count = 0;
  for (const probability of probabilities) if (probability >= probabilityMin) count += 1;
  return count;
}

const isOneValue = (kind: ComparisonParameters["kind"]): boolean =>
  (comparisonKinds[kind] as ComparisonKind).isOneValue;
