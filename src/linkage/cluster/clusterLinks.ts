// The cluster stage: components of links at a low floor, each taken apart by pooled linkage on its own.
import type { PairComparer } from "../compare/pairComparer.ts";
import { type LinkList, LinkListBuilder } from "../score/linkList.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { findComponents } from "./components.ts";
import { ComponentPool, type PoolExpectation, type PoolOptions } from "./poolComponent.ts";

export interface ClusterOptions extends PoolOptions {
  /** Natural log odds from which a link may bring two records into one component. */
  readonly componentFloor: number;
  /** Larger components are cut at a higher floor, one nat at a time. */
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
  cutComponents(links, recordCount, options.componentFloor, options.componentSizeMax, visit);
  return { ...numberClusters(firstOf), expectation: pool.expectation };
}

/** Calls `visit` with the members of each component that is small enough, cutting larger ones at higher floors. */
function cutComponents(
  links: LinkList,
  recordCount: number,
  floor: number,
  sizeMax: number,
  visit: (members: Int32Array) => void,
): void {
  const components = findComponents(links, recordCount, floor);
  const oversized = new Uint8Array(recordCount);
  let hasOversized = false;
  for (let i = 0; i < components.count; i += 1) {
    const members = components.members.subarray(components.offsets[i], components.offsets[i + 1]);
    if (members.length <= sizeMax) {
      visit(members);
    } else {
      hasOversized = true;
      for (const record of members) oversized[record] = 1;
    }
  }
  if (!hasOversized) return;
  const inside = new LinkListBuilder();
  for (let i = 0; i < links.count; i += 1) {
    if (oversized[links.left[i]!] === 1 && links.logOdds[i]! > floor) {
      inside.push(links.left[i]!, links.right[i]!, links.logOdds[i]!, links.rule[i]!);
    }
  }
  cutComponents(inside.finish(), recordCount, floor + 1, sizeMax, visit);
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
