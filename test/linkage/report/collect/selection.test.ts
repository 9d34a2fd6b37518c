// What the lists of a report are chosen with, against plain oracles.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BestItems } from "../../../../src/linkage/report/collect/bestItems.ts";
import { collectClusterSizes, countMembers } from "../../../../src/linkage/report/collect/collectClusterSizes.ts";
import { collectHistogram } from "../../../../src/linkage/report/collect/collectHistogram.ts";
import { collectRejects } from "../../../../src/linkage/report/collect/collectRejects.ts";
import {
  countKnown,
  countTrueBetween,
  countTrueWithin,
  groupTruth,
} from "../../../../src/linkage/report/collect/countTruth.ts";
import { groupMembers } from "../../../../src/linkage/report/collect/groupMembers.ts";
import { joinWords } from "../../../../src/linkage/report/collect/joinWords.ts";
import { pickVaried } from "../../../../src/linkage/report/collect/pickVaried.ts";
import { LinkListBuilder } from "../../../../src/linkage/score/linkList.ts";

test("the best items are those that sorting gives, in any order of arrival", () => {
  const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 });
  fc.assert(
    fc.property(values, fc.nat({ max: 12 }), fc.infiniteStream(fc.nat()), (list, capacity, random) => {
      const items = list.map((value, item) => ({ value, item }));
      const expected = items.toSorted((a, b) => b.value - a.value || a.item - b.item).slice(0, capacity);
      const keys = items.map(() => random.next().value ?? 0);
      const arrival = items.toSorted((a, b) => (keys[a.item] ?? 0) - (keys[b.item] ?? 0));
      const best = new BestItems(capacity);
      for (const { item, value } of arrival) best.push(item, value);
      assert.deepEqual(
        best.list(),
        expected.map(({ item }) => item),
      );
    }),
  );
});

test("an item is said to be kept exactly where it is among the best so far", () => {
  const best = new BestItems(2);
  assert.deepEqual(
    [3, 1, 2, 2, 5].map((value, item) => best.push(item, value)),
    [true, true, true, false, true],
  );
  assert.deepEqual(best.list(), [4, 0]);
});

test("a varied choice takes one of each group before a second of any, and keeps the order", () => {
  const items = ["a1", "a2", "a3", "b1", "c1", "a4"];
  const group = (item: string) => [item.charCodeAt(0)];
  assert.deepEqual(pickVaried(items, 3, group), ["a1", "b1", "c1"]);
  assert.deepEqual(pickVaried(items, 5, group), ["a1", "a2", "a3", "b1", "c1"]);
  assert.deepEqual(pickVaried(items, 2, group), ["a1", "b1"]);
  assert.deepEqual(pickVaried(items, 99, group), items);
  assert.deepEqual(pickVaried(items, 0, group), []);
  const pairs = ["ab", "bc", "cd", "ef"];
  const bothLetters = (pair: string) => [pair.charCodeAt(0), pair.charCodeAt(1)];
  assert.deepEqual(pickVaried(pairs, 2, bothLetters), ["ab", "ef"]);
});

test("true pairs between and within rows are those counted one by one", () => {
  const records = fc.array(fc.record({ row: fc.nat({ max: 3 }), truth: fc.integer({ min: -1, max: 3 }) }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(records, (list) => {
      const truthOf = Int32Array.from(list, ({ truth }) => truth);
      const truth = groupTruth(
        truthOf,
        Int32Array.from(list, ({ row }) => row),
        4,
      );
      const labels = (row: number) => list.filter((one) => one.row === row && one.truth >= 0).map((one) => one.truth);
      for (let a = 0; a < 4; a += 1) {
        const own = labels(a);
        assert.equal(countKnown(truth, a), own.length);
        const within = own.flatMap((left, i) => own.slice(i + 1).filter((right) => left === right)).length;
        assert.equal(countTrueWithin(truth, a), within);
        for (let b = a + 1; b < 4; b += 1) {
          const between = own.flatMap((left) => labels(b).filter((right) => left === right)).length;
          assert.equal(countTrueBetween(truth, a, b), between);
        }
      }
    }),
  );
});

test("members of groups keep their order; −1 is no group", () => {
  const { offsets, members } = groupMembers(Int32Array.of(1, 0, -1, 1, 3));
  assert.deepEqual([...offsets], [0, 1, 3, 3, 4]);
  assert.deepEqual([...members], [1, 0, 3, 4]);
});

test("bins of the histogram hold every link and leave no gap", () => {
  const links = new LinkListBuilder();
  for (const bits of [-1.9, -1.5, 0.01, 0.99, 3.25]) links.push(0, 1, bits * Math.LN2, 0);
  const bins = collectHistogram(links.finish());
  assert.deepEqual(
    bins.map(({ from, to, count }) => [from, to, count]),
    [
      [-2, -1, 2],
      [-1, 0, 0],
      [0, 1, 2],
      [1, 2, 0],
      [2, 3, 0],
      [3, 4, 1],
    ],
  );
  assert.deepEqual(collectHistogram(new LinkListBuilder().finish()), []);
});

test("cluster sizes, rejects and lists of words", () => {
  const sizes = countMembers({ clusterOf: Int32Array.of(0, 1, 0, 2, 2), count: 3 });
  assert.deepEqual(collectClusterSizes(sizes), [
    { size: 1, count: 1 },
    { size: 2, count: 2 },
  ]);
  const reject = (reason: string) => ({ source: "s", rowNumber: 1, reason });
  assert.deepEqual(collectRejects([reject("b"), reject("c"), reject("b"), reject("a")]), [
    { reason: "b", count: 2 },
    { reason: "a", count: 1 },
    { reason: "c", count: 1 },
  ]);
  assert.deepEqual(
    [joinWords([], "or"), joinWords(["a"], "or"), joinWords(["a", "b", "c"], "or")],
    ["", "a", "a, b or c"],
  );
});
