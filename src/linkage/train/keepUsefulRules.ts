// Which candidate rules a model keeps: those that find the likely matches of the training sample in blocks that all records
// leave small enough to use.
import type { BlockingOptions, MeasuredRule } from "../block/chooseRules.ts";
import { coverMatches } from "../block/coverMatches.ts";
import { limitPairs } from "../block/pairLimits.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import type { TrainedModel } from "./trainModel.ts";

/** Probability from which a training pair counts as a likely match. */
const likelyMin = 0.2;
/** Likely matches looked at: of more, one in some. */
const matchesMax = 30_000;

/** What rules are kept for. */
export interface RuleScope {
  /** All records, of which those of the training pairs are a sample. */
  readonly records: StandardRecords;
  readonly blocking: BlockingOptions;
  /** As asked for, and as training decided. */
  readonly acrossOnly: boolean;
  readonly isAcross: boolean;
}

/** Atom names of the rules that find the likely matches of the sample within the budget for all records. */
export async function keepUsefulRules(
  rules: readonly MeasuredRule[],
  { pairs, probabilities }: TrainedModel,
  crew: TrainingCrew,
  { records, blocking, acrossOnly, isAcross }: RuleScope,
): Promise<string[][]> {
  const sample = crew.records;
  // All pairs of a small file, or all there is: cheap, however few the matches.
  const [only] = rules;
  if (rules.length === 1 && only !== undefined) return [only.rule.atoms.map((atom) => atom.name)];
  const isMeasured = sample.recordCount === records.recordCount && acrossOnly === isAcross;
  const { recordCount } = records;
  const measures = isMeasured
    ? rules.map(({ measure }) => measure)
    : await crew.measure(
        rules.map(({ rule }) => rule),
        { recordCount, blockSizeMax: blocking.blockSizeMax, acrossOnly: isAcross },
      );
  const costs = measures.map(({ pairCount }) => pairCount);
  const all = Int32Array.from(
    probabilities.keys().filter((pair) => probabilities[pair]! >= likelyMin && pairs.left[pair] !== pairs.right[pair]),
  );
  const every = Math.ceil(all.length / matchesMax);
  const likely = all.filter((_, place) => place % every === 0);
  const sampleShare = sample.recordCount / records.recordCount;
  // Blocks that are used with all records: those of common keys are left out there.
  const ofRule = await crew.meetWanted(
    rules.map(({ rule }) => rule),
    { left: likely.map((pair) => pairs.left[pair]!), right: likely.map((pair) => pairs.right[pair]!) },
    {
      // The two records are there in all records too; the others of their block are a sample of those there.
      blockSizeMax: 2 + (blocking.blockSizeMax - 2) * sampleShare,
      acrossOnly: isAcross,
    },
  );
  const likelihoods = Float64Array.from(likely, (pair) => probabilities[pair]! * pairs.standsFor[pair]!);
  const matches = { probabilities: likelihoods, ofRule };
  const limits = limitPairs(recordCount, blocking.pairsPerRecordMax);
  const scale = every / sampleShare ** 2;
  const chosen =
    likely.length === 0 ? rules.map((_, index) => index) : coverMatches(rules, costs, matches, limits, scale);
  return chosen.map((index) => rules[index]!.rule.atoms.map((atom) => atom.name));
}
