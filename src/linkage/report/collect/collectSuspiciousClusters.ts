// Clusters that may hold more than one person, worst first: members that speak against each other, contradictions in
// what a person cannot change, and sizes beyond those of nearly all others. Reasons are words without values.
import type { PackedStrings } from "../../../shared/packedStrings.ts";
import { labelWithinSentence } from "../../score/labelComparison.ts";
import { bitsPerNat } from "../../score/pairScorer.ts";
import type { ClusterShown } from "../reportData.ts";
import { BestItems } from "./bestItems.ts";
import { groupMembers } from "./groupMembers.ts";
import { joinWords } from "./joinWords.ts";
import { type Conflict, measureConflict } from "./measureConflict.ts";
import type { ReportContext } from "./reportContext.ts";
import { showRecord } from "./showRecord.ts";

const shownMax = 20;
const recordsShownMax = 200;
/** Evidence in bits below which two members are said to speak against each other. */
const conflictBits = -5;
/** What a contradicted field and each doubling of size beyond the usual weigh against bits of evidence. */
const contradictionBits = 4;
const largeBits = 4;

/**
 * At most 20; `sizes` holds the records of each cluster. `contradicted`: per cluster of rows what its links contradict each
 * other in, where that is known.
 */
export function collectSuspiciousClusters(
  context: ReportContext,
  clusterIds: PackedStrings,
  sizes: Uint32Array,
  contradicted: Uint32Array | null,
): ClusterShown[] {
  const { rowClusters, clusters } = context.facts;
  const { offsets, members } = groupMembers(rowClusters.clusterOf);
  const largeMin = findLargeMin(sizes);
  const best = new BestItems(shownMax);
  const rowsOf = (group: number) => members.subarray(offsets[group], offsets[group + 1]);
  const clusterOf = (group: number): number => clusters.clusterOf[context.firstRecordOf[members[offsets[group]!]!]!]!;
  const linkedPairs = contradicted === null ? null : countLinkedPairs(context);
  const conflictIn = (group: number): Conflict => {
    const rows = rowsOf(group);
    if (rows.length < 2) return none;
    // Two that are linked do not speak against each other.
    const isLinkedThroughout = linkedPairs?.[group] === (rows.length * (rows.length - 1)) / 2;
    return isLinkedThroughout ? { ...none, contradicted: contradicted![group]! } : measureConflict(context, rows);
  };
  for (let group = 0; group < rowClusters.count; group += 1) {
    const size = sizes[clusterOf(group)]!;
    if (size < 2) continue;
    const suspicion = weigh(conflictIn(group), size, largeMin);
    if (suspicion > 0) best.push(group, suspicion);
  }
  const chosen = best.list();
  const recordsOf = listRecords(context, chosen.map(clusterOf));
  return chosen.map((group, place) => {
    const cluster = clusterOf(group);
    const rows = rowsOf(group);
    const conflict = rows.length < 2 ? none : measureConflict(context, rows);
    return {
      clusterId: clusterIds.at(cluster),
      reason: describe(context, conflict, sizes[cluster]! >= largeMin),
      records: orderRecords(context, recordsOf[place] ?? [], conflict).map((record) =>
        showRecord(context.facts.read.table, record),
      ),
    };
  });
}

/** Per cluster of rows its pairs that reach the link threshold. */
function countLinkedPairs({ facts }: ReportContext): Uint32Array {
  const { clusterOf, count: clusterCount } = facts.rowClusters;
  const { left, right, logOdds, count } = facts.scored.links;
  const pairs = new Uint32Array(clusterCount);
  for (let link = 0; link < count; link += 1) {
    const cluster = clusterOf[left[link]!]!;
    if (cluster === clusterOf[right[link]!] && logOdds[link]! >= facts.model.thresholds.link) pairs[cluster]! += 1;
  }
  return pairs;
}

const none: Conflict = { lowestEvidence: Number.POSITIVE_INFINITY, lowestPair: [], contradicted: 0 };

/** 0 where nothing is suspicious. */
function weigh({ lowestEvidence, contradicted }: Conflict, size: number, largeMin: number): number {
  const bits = lowestEvidence * bitsPerNat;
  const conflict = bits < conflictBits ? -bits : 0;
  const large = size >= largeMin ? largeBits * (1 + Math.log2(size / largeMin)) : 0;
  return conflict + contradictionBits * countBits(contradicted) + large;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Records from which a cluster is larger than all but one in a thousand of those of several records (but one at least). */
function findLargeMin(sizes: Uint32Array): number {
  const several = sizes.filter((size) => size > 1).sort();
  if (several.length < 2) return Number.POSITIVE_INFINITY;
  const usual = several[Math.floor(several.length / 2)] ?? 2;
  const rank = several.length - Math.max(1, Math.floor(several.length / 1000));
  const nextBelow = several[rank - 1] ?? 0;
  return Math.max(6, 3 * usual, nextBelow + 1);
}

function describe(
  { facts, contradictions }: ReportContext,
  { lowestEvidence, contradicted }: Conflict,
  isLarge: boolean,
): string {
  const labels = contradictions.list(contradicted).flatMap((index) => {
    const comparison = facts.model.scoring.comparisons[index];
    return comparison === undefined ? [] : [labelWithinSentence(comparison)];
  });
  return [
    ...(lowestEvidence * bitsPerNat < conflictBits ? ["a chain: two of its records speak against each other"] : []),
    ...(labels.length > 0 ? [`contradicting values of ${joinWords(labels, "and")}`] : []),
    ...(isLarge ? ["larger than nearly all others"] : []),
  ].join("; ");
}

/** The two that speak most against each other first, since only the first few may be shown. */
function orderRecords(
  { firstRecordOf }: ReportContext,
  records: readonly number[],
  { lowestPair }: Conflict,
): number[] {
  const first = lowestPair.map((row) => firstRecordOf[row] ?? 0);
  return [...first, ...records.filter((record) => !first.includes(record))].slice(0, recordsShownMax);
}

/** Records of each of `chosen` clusters, ascending. */
function listRecords({ facts }: ReportContext, chosen: readonly number[]): number[][] {
  const lists = chosen.map((): number[] => []);
  const placeOf = new Int32Array(facts.clusters.count).fill(-1);
  chosen.forEach((cluster, place) => {
    placeOf[cluster] = place;
  });
  const { clusterOf } = facts.clusters;
  for (let record = 0; record < clusterOf.length; record += 1) {
    const place = placeOf[clusterOf[record]!]!;
    if (place >= 0 && lists[place]!.length < recordsShownMax) lists[place]!.push(record);
  }
  return lists;
}
