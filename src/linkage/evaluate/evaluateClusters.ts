// Compares clusters found with the true ones. Pairs are counted from the sizes of groups and never enumerated, so a
// cluster of a million records costs no more than a million singletons.
import { assert } from "../../shared/assert.ts";
import type { EvaluationShown } from "../report/reportData.ts";
import { type GroupSizes, groupIndex, groupSizes, pairsTogether } from "./groupSizes.ts";

export interface EvaluateOptions {
  /** Per record the index of its source; needed by `acrossOnly`. */
  readonly sourceOf?: ArrayLike<number>;
  /** Counts only pairs of records of different sources. The measures that are not of pairs stay as they are. */
  readonly acrossOnly?: boolean;
}

export interface ClusterEvaluation extends EvaluationShown {
  /** Records whose true cluster is known: only these are evaluated. */
  readonly records: number;
  readonly trueClusters: number;
  readonly foundClusters: number;
  /** Precision, recall and F1 averaged over records (B-cubed; Bagga and Baldwin 1998), each in [0, 1]. */
  readonly bCubed: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** Share of true clusters found exactly, no record missing and none too many. */
  readonly exactClusters: number;
  /** Distance of the two partitions in bits (Meilă 2003): 0 where they are equal. */
  readonly variationOfInformation: number;
}

/**
 * Measures clusters against the truth.
 *
 * Pair measures where there is nothing to count: precision is 1 when no pair was found, recall is 1 when no pair is true.
 *
 * @param clusterOf per record the code of the cluster found, from 0; the largest code times that of truth is below 2^53
 * @param truthOf per record the code of its true cluster from 0, or −1 where unknown: those records are left out
 */
export function evaluateClusters(
  clusterOf: Int32Array,
  truthOf: Int32Array,
  options: EvaluateOptions = {},
): ClusterEvaluation {
  assert(clusterOf.length === truthOf.length, "clusters and truth are of the same records");
  const known = recordsOfKnownTruth(truthOf);
  const found = groupSizes(Float64Array.from(known, (record) => clusterOf[record]!));
  const truth = groupSizes(Float64Array.from(known, (record) => truthOf[record]!));
  const truthWidth = (truth.keys.at(-1) ?? 0) + 1;
  assert(((found.keys.at(-1) ?? 0) + 1) * truthWidth <= Number.MAX_SAFE_INTEGER, "codes of clusters are dense");
  const bothKeys = Float64Array.from(known, (record) => clusterOf[record]! * truthWidth + truthOf[record]!);
  const both = groupSizes(bothKeys);

  const within =
    options.acrossOnly === true ? pairsWithinSources(known, clusterOf, truthOf, both, bothKeys, options) : none;
  const foundPairs = pairsTogether(found) - within.found;
  const truePairs = pairsTogether(truth) - within.truth;
  const correctPairs = pairsTogether(both) - within.both;
  return {
    precision: foundPairs === 0 ? 1 : correctPairs / foundPairs,
    recall: truePairs === 0 ? 1 : correctPairs / truePairs,
    f1: foundPairs + truePairs === 0 ? 1 : (2 * correctPairs) / (foundPairs + truePairs),
    truePairs,
    foundPairs,
    correctPairs,
    records: known.length,
    trueClusters: truth.keys.length,
    foundClusters: found.keys.length,
    ...partitionMeasures(found, truth, both, truthWidth, known.length),
  };
}

const none = { found: 0, truth: 0, both: 0 };

function recordsOfKnownTruth(truthOf: Int32Array): Int32Array {
  const known = new Int32Array(truthOf.length);
  let count = 0;
  for (let record = 0; record < truthOf.length; record += 1) {
    if (truthOf[record]! < 0) continue;
    known[count] = record;
    count += 1;
  }
  return known.slice(0, count);
}

/** Pairs of one source, to be taken off: those found, those true, and those both. */
function pairsWithinSources(
  known: Int32Array,
  clusterOf: Int32Array,
  truthOf: Int32Array,
  both: GroupSizes,
  bothKeys: Float64Array,
  options: EvaluateOptions,
): { found: number; truth: number; both: number } {
  const { sourceOf } = options;
  assert(sourceOf !== undefined, "pairs across sources need the source of each record");
  const sourceCount = known.reduce((most, record) => Math.max(most, sourceOf[record]! + 1), 1);
  const count = (groupOf: (record: number, index: number) => number) =>
    pairsTogether(
      groupSizes(Float64Array.from(known, (record, index) => groupOf(record, index) * sourceCount + sourceOf[record]!)),
    );
  return {
    found: count((record) => clusterOf[record]!),
    truth: count((record) => truthOf[record]!),
    both: count((_, index) => groupIndex(both, bothKeys[index]!)),
  };
}

function partitionMeasures(
  found: GroupSizes,
  truth: GroupSizes,
  both: GroupSizes,
  truthWidth: number,
  records: number,
) {
  let precision = 0;
  let recall = 0;
  let information = 0;
  let exact = 0;
  for (let i = 0; i < both.keys.length; i += 1) {
    const key = both.keys[i]!;
    const shared = both.counts[i]!;
    const cluster = found.counts[groupIndex(found, Math.floor(key / truthWidth))]!;
    const person = truth.counts[groupIndex(truth, key % truthWidth)]!;
    precision += (shared * shared) / cluster;
    recall += (shared * shared) / person;
    information += shared * (Math.log2(cluster / shared) + Math.log2(person / shared));
    if (shared === cluster && shared === person) exact += 1;
  }
  const share = (sum: number) => (records === 0 ? 1 : sum / records);
  const bCubed = { precision: share(precision), recall: share(recall) };
  return {
    bCubed: { ...bCubed, f1: (2 * bCubed.precision * bCubed.recall) / (bCubed.precision + bCubed.recall) },
    exactClusters: truth.keys.length === 0 ? 1 : exact / truth.keys.length,
    variationOfInformation: records === 0 ? 0 : information / records,
  };
}
