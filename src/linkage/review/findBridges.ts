// The links that hold clusters together: of each cluster the strongest links that join all its records (a maximum
// spanning tree). Cut one, and the cluster falls into two parts; how large these are is what is at stake.
import type { RecordName } from "../linkOptions.ts";
import type { CandidatePair } from "./candidatePair.ts";

/** Key of a record among records of one run. */
export const keyOf = ({ source, id }: RecordName): string => JSON.stringify([source ?? "", id]);

/** `pairs`: all links inside some clusters, strongest first within each. `pairsAtStake` of the result is of the two parts. */
export function findBridges(pairs: readonly CandidatePair[]): CandidatePair[] {
  const clusters = Map.groupBy(pairs, ({ leftCluster }) => leftCluster);
  return [...clusters.values()].flatMap((links) => {
    const tree = spanningTree(links);
    return tree.map((bridge) => ({ ...bridge, pairsAtStake: countParted(tree, bridge) }));
  });
}

function spanningTree(links: readonly CandidatePair[]): CandidatePair[] {
  const rootOf = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = rootOf.get(root); up !== undefined; up = rootOf.get(root)) root = up;
    return root;
  };
  return links.filter(({ left, right }) => {
    const [a, b] = [find(keyOf(left)), find(keyOf(right))];
    if (a === b) return false;
    rootOf.set(a, b);
    return true;
  });
}

/** Pairs of records that a tree without `cut` no longer joins. */
function countParted(tree: readonly CandidatePair[], cut: CandidatePair): number {
  const nextTo = new Map<string, string[]>();
  for (const link of tree) {
    const [a, b] = [keyOf(link.left), keyOf(link.right)];
    if (link === cut) continue;
    nextTo.set(a, [...(nextTo.get(a) ?? []), b]);
    nextTo.set(b, [...(nextTo.get(b) ?? []), a]);
  }
  const reached = new Set([keyOf(cut.left)]);
  // A set iterates over what is added on the way: it is its own queue.
  for (const record of reached) for (const next of nextTo.get(record) ?? []) reached.add(next);
  return reached.size * (tree.length + 1 - reached.size);
}
