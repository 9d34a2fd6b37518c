// Components and the cutting of large ones, against plain reachability.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clusterLinks } from "../../../src/linkage/cluster/clusterLinks.ts";
import { findComponents } from "../../../src/linkage/cluster/components.ts";
import { numberClusters } from "../../../src/linkage/cluster/numberClusters.ts";
import type { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import { type LinkList, LinkListBuilder } from "../../../src/linkage/score/linkList.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";

interface Link {
  readonly left: number;
  readonly right: number;
  readonly logOdds: number;
}

function listOf(links: readonly Link[]): LinkList {
  const builder = new LinkListBuilder();
  for (const { left, right, logOdds } of links) builder.push(left, right, logOdds, 0);
  return builder.finish();
}

const recordCount = 14;
const links: fc.Arbitrary<Link[]> = fc
  .uniqueArray(fc.tuple(fc.nat(recordCount - 2), fc.integer({ min: 1, max: 5 }), fc.integer({ min: -3, max: 9 })), {
    maxLength: 30,
    selector: ([left, gap]) => `${left} ${gap}`,
  })
  .map((drawn) =>
    drawn
      .map(([left, gap, logOdds]) => ({ left, right: Math.min(recordCount - 1, left + gap), logOdds }))
      .filter(({ left, right }) => left < right),
  );

/** Groups of records that links from `floor` on reach, those of one record alone left out. */
function reachable(all: readonly Link[], floor: number): number[][] {
  const groupOf = Array.from({ length: recordCount }, (_, record) => record);
  for (let round = 0; round < recordCount; round += 1) {
    for (const { left, right, logOdds } of all) {
      if (logOdds < floor) continue;
      const least = Math.min(groupOf[left] ?? 0, groupOf[right] ?? 0);
      groupOf[left] = least;
      groupOf[right] = least;
    }
  }
  const groups = groupOf.map((_, first) => groupOf.flatMap((group, record) => (group === first ? [record] : [])));
  return groups.filter(({ length }) => length > 1);
}

test("components are the groups that links reach", () => {
  fc.assert(
    fc.property(links, fc.integer({ min: -3, max: 9 }), (all, floor) => {
      const { count, offsets, members } = findComponents(listOf(all), recordCount, floor);
      const found = Array.from({ length: count }, (_, i) => [...members.subarray(offsets[i], offsets[i + 1])]);
      assert.deepEqual(found, reachable(all, floor));
    }),
  );
});

const tables = tabulateWeights({
  prior: 0.1,
  householdPrior: 0,
  comparisons: [{ name: "sex", kind: "sex", field: "sex", m: [0.99, 0.01], u: [0.01, 0.99], h: null }],
});
/** Every pair is exact: whatever is handed over whole becomes one cluster. */
const evidence = new PairEvidence(1);
evidence.levels[0] = 1;
evidence.logUAdjust[0] = -8;
const comparer = { compare: () => evidence } as unknown as PairComparer;

function cluster(all: readonly Link[], componentSizeMax: number): Int32Array {
  const options = { componentFloor: -3, componentSizeMax, threshold: 0, exclusiveSourceOf: null };
  const rowOf = Int32Array.from({ length: recordCount }, (_, record) => record);
  const input = { rowCount: recordCount, rowOf, links: listOf(all), comparedAs: null, decisions: [] };
  return clusterLinks(input, { comparer, tables }, options).clusterOf;
}

test("components that are small enough are clustered whole, and nothing else is touched", () => {
  fc.assert(
    fc.property(links, (all) => {
      const firstOf = Int32Array.from({ length: recordCount }, (_, record) => record);
      for (const group of reachable(all, -3)) for (const record of group) firstOf[record] = group[0] ?? 0;
      assert.deepEqual(cluster(all, recordCount), numberClusters(firstOf).clusterOf);
    }),
  );
});

test("a component too large is cut at the weakest links first", () => {
  // Two squares of strong links with one weak link between them: cut there, both stay whole.
  const square = (first: number): Link[] =>
    [0, 1, 2].map((i) => ({ left: first + i, right: first + i + 1, logOdds: 8 }));
  const all = [...square(0), { left: 3, right: 4, logOdds: -1 }, ...square(4)];
  const found = [...cluster(all, 4).subarray(0, 8)];
  assert.deepEqual(found, [0, 0, 0, 0, 1, 1, 1, 1]);
});

test("a component whose links are all alike is not given up", () => {
  // More records of one person than a component may have, each link as strong as the next.
  const all = Array.from({ length: 9 }, (_, left) => ({ left, right: left + 1, logOdds: 8 }));
  const found = cluster(all, 5);
  assert.ok(new Set(found.subarray(0, 10)).size <= 5, `left alone: ${[...found]}`);
});

test("a component changes nothing in another", () => {
  fc.assert(
    fc.property(links, fc.nat({ max: recordCount - 1 }), (all, record) => {
      const whole = cluster(all, 5);
      const group = reachable(all, -3).find((members) => members.includes(record)) ?? [record];
      const alone = cluster(
        all.filter(({ left }) => group.includes(left)),
        5,
      );
      for (const a of group) {
        for (const b of group) assert.equal(alone[a] === alone[b], whole[a] === whole[b]);
      }
    }),
  );
});
