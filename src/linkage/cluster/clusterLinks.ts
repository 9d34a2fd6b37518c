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
import { ComponentPool, type PoolOptions } from "./poolComponent.ts";
import type { ExpectationSums, PoolExpectation } from "./poolExpectation.ts";
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
}

export interface LinkedClusters extends Clusters {
  /** Rows by the cluster of their first record, numbered likewise. */
  readonly rows: Clusters;
  readonly expectation: PoolExpectation;
}

/** Clusters records; those of identical rows are one person where their row, scored with itself, passes the threshold. */
export function clusterLinks(input: ClusterInput, scoring: ClusterScoring, options: ClusterOptions): LinkedClusters {
  const { decisions } = input;
  assert(decisions.length === 0 || findContradiction(decisions) === null, "decisions contradict each other");
  const { comparer, tables } = scoring;
  const pool = new ComponentPool(comparer, tables, options);
  const selfOdds = (row: number): number => {
    const index = input.comparedAs === null ? row : input.comparedAs[row]!;
    return scorePair(tables, comparer.compare(index, index));
  };
  const decided = [...decisions.flatMap(({ left, right }) => [left, right]), ...(input.decidedElsewhere ?? [])];
  const units = planUnits(input, decided, selfOdds);
  const odds = units.copies === null ? null : scoreCopies(units, selfOdds);
  const firstUnitOf = poolUnits(units, input, pool, odds, options);
  if (odds !== null) expectCopies(units, odds, options.threshold, pool.expectation);
  const clusters = numberClusters(findFirstRecords(units, firstUnitOf, odds, options.threshold));
  return { ...clusters, rows: numberRows(input, clusters), expectation: pool.expectation };
}

/** Per unit of several records the natural log odds that they are one person; else 0. */
function scoreCopies({ copies, count, rowOfUnit }: Units, selfOdds: (row: number) => number): Float64Array {
  const odds = new Float64Array(count);
  for (let unit = 0; unit < count; unit += 1) {
    if (copies![unit]! > 1) odds[unit] = selfOdds(rowOfUnit === null ? unit : rowOfUnit[unit]!);
  }
  return odds;
}

/** Per unit the first unit of its cluster. */
function poolUnits(
  units: Units,
  { comparedAs, decisions }: ClusterInput,
  pool: ComponentPool,
  copyOdds: Float64Array | null,
  options: ClusterOptions,
): Int32Array {
  const { count, links, rowOfUnit, copies } = units;
  const rulings = decisions.length === 0 ? null : new UnitRulings(decisions, units.unitOf, count);
  const firstOf = new Int32Array(count);
  for (let unit = 0; unit < count; unit += 1) firstOf[unit] = unit;
  const isPlain = rowOfUnit === null && comparedAs === null;
  const compared = (unit: number): number => {
    const row = rowOfUnit === null ? unit : rowOfUnit[unit]!;
    return comparedAs === null ? row : comparedAs[row]!;
  };
  /** Records of a unit that stand and fall with it. */
  const standing = (unit: number): number => (copyOdds![unit]! > options.threshold ? copies![unit]! : 1);
  cutComponents({ count, links, same: rulings?.same ?? new Int32Array(0) }, options, (members) => {
    if (members.length > options.componentSizeMax) {
      // Decisions alone hold so many together.
      for (const unit of members) firstOf[unit] = members[0]!;
      const pairs = (members.length * (members.length - 1)) / 2;
      pool.expectation.addJoined(Number.POSITIVE_INFINITY, pairs, pairs);
      return;
    }
    const clusters = pool.cluster({
      members: isPlain ? members : members.map(compared),
      copies: copies === null ? null : Float64Array.from(members, standing),
      rulings: rulings === null ? null : rulings.among(members),
    });
    for (let i = 0; i < members.length; i += 1) firstOf[members[i]!] = members[clusters[i]!]!;
  });
  return firstOf;
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
