// What pairs show of a field that are one person's whatever it says. Where few records repeat a person, most expected matches
// that contradict in a field are relatives and namesakes; pairs that all other fields make sure of are hardly any, and show errors.
import { type ComparisonKind, comparisonKinds, nameKinds } from "../compare/comparison.ts";
import { PairEvidence } from "../compare/pairEvidence.ts";
import { OddsWithout } from "../score/oddsWithout.ts";
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
  const { comparisonCount } = tables;
  const odds = new OddsWithout({ ...tables, movedShare: 0 });
  const counts = new Float64Array(comparisonCount * levelStride);
  const counted = comparisons.flatMap(({ kind }, c) => (nameKinds.has(kind) || isOneValue(kind) ? [c] : []));
  const every = Math.max(1, Math.ceil(countLikely(probabilities) / pairsMax));
  const evidence = new PairEvidence(comparisonCount);
  for (let pair = 0, likely = 0; pair < pairs.count; pair += 1) {
    if (probabilities[pair]! < probabilityMin) continue;
    likely += 1;
    if (likely % every !== 0) continue;
    const row = pair * comparisonCount;
    evidence.levels.set(pairs.levels.subarray(row, row + comparisonCount));
    evidence.logUAdjust.set(pairs.logUAdjust.subarray(row, row + comparisonCount));
    odds.read(evidence);
    for (const c of counted) {
      const level = evidence.levels[c]!;
      if (level === 0 || odds.without(c) < sureOdds) continue;
      counts[c * levelStride + level]! += every * pairs.weights[pair]!;
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
