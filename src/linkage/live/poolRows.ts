// The clusters of one component that no decision names, from what is remembered of its rows: what clusterComponent gives,
// but only rows that are new to the others are weighed against them.
import { planPools } from "../cluster/planClustering.ts";
import { ComponentPool } from "../cluster/poolComponent.ts";
import { firstInOrder } from "./firstInOrder.ts";
import type { LiveParts } from "./liveParts.ts";
import { selfOdds } from "./selfOdds.ts";

/**
 * Record numbers by cluster, in canonical order.
 * @param found rows that make up a component, no more than clustering takes as a whole
 */
export function poolRows(parts: LiveParts, found: readonly number[]): number[][] {
  const { model, rows, recordKeys } = parts;
  const firstOf = new Map(found.map((row) => [row, firstInOrder(rows, recordKeys, row)]));
  const isKnown = parts.pools.isKnown(found);
  const inOrder = isKnown ? found : found.toSorted((a, b) => recordKeys.compare(firstOf.get(a)!, firstOf.get(b)!));
  const clusterOf = isKnown ? parts.pools.recall(inOrder) : poolInOrder(parts, inOrder);
  const clusters: number[][] = [];
  const membersOf = new Map<number, number[]>();
  for (let place = 0; place < inOrder.length; place += 1) {
    const row = inOrder[place]!;
    const first = firstOf.get(row)!;
    let members = membersOf.get(clusterOf[place]!);
    if (members === undefined) {
      members = [];
      membersOf.set(clusterOf[place]!, members);
      clusters.push(members);
    }
    members.push(first);
    if (rows.nextOf(rows.firstOf(row)) < 0) continue;
    const isOnePerson = selfOdds(parts, row) > model.thresholds.link;
    for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) {
      if (record === first) continue;
      if (isOnePerson) members.push(record);
      else clusters.push([record]);
    }
  }
  for (const members of clusters) if (members.length > 1) members.sort(recordKeys.compare);
  return clusters;
}

/** So many rows that nothing is known of are weighed against all others one by one; more are pooled with them from scratch. */
const unknownMax = 16;

/** Per row the place of the first row of its cluster. */
function poolInOrder(parts: LiveParts, inOrder: readonly number[]): ArrayLike<number> {
  const { model, rows, fields, pools, replay } = parts;
  if (inOrder.length === 1) return [0];
  const knownAs = pools.recall(inOrder);
  const knownJoins = pools.joinsOf(inOrder, knownAs);
  const unknown = knownAs.reduce((sum, first) => sum + (first < 0 ? 1 : 0), 0);
  if (unknown === 0) {
    pools.remember(inOrder, knownAs, [...knownJoins.values()].flat());
    return knownAs;
  }
  const options = planPools(model, rows.sourceOf);
  const comparer = fields.comparer(rows);
  const members = Int32Array.from(inOrder);
  if (unknown > Math.max(unknownMax, inOrder.length >> 2)) {
    const all = new ComponentPool(comparer, fields.tables, options);
    const clusterOf = all.cluster({ members, copies: null, rulings: null });
    pools.remember(inOrder, clusterOf);
    return clusterOf;
  }
  const clusterOf = replay.cluster({ comparer, members, knownAs, knownJoins }, options);
  pools.remember(inOrder, clusterOf, replay.joins);
  return clusterOf;
}
