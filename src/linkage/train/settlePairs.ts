// Pairs that clusters settle. Expectation–maximisation learns errors from pairs that are alike in spite of them; records put
// together through third ones show the errors that it does not see.
import { mixBits } from "../../shared/hashText.ts";
import { clusterLinks } from "../cluster/clusterLinks.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import type { PairEvidence } from "../compare/pairEvidence.ts";
import { LinkListBuilder } from "../score/linkList.ts";
import { probabilityOf, scorePair } from "../score/pairScorer.ts";
import { levelStride, type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

export interface SettledPairs {
  /** Per training pair 1 where its records were put together. */
  readonly isJoined: Uint8Array;
  /**
   * Pairs of records put together that are no training pairs, less those that training pairs among them stand for: here
   * each is known.
   */
  readonly others: number;
  /** Their levels, by comparison · levelStride + level. */
  readonly otherLevels: Float64Array;
}

export interface SettleOptions {
  readonly acrossOnly: boolean;
  readonly isOnePerSource: boolean;
}

/** Natural log odds from which a pair may bring records into one component; larger components are cut. */
const componentFloor = -3;
const componentSizeMax = 300;

/**
 * Natural log odds from which clusters are joined here: nine to one. Pairs taken for settled must be surer than those of a
 * result, where even odds are as good as none: what was joined by mistake would teach that mistakes are errors of writing.
 */
const settledOdds = Math.log(9);

/** Clusters the rows where that is nearly certain. `comparer`: with the frequencies that the pairs were weighed with. */
export function settlePairs(
  { records, comparer }: { readonly records: StandardRecords; readonly comparer: PairComparer },
  pairs: TrainingPairs,
  model: ScoringModel,
  options: SettleOptions,
): SettledPairs {
  const tables = tabulateWeights(model);
  const { clusterOf, count } = clusterLinks(
    {
      rowCount: records.recordCount,
      rowOf: Int32Array.from({ length: records.recordCount }, (_, row) => row),
      comparedAs: null,
      links: linkPairs(pairs, (evidence) => scorePair(tables, evidence)),
      decisions: [],
      sideOf: mixBits,
    },
    { comparer, tables },
    {
      threshold: settledOdds,
      componentFloor,
      componentSizeMax,
      exclusiveSourceOf: options.isOnePerSource ? records.sourceOf : null,
    },
  );
  const isJoined = Uint8Array.from({ length: pairs.count }, (_, pair) => {
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    return left !== right && clusterOf[left] === clusterOf[right] ? 1 : 0;
  });
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [row, cluster] of clusterOf.entries()) members[cluster]!.push(row);
  const known = new Set<number>();
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (isJoined[pair] === 1) known.add(pairs.left[pair]! * records.recordCount + pairs.right[pair]!);
  }
  const isOther = (left: number, right: number): boolean =>
    !(options.acrossOnly && records.sourceOf[left] === records.sourceOf[right]) &&
    !known.has(left * records.recordCount + right);
  const weigh = (evidence: PairEvidence): number =>
    probabilityOf(scorePair({ ...tables, strangerPrior: 0, neighbourPrior: 0 }, evidence));
  const others = countOthers(members, { records, comparer, isOther, weigh });
  return { isJoined, ...lessStandIns(others, pairs, isJoined, weigh) };
}

/**
 * What training pairs that were put together stand for is among the others, as far as it was put together: clusters of a sample
 * hold less of it, and more than they hold is not taken off.
 */
export function lessStandIns(
  { others, otherLevels }: OtherCounts,
  pairs: TrainingPairs,
  isJoined: Uint8Array,
  weigh: OtherPairs["weigh"],
): OtherCounts {
  let standIns = 0;
  const standInLevels = new Float64Array(otherLevels.length);
  for (let pair = 0, row = 0; pair < pairs.count; pair += 1, row += pairs.comparisonCount) {
    const standing = pairs.weights[pair]! * (1 - 1 / pairs.standsFor[pair]!);
    if (isJoined[pair] === 0 || standing === 0) continue;
    const to = row + pairs.comparisonCount;
    const evidence = { levels: pairs.levels.subarray(row, to), logUAdjust: pairs.logUAdjust.subarray(row, to) };
    const weight = standing * weigh(evidence);
    standIns += weight;
    for (let c = 0; c < pairs.comparisonCount; c += 1)
      standInLevels[c * levelStride + pairs.levels[row + c]!]! += weight;
  }
  const share = standIns === 0 ? 0 : Math.min(1, others / standIns);
  return {
    others: others - share * standIns,
    otherLevels: otherLevels.map((count, at) => count - share * standInLevels[at]!),
  };
}

function linkPairs(
  { count, comparisonCount, left, right, levels, logUAdjust }: TrainingPairs,
  weigh: (evidence: { levels: Uint8Array; logUAdjust: Float64Array }) => number,
) {
  const links = new LinkListBuilder();
  for (let pair = 0, from = 0; pair < count; pair += 1, from += comparisonCount) {
    if (left[pair] === right[pair]) continue;
    const to = from + comparisonCount;
    const odds = weigh({ levels: levels.subarray(from, to), logUAdjust: logUAdjust.subarray(from, to) });
    if (odds >= componentFloor) links.push(left[pair]!, right[pair]!, odds, 0);
  }
  return links.finish();
}

interface OtherPairs {
  readonly records: StandardRecords;
  readonly comparer: PairComparer;
  readonly isOther: (left: number, right: number) => boolean;
  /** Probability that two records that are no strangers are one person. */
  readonly weigh: (evidence: PairEvidence) => number;
}

type OtherCounts = Pick<SettledPairs, "others" | "otherLevels">;

function countOthers(
  members: readonly (readonly number[])[],
  { records: { multiplicity }, comparer, isOther, weigh }: OtherPairs,
): OtherCounts {
  const otherLevels = new Float64Array(comparer.comparisons.length * levelStride);
  let others = 0;
  for (const cluster of members) {
    for (const [i, left] of cluster.entries()) {
      for (const right of cluster.slice(i + 1)) {
        if (!isOther(left, right)) continue;
        const evidence = comparer.compare(left, right);
        const weight = (multiplicity?.[left] ?? 1) * (multiplicity?.[right] ?? 1) * weigh(evidence);
        others += weight;
        evidence.levels.forEach((level, comparison) => {
          otherLevels[comparison * levelStride + level]! += weight;
        });
      }
    }
  }
  return { others, otherLevels };
}
