// What is asked first: pairs near even odds, bridges of large clusters, and no pattern or cluster again and again.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CandidatePair } from "../../../src/linkage/review/candidatePair.ts";
import { findBridges } from "../../../src/linkage/review/findBridges.ts";
import { informationOf, orderPairs } from "../../../src/linkage/review/orderPairs.ts";
import { type Ruling, Rulings } from "../../../src/linkage/review/rulings.ts";

function pair(left: string, right: string, changes: Partial<CandidatePair> = {}): CandidatePair {
  return {
    left: { id: left },
    right: { id: right },
    leftCluster: left,
    rightCluster: right,
    matchWeight: 0,
    pattern: `${left}|${right}`,
    pairsAtStake: 1,
    ...changes,
  };
}

test("even odds tell most, more pairs at stake tell more, certain pairs tell nothing", () => {
  const even = informationOf(pair("a", "b"));
  assert.ok(Math.abs(even - 1) < 1e-12);
  assert.ok(informationOf(pair("a", "b", { matchWeight: 5, rightCluster: "a" })) < even);
  assert.ok(informationOf(pair("a", "b", { pairsAtStake: 8 })) > even);
  assert.ok(informationOf(pair("a", "b", { matchWeight: -60 })) < 1e-9);
  // Left apart in spite of its weight: the model is of two minds.
  assert.ok(informationOf(pair("a", "b", { matchWeight: 30 })) > 0.5);
});

test("ten copies of a pattern are not asked before another pattern", () => {
  const copies = Array.from({ length: 10 }, (_, i) => pair(`a${i}`, `b${i}`, { pattern: "copy" }));
  const other = pair("c", "d", { matchWeight: 2.5 });
  assert.equal(orderPairs([...copies, other], 11).indexOf(other), 1);
  assert.equal(orderPairs([...copies, other], 3).length, 3);
});

test("the order is a choice of the pairs given, each at most once", () => {
  const pairs = fc.array(
    fc.record({ weight: fc.double({ min: -9, max: 9, noNaN: true }), pattern: fc.constantFrom("p", "q", "r") }),
  );
  fc.assert(
    fc.property(pairs, fc.nat(12), (given, count) => {
      const all = given.map(({ weight, pattern }, i) => pair(`${i}`, `x${i}`, { matchWeight: weight, pattern }));
      const ordered = orderPairs(all, count);
      assert.equal(ordered.length, Math.min(count, all.length));
      assert.equal(new Set(ordered).size, ordered.length);
      assert.ok(ordered.every((one) => all.includes(one)));
    }),
  );
});

test("bridges are the strongest links that hold a cluster together, with the pairs that they part", () => {
  const inside = { leftCluster: "k", rightCluster: "k" };
  const links = [
    pair("a", "b", { ...inside, matchWeight: 20 }),
    pair("c", "d", { ...inside, matchWeight: 15 }),
    pair("b", "c", { ...inside, matchWeight: 3 }),
    pair("a", "c", { ...inside, matchWeight: 1 }),
  ];
  const bridges = findBridges(links);
  assert.deepEqual(
    bridges.map(({ left, right, pairsAtStake }) => [left.id, right.id, pairsAtStake]),
    [
      ["a", "b", 3],
      ["c", "d", 3],
      ["b", "c", 4],
    ],
  );
});

test("what follows from rulings is known: same through chains, different from one is different from all", () => {
  const ruling = (kind: Ruling["kind"], left: string, right: string): Ruling => ({
    kind,
    left: { id: left },
    right: { id: right },
  });
  const rulings = new Rulings([ruling("same", "a", "b"), ruling("same", "b", "c"), ruling("different", "c", "d")]);
  const knows = rulings.knower();
  assert.equal(knows({ id: "a" }, { id: "c" }), true);
  assert.equal(knows({ id: "d" }, { id: "a" }), true);
  assert.equal(knows({ id: "d" }, { id: "e" }), false);
  assert.deepEqual(rulings.contradiction(ruling("different", "a", "c"))?.length, 2);
  assert.deepEqual(rulings.contradiction(ruling("same", "a", "d"))?.length, 3);
  assert.equal(rulings.contradiction(ruling("same", "d", "e")), null);
});
