// What a human should look at among the persons of a whole load, apart from doubtful pairs, which the run has listed:
// persons that contradict themselves, are too large, or hang together by a weak link.
import type { Decision } from "../../linkage/cluster/decision.ts";
import type { LiveIndex } from "../../linkage/index.ts";
import { type FoundReview, findReviews } from "../reviews/findReviews.ts";

export interface LoadedClusters {
  readonly live: LiveIndex;
  /** Per record of the live index its cluster. */
  readonly clusterOf: Int32Array;
  /** In force, between records of the live index. */
  readonly decisions: readonly Decision[];
}

/** More than reviewers will ever see; the rest comes as records change. */
const findingsMax = 50_000;

/** Most harm first. Links of all records should be known to the index. */
export function findStanding({ live, clusterOf, decisions }: LoadedClusters): FoundReview[] {
  const membersOf = new Map<number, number[]>();
  clusterOf.forEach((cluster, record) => {
    const members = membersOf.get(cluster);
    if (members === undefined) membersOf.set(cluster, [record]);
    else members.push(record);
  });
  const ruled = new Set(decisions.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]));
  const view = {
    live,
    personOf: (record: number): number => clusterOf[record] ?? -1,
    isRuled: (a: number, b: number): boolean => ruled.size > 0 && ruled.has(`${a} ${b}`),
  };
  const found: FoundReview[] = [];
  for (const members of membersOf.values()) {
    if (members.length < 2) continue;
    for (const one of findReviews(members, view)) if (one.kind !== "doubtful") found.push(one);
  }
  return found.sort((a, b) => b.harm - a.harm).slice(0, findingsMax);
}
