// The cluster stage: components of links at a low floor, each taken apart by pooled linkage on its own.
import type { PairComparer } from "../compare/pairComparer.ts";
import { type LinkList, LinkListBuilder } from "../score/linkList.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { findComponents, forEachComponent } from "./components.ts";
import { divideComponents } from "./divideComponents.ts";
import { ComponentPool, type PoolExpectation, type PoolOptions } from "./poolComponent.ts";

export interface ClusterOptions extends PoolOptions {
  /** Natural log odds from which a link may bring two records into one component. */
  readonly componentFloor: number;
  /** Larger components are cut: at a higher floor, one nat at a time, then by dividing them. */
  readonly componentSizeMax: number;
}

export interface Clusters {
  /** Per record its cluster; clusters are numbered in the order of their first record. */
  readonly clusterOf: Int32Array;
  readonly count: number;
}

export interface LinkedClusters extends Clusters {
  readonly expectation: PoolExpectation;
}

export function clusterLinks(
  links: LinkList,
  recordCount: number,
  comparer: PairComparer,
  tables: WeightTables,
  options: ClusterOptions,
): LinkedClusters {
  const pool = new ComponentPool(comparer, tables, options);
  const firstOf = new Int32Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) firstOf[record] = record;
  const visit = (members: Int32Array): void => {
    const clusters = pool.cluster(members);
    members.forEach((record, index) => {
      firstOf[record] = members[clusters[index]!]!;
    });
  };
  cutComponents(links, recordCount, options.componentFloor, options, visit);
  return { ...numberClusters(firstOf), expectation: pool.expectation };
}

/**
 * Calls `visit` with the members of each component that is small enough. Larger ones are cut at higher floors, up to the
 * threshold of a link; what is too large even so is divided, strongest links first, so that no record is given up.
 */
function cutComponents(
  links: LinkList,
  recordCount: number,
  floor: number,
  options: ClusterOptions,
  visit: (members: Int32Array) => void,
): void {
  const oversized = new Uint8Array(recordCount);
  let hasOversized = false;
  forEachComponent(findComponents(links, recordCount, floor), (members) => {
    if (members.length <= options.componentSizeMax) {
      visit(members);
      return;
    }
    hasOversized = true;
    for (const record of members) oversized[record] = 1;
  });
  if (!hasOversized) return;
  const isLast = floor + 1 > options.threshold;
  const nextFloor = isLast ? floor : floor + 1;
  const inside = new LinkListBuilder();
  for (let i = 0; i < links.count; i += 1) {
    if (oversized[links.left[i]!] === 1 && links.logOdds[i]! >= nextFloor) {
      inside.push(links.left[i]!, links.right[i]!, links.logOdds[i]!, links.rule[i]!);
    }
  }
  if (isLast) forEachComponent(divideComponents(inside.finish(), recordCount, options.componentSizeMax), visit);
  else cutComponents(inside.finish(), recordCount, nextFloor, options, visit);
}

/** Numbers clusters given per record the first record of its cluster. */
export function numberClusters(firstOf: Int32Array): Clusters {
  const clusterOf = new Int32Array(firstOf.length).fill(-1);
  let count = 0;
  for (let record = 0; record < firstOf.length; record += 1) {
    const first = firstOf[record]!;
    if (clusterOf[first]! < 0) {
      clusterOf[first] = count;
      count += 1;
    }
    clusterOf[record] = clusterOf[first]!;
  }
  return { clusterOf, count };
}
