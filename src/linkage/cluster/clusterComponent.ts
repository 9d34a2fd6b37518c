// One component of an index, clustered exactly as a bulk run over all records clusters it.
import { type LinkList, LinkListBuilder, mergeLinks } from "../score/linkList.ts";
import { groupIdentical } from "../standardise/groupIdentical.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type ClusterOptions, type ClusterScoring, clusterLinks } from "./clusterLinks.ts";
import type { Decision } from "./decision.ts";
import type { Clusters } from "./numberClusters.ts";

export interface Component {
  /**
   * Indexes into the records, in canonical order: by source, then identifier, both as UTF-8 bytes, as a bulk run orders
   * them. The indexes themselves may come in any order. More than one component may be given.
   */
  readonly members: Int32Array;
  /**
   * Pairs of members by their places in `members`, natural log odds as scored, in any order. Identical members need no
   * link, and a link of one of them stands for all.
   */
  readonly links: LinkList;
  /** Among members, by their places; without contradiction (findContradiction). */
  readonly decisions: readonly Decision[];
  /**
   * Places of members that decisions rule different from records outside: such a record is told apart from its copies,
   * whomever the decision is about.
   */
  readonly decidedElsewhere?: readonly number[];
  /** Side of a member, by its place (sideOf). */
  readonly sideOf: (place: number) => number;
}

export interface ComponentScoring extends ClusterScoring {
  /** What the comparer compares. */
  readonly records: Pick<StandardRecords, "cells" | "stride">;
  /** Whether identical records are one unit: treatsIdenticalAsOne(model). */
  readonly isIdenticalOne: boolean;
}

/**
 * Cluster of each member, numbered in the order of first members. A pure function of the members' records, their links
 * at or above the component floor, the decisions among them, and the model.
 *
 * A component is closed under links at or above the floor, decisions "same", and (where `isIdenticalOne`) equality of
 * all cells: hand over all records that these reach.
 */
export function clusterComponent(component: Component, scoring: ComponentScoring, options: ClusterOptions): Clusters {
  const { members, decisions, decidedElsewhere = [], sideOf } = component;
  const { rowOf, firstOf } = scoring.isIdenticalOne ? groupIdentical(scoring.records, members) : eachAlone(members);
  const comparedAs = Int32Array.from(firstOf, (place) => members[place]!);
  const links = linkRows(component.links, rowOf, firstOf.length);
  const input = { rowCount: firstOf.length, rowOf, links, comparedAs, decisions, decidedElsewhere, sideOf };
  const { clusterOf, count } = clusterLinks(input, scoring, options);
  return { clusterOf, count };
}

function eachAlone(members: Int32Array): { rowOf: Int32Array; firstOf: ArrayLike<number> } {
  const rowOf = members.map((_, place) => place);
  return { rowOf, firstOf: rowOf };
}

/** Each pair of rows once, in order, whatever the order of members' links. */
function linkRows(links: LinkList, rowOf: Int32Array, rowCount: number): LinkList {
  const builder = new LinkListBuilder(links.count);
  for (let link = 0; link < links.count; link += 1) {
    const a = rowOf[links.left[link]!]!;
    const b = rowOf[links.right[link]!]!;
    if (a !== b) builder.push(Math.min(a, b), Math.max(a, b), links.logOdds[link]!, links.rule[link]!);
  }
  return mergeLinks([builder.finish()], rowCount).links;
}
