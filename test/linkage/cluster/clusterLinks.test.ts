// Components and the cutting of large ones, against plain reachability.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clusterLinks, type LinkedClusters } from "../../../src/linkage/cluster/clusterLinks.ts";
import { findComponents } from "../../../src/linkage/cluster/components.ts";
import type { Decision } from "../../../src/linkage/cluster/decision.ts";
import { numberClusters } from "../../../src/linkage/cluster/numberClusters.ts";
import type { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import { type LinkList, LinkListBuilder } from "../../../src/linkage/score/linkList.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { mixBits } from "../../../src/shared/hashText.ts";

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

const ownRows = Int32Array.from({ length: recordCount }, (_, record) => record);

interface Ruled {
  readonly componentSizeMax?: number;
  readonly decisions?: readonly Decision[];
  readonly rowOf?: Int32Array;
  readonly exclusiveSourceOf?: Uint16Array;
}

function clusterRuled(
  all: readonly Link[],
  { componentSizeMax = 300, decisions = [], rowOf = ownRows, exclusiveSourceOf }: Ruled,
): LinkedClusters {
  const options = {
    componentFloor: -3,
    componentSizeMax,
    threshold: 0,
    exclusiveSourceOf: exclusiveSourceOf ?? null,
  };
  const input = {
    rowCount: Math.max(...rowOf) + 1,
    rowOf,
    links: listOf(all),
    comparedAs: null,
    decisions,
    sideOf: mixBits,
  };
  return clusterLinks(input, { comparer, tables }, options);
}

const cluster = (all: readonly Link[], componentSizeMax: number): Int32Array =>
  clusterRuled(all, { componentSizeMax }).clusterOf;

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

const same = (left: number, right: number): Decision => ({ left, right, kind: "same" });
const different = (left: number, right: number): Decision => ({ left, right, kind: "different" });
const strong = (left: number, right: number): Link => ({ left, right, logOdds: 8 });

test("records said to be the same are one cluster without any link, and bring theirs along", () => {
  const found = clusterRuled([strong(0, 1), strong(2, 3)], { decisions: [same(1, 3), same(9, 5)] }).clusterOf;
  assert.deepEqual([...found], [0, 0, 0, 0, 1, 2, 3, 4, 5, 2, 6, 7, 8, 9]);
});

test("records said to be different are never in one cluster, whatever joins them", () => {
  const all = [strong(0, 1), strong(0, 2), strong(1, 2), strong(2, 3)];
  const found = clusterRuled(all, { decisions: [different(3, 0), same(1, 3)] }).clusterOf;
  assert.notEqual(found[0], found[3]);
  assert.equal(found[1], found[3]);
});

test("what is said to be the same stays together in a component too large, even more than it may hold", () => {
  const all = Array.from({ length: 13 }, (_, left) => strong(left, left + 1));
  const decisions = [same(0, 9), same(9, 3), same(3, 12), same(12, 6), same(6, 1)];
  const found = clusterRuled(all, { componentSizeMax: 4, decisions }).clusterOf;
  assert.deepEqual(new Set([0, 1, 3, 6, 9, 12].map((record) => found[record])).size, 1);
  assert.equal([...found].filter((one) => one === found[0]).length, 6, "and nothing else is added to it");
});

test("two records of one source may be the same by decision alone", () => {
  const all = [strong(0, 1), strong(1, 2)];
  const exclusiveSourceOf = Uint16Array.from(ownRows, (record) => (record === 1 ? 1 : 0));
  const free = clusterRuled(all, { exclusiveSourceOf }).clusterOf;
  assert.notEqual(free[0], free[2]);
  const ruled = clusterRuled(all, { exclusiveSourceOf, decisions: [same(0, 2)] }).clusterOf;
  assert.deepEqual([ruled[0], ruled[1], ruled[2]], [0, 0, 0]);
});

/** Records 0, 2, 5, 6 are identical, all others alone. */
const rowOf = Int32Array.from([0, 1, 0, 2, 3, 0, 0]);

test("a decision binds the copy that it names and no other", () => {
  const free = clusterRuled([], { rowOf });
  assert.deepEqual([...free.clusterOf], [0, 1, 0, 2, 3, 0, 0]);
  const ruled = clusterRuled([], { rowOf, decisions: [different(2, 5)] }).clusterOf;
  assert.notEqual(ruled[2], ruled[5]);
  assert.equal(ruled[0], ruled[6]);
  assert.ok(ruled[0] === ruled[2] || ruled[0] === ruled[5], "no link but their likeness holds them");
});

test("a copy with a decision on somebody else stays with its copies", () => {
  const ruled = clusterRuled([], { rowOf, decisions: [different(0, 3), same(6, 4)] }).clusterOf;
  assert.deepEqual([...ruled], [0, 1, 0, 2, 0, 0, 0]);
});

test("links of a row hold for each of its records", () => {
  const links = [{ left: 0, right: 2, logOdds: 8 }];
  const ruled = clusterRuled(links, {
    rowOf,
    decisions: [different(0, 2), different(2, 5), different(5, 0)],
  }).clusterOf;
  assert.equal(new Set([ruled[0], ruled[2], ruled[5]]).size, 3);
  assert.ok([ruled[0], ruled[2], ruled[5]].includes(ruled[3]));
});

test("rows are where their first records are, also where decisions took a row apart", () => {
  const decisions = [different(0, 2), different(0, 5), different(0, 6), same(2, 3), different(0, 3)];
  const { clusterOf, count, rows } = clusterRuled([], { rowOf, decisions });
  const firstOfRow = [0, 1, 3, 4];
  for (const [row, first] of firstOfRow.entries()) {
    for (const [other, otherFirst] of firstOfRow.entries()) {
      assert.equal(rows.clusterOf[row] === rows.clusterOf[other], clusterOf[first] === clusterOf[otherFirst]);
    }
  }
  assert.equal(rows.count, new Set(rows.clusterOf).size);
  assert.equal(count, new Set(clusterOf).size);
});

test("pairs of identical records are expected too, and counted by records", () => {
  const { expectation } = clusterRuled([strong(0, 1)], { rowOf });
  // Four copies and the record that is linked to them.
  assert.equal(expectation.joinedPairs, 6 + 4);
  assert.deepEqual([expectation.joinedUnlikePairs, expectation.joinedRowPairs], [4, 1]);
});
