// Connected components of links: the pieces that clustering looks at one by one.
import type { LinkList } from "../score/linkList.ts";
import { DisjointSets } from "./disjointSets.ts";

/** Components of at least two records: members ascending, components in order of their smallest member. */
export interface Components {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly members: Int32Array;
}

/** Links with log odds of at least `floor` join their records, and so do the pairs of `same` (left and right in turn). */
export function findComponents(
  links: LinkList,
  recordCount: number,
  floor: number,
  same: Int32Array = new Int32Array(0),
): Components {
  const joined = new DisjointSets(recordCount);
  for (let i = 0; i < same.length; i += 2) joined.join(same[i]!, same[i + 1]!);
  for (let i = 0; i < links.count; i += 1) {
    if (links.logOdds[i]! >= floor) joined.join(links.left[i]!, links.right[i]!);
  }
  return listComponents(joined, recordCount);
}

/** The sets of at least two records. */
export function listComponents(joined: DisjointSets, recordCount: number): Components {
  const sizes = new Uint32Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) sizes[joined.find(record)]! += 1;
  const componentOf = new Int32Array(recordCount).fill(-1);
  const starts: number[] = [0];
  for (let record = 0; record < recordCount; record += 1) {
    if (sizes[record]! < 2) continue;
    componentOf[record] = starts.length - 1;
    starts.push(starts[starts.length - 1]! + sizes[record]!);
  }
  const offsets = Uint32Array.from(starts);
  const next = offsets.slice();
  const members = new Int32Array(starts[starts.length - 1]!);
  for (let record = 0; record < recordCount; record += 1) {
    const component = componentOf[joined.find(record)]!;
    if (component < 0) continue;
    members[next[component]!] = record;
    next[component]! += 1;
  }
  return { count: starts.length - 1, offsets, members };
}

/** Calls `visit` with the members of each component, ascending. */
export function forEachComponent({ count, offsets, members }: Components, visit: (members: Int32Array) => void): void {
  for (let i = 0; i < count; i += 1) visit(members.subarray(offsets[i], offsets[i + 1]));
}
