// Examples of what a run got wrong: pairs put together that are two persons, and pairs of one person left apart. Meant
// for made-up and published data; nothing else may be shown.

import { Random } from "../../../src/generate/random/random.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";

export interface ErrorExample {
  readonly kind: "wrong" | "missed";
  readonly left: string;
  readonly right: string;
}

/** Up to `count` wrong and `count` missed pairs, drawn at random with a fixed seed. */
export function listErrors(run: LinkRun, count: number): ErrorExample[] {
  const { facts } = run;
  if (facts.evaluation === null || count === 0) return [];
  const { clusterOf } = facts.clusters;
  const { truthOf } = facts.evaluation;
  return [
    ...samplePairs(clusterOf, truthOf, count).map((pair) => ({ kind: "wrong" as const, ...showPair(run, pair) })),
    ...samplePairs(truthOf, clusterOf, count).map((pair) => ({ kind: "missed" as const, ...showPair(run, pair) })),
  ];
}

/** Pairs that share `together` and differ in `apart`. */
function samplePairs(together: Int32Array, apart: Int32Array, count: number): [number, number][] {
  const groups = Map.groupBy(together.keys(), (record) => together[record] as number);
  const found: [number, number][] = [];
  for (const [group, members] of groups) {
    if (group < 0) continue;
    const first = members.find((record) => (apart[record] ?? -1) >= 0);
    if (first === undefined) continue;
    const other = members.find((record) => (apart[record] ?? -1) >= 0 && apart[record] !== apart[first]);
    if (other !== undefined) found.push([first, other]);
  }
  const random = new Random(1);
  return found
    .map((pair) => ({ pair, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ pair }) => pair);
}

function showPair({ facts }: LinkRun, [left, right]: [number, number]): { left: string; right: string } {
  const show = (record: number): string =>
    facts.read.table.columns
      .map((column) => {
        const code = column.codes[record] ?? -1;
        return code < 0 ? "·" : column.values.at(code);
      })
      .join(" | ");
  return { left: show(left), right: show(right) };
}
