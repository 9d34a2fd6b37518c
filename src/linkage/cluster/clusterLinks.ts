// The cluster stage: components of links at a low floor, each taken apart by pooled linkage on its own. The same function
// clusters all records of a bulk run and, through clusterComponent, one component of an index: no result depends on what
// else is handed over.
import { assert } from "../../shared/assert.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import { scorePair } from "../score/pairScorer.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { type CutOptions, cutComponents } from "./cutComponents.ts";
import type { Decision } from "./decision.ts";
import { findContradiction } from "./findContradiction.ts";
import { type Clusters, numberClusters } from "./numberClusters.ts";
import { planUnits, type RowLinks, type Units } from "./planUnits.ts";
import { BatchBuilder, type PoolBatch, type PooledBatch, poolBatch } from "./poolBatches.ts";
import type { PoolOptions } from "./poolComponent.ts";
import { ExpectationSums, type PoolExpectation } from "./poolExpectation.ts";
import { UnitRulings } from "./unitRulings.ts";

export type ClusterOptions = PoolOptions & CutOptions;

/** How pairs of rows are compared and weighed. */
export interface ClusterScoring {
  readonly comparer: PairComparer;
  readonly tables: WeightTables;
}

export interface ClusterInput extends RowLinks {
  /** Per row its index for the comparer; null where that is the row itself. */
  readonly comparedAs: Int32Array | null;
  /** Among records. They must not contradict each other (findContradiction). */
  readonly decisions: readonly Decision[];
  /** Records that are ruled different from records that are not handed over. */
  readonly decidedElsewhere?: readonly number[];
  /** Side of a record (sideOf, the function of that name): asked for where a component must be cut. */
  readonly sideOf: (record: number) => number;
}

export interface LinkedClusters extends Clusters {
  /** Rows by the cluster of their first record, numbered likewise. */
  readonly rows: Clusters;
  readonly expectation: PoolExpectation;
}

/** Clusters records; those of identical rows are one person where their row, scored with itself, passes the threshold. */
export function clusterLinks(input: ClusterInput, scoring: ClusterScoring, options: ClusterOptions): LinkedClusters {
  const plan = planPools(input, scoring, options);
  const pooled = plan.batches.map((batch) => poolBatch(batch, scoring, options));
  return finishClusters(plan, pooled, input, options);
}

/** As clusterLinks; `pool` gives for each batch what poolBatch gives, in order, on whatever threads. */
export async function clusterLinksBeside(
  input: ClusterInput,
  scoring: ClusterScoring,
  options: ClusterOptions,
  pool: (batches: readonly PoolBatch[]) => Promise<readonly PooledBatch[]>,
): Promise<LinkedClusters> {
  const plan = planPools(input, scoring, options);
  return finishClusters(plan, await pool(plan.batches), input, options);
}

interface PoolPlan {
  readonly units: Units;
  /** Per unit of several records their odds; null where each unit is one. */
  readonly odds: Float64Array | null;
  /** Per unit the first unit of its cluster, as far as known before anything is pooled. */
  readonly firstUnitOf: Int32Array;
  readonly batches: readonly PoolBatch[];
  readonly expectation: ExpectationSums;
}

function finishClusters(
  { units, odds, firstUnitOf, batches, expectation }: PoolPlan,
  pooled: readonly PooledBatch[],
  input: ClusterInput,
  options: ClusterOptions,
): LinkedClusters {
  pooled.forEach(({ clusterOf, expectation: sums }, index) => {
    const { offsets, units: members } = batches[index]!;
    for (let component = 0; component + 1 < offsets.length; component += 1) {
      const from = offsets[component]!;
      for (let i = from; i < offsets[component + 1]!; i += 1) firstUnitOf[members[i]!] = members[from + clusterOf[i]!]!;
    }
    expectation.add(sums);
  });
  if (odds !== null) expectCopies(units, odds, options.threshold, expectation);
  const clusters = numberClusters(findFirstRecords(units, firstUnitOf, odds, options.threshold));
  return { ...clusters, rows: numberRows(input, clusters), expectation };
}

/** Per unit of several records the natural log odds that they are one person; else 0. */
function scoreCopies({ copies, count, rowOfUnit }: Units, selfOdds: (row: number) => number): Float64Array {
  const odds = new Float64Array(count);
  for (let unit = 0; unit < count; unit += 1) {
    if (copies![unit]! > 1) odds[unit] = selfOdds(rowOfUnit === null ? unit : rowOfUnit[unit]!);
  }
  return odds;
}

function planPools(input: ClusterInput, { comparer, tables }: ClusterScoring, options: ClusterOptions): PoolPlan {
  const { comparedAs, decisions } = input;
  assert(decisions.length === 0 || findContradiction(decisions) === null, "decisions contradict each other");
  const selfOdds = (row: number): number => {
    const index = comparedAs === null ? row : comparedAs[row]!;
    return scorePair(tables, comparer.compare(index, index));
  };
  const decided = [...decisions.flatMap(({ left, right }) => [left, right]), ...(input.decidedElsewhere ?? [])];
  const units = planUnits(input, decided, selfOdds);
  const { count, links, rowOfUnit, copies } = units;
  const odds = copies === null ? null : scoreCopies(units, selfOdds);
  const rulings = decisions.length === 0 ? null : new UnitRulings(decisions, units.unitOf, count);
  const firstUnitOf = new Int32Array(count);
  for (let unit = 0; unit < count; unit += 1) firstUnitOf[unit] = unit;
  const expectation = new ExpectationSums();
  const compared = (unit: number): number => {
    const row = rowOfUnit === null ? unit : rowOfUnit[unit]!;
    return comparedAs === null ? row : comparedAs[row]!;
  };
  /** Records of a unit that stand and fall with it. */
  const standing = (unit: number): number => (odds![unit]! > options.threshold ? copies![unit]! : 1);
  const builder = new BatchBuilder(compared, copies === null ? null : standing);
  const sideOf = sideOfFirst(units, input.sideOf);
  cutComponents({ count, links, same: rulings?.same ?? new Int32Array(0), sideOf }, options, (members) => {
    if (members.length > options.componentSizeMax) {
      // Decisions alone hold so many together.
      for (const unit of members) firstUnitOf[unit] = members[0]!;
      const pairs = (members.length * (members.length - 1)) / 2;
      expectation.addJoined(Number.POSITIVE_INFINITY, pairs, pairs);
      return;
    }
    builder.add(members, rulings === null ? null : rulings.among(members));
  });
  return { units, odds, firstUnitOf, batches: builder.finish(), expectation };
}

/** Side of a unit: that of its first record. */
function sideOfFirst({ unitOf, count }: Units, sideOf: ClusterInput["sideOf"]): (unit: number) => number {
  let firstOf: Int32Array | null = null;
  return (unit) => {
    if (firstOf === null) {
      firstOf = new Int32Array(count);
      for (let record = unitOf.length - 1; record >= 0; record -= 1) firstOf[unitOf[record]!] = record;
    }
    return sideOf(firstOf[unit]!);
  };
}

/** Per record the first record of its cluster: copies that are not one person stand alone, but for the first. */
function findFirstRecords(
  { unitOf, count }: Units,
  firstUnitOf: Int32Array,
  copyOdds: Float64Array | null,
  threshold: number,
): Int32Array {
  const firstOfUnit = new Int32Array(count).fill(-1);
  const firstOf = new Int32Array(unitOf.length);
  for (let record = 0; record < unitOf.length; record += 1) {
    const unit = unitOf[record]!;
    const isFirst = firstOfUnit[unit]! < 0;
    if (isFirst) firstOfUnit[unit] = record;
    const isOnePerson = isFirst || copyOdds![unit]! > threshold;
    // Units are numbered by their first records, so that the first unit of a cluster has been met.
    firstOf[record] = isOnePerson ? firstOfUnit[firstUnitOf[unit]!]! : record;
  }
  return firstOf;
}

function expectCopies({ copies, count }: Units, odds: Float64Array, threshold: number, sums: ExpectationSums): void {
  for (let unit = 0; unit < count; unit += 1) {
    const pairs = (copies![unit]! * (copies![unit]! - 1)) / 2;
    if (pairs === 0) continue;
    if (odds[unit]! > threshold) sums.addCopies(odds[unit]!, pairs);
    else sums.addMissed(odds[unit]!, pairs);
  }
}

/** Rows by the cluster of their first record, numbered in the order of rows. */
function numberRows({ rowOf, rowCount }: RowLinks, clusters: Clusters): Clusters {
  if (rowOf.length === rowCount) return clusters;
  const numberOf = new Int32Array(clusters.count).fill(-1);
  const clusterOf = new Int32Array(rowCount).fill(-1);
  let count = 0;
  for (let record = 0; record < rowOf.length; record += 1) {
    if (clusterOf[rowOf[record]!]! >= 0) continue;
    const cluster = clusters.clusterOf[record]!;
    if (numberOf[cluster]! < 0) {
      numberOf[cluster] = count;
      count += 1;
    }
    clusterOf[rowOf[record]!] = numberOf[cluster]!;
  }
  return { clusterOf, count };
}
