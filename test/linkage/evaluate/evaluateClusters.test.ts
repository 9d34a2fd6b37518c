// The counted measures against plain enumeration of all pairs of records.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { evaluateClusters } from "../../../src/linkage/evaluate/evaluateClusters.ts";

interface Labelled {
  readonly cluster: number;
  readonly truth: number;
  readonly source: number;
}

const labelled: fc.Arbitrary<Labelled[]> = fc.array(
  fc.record({
    cluster: fc.oneof(fc.nat(5), fc.nat(2 ** 31 - 1)),
    truth: fc.oneof(fc.integer({ min: -1, max: 5 }), fc.nat(2 ** 21)),
    source: fc.nat(2),
  }),
  { maxLength: 40 },
);

function evaluate(records: readonly Labelled[], acrossOnly: boolean) {
  return evaluateClusters(
    Int32Array.from(records, (record) => record.cluster),
    Int32Array.from(records, (record) => record.truth),
    { sourceOf: Uint16Array.from(records, (record) => record.source), acrossOnly },
  );
}

function enumeratePairs(records: readonly Labelled[], acrossOnly: boolean) {
  const known = records.filter((record) => record.truth >= 0);
  let [found, truth, correct] = [0, 0, 0];
  known.forEach((left, index) => {
    for (const right of known.slice(index + 1)) {
      if (acrossOnly && left.source === right.source) continue;
      const isFound = left.cluster === right.cluster;
      const isTrue = left.truth === right.truth;
      found += Number(isFound);
      truth += Number(isTrue);
      correct += Number(isFound && isTrue);
    }
  });
  return { foundPairs: found, truePairs: truth, correctPairs: correct };
}

test("pairs are those that enumeration finds, within and across sources", () => {
  fc.assert(
    fc.property(labelled, fc.boolean(), (records, acrossOnly) => {
      const { foundPairs, truePairs, correctPairs } = evaluate(records, acrossOnly);
      assert.deepEqual({ foundPairs, truePairs, correctPairs }, enumeratePairs(records, acrossOnly));
    }),
  );
});

test("B-cubed, exact clusters and variation of information follow their definitions", () => {
  fc.assert(
    fc.property(labelled, (records) => {
      const known = records.filter((record) => record.truth >= 0);
      const result = evaluate(records, false);
      let [precision, recall, information] = [0, 0, 0];
      for (const one of known) {
        const cluster = known.filter((other) => other.cluster === one.cluster);
        const person = known.filter((other) => other.truth === one.truth);
        const shared = cluster.filter((other) => other.truth === one.truth).length;
        precision += shared / cluster.length / known.length;
        recall += shared / person.length / known.length;
        information -= (Math.log2(shared / cluster.length) + Math.log2(shared / person.length)) / known.length;
      }
      const persons = [...new Set(known.map((record) => record.truth))];
      const exact = persons.filter((truth) => {
        const members = known.filter((record) => record.truth === truth);
        const around = known.filter((record) => record.cluster === members[0]?.cluster);
        return around.length === members.length && around.every((record) => record.truth === truth);
      });
      if (known.length === 0) return;
      assert.ok(Math.abs(result.bCubed.precision - precision) < 1e-9);
      assert.ok(Math.abs(result.bCubed.recall - recall) < 1e-9);
      assert.ok(Math.abs(result.variationOfInformation - information) < 1e-9);
      assert.equal(result.exactClusters, exact.length / persons.length);
    }),
  );
});

test("equal partitions are perfect whatever their labels", () => {
  const result = evaluateClusters(Int32Array.of(7, 7, 3, 9), Int32Array.of(0, 0, 1, 2));
  assert.equal(result.f1, 1);
  assert.equal(result.exactClusters, 1);
  assert.equal(result.variationOfInformation, 0);
});

test("a merge of two strangers costs precision, a missed link recall", () => {
  const merged = evaluateClusters(Int32Array.of(0, 0, 0), Int32Array.of(0, 0, 1));
  assert.equal(merged.precision, 1 / 3);
  assert.equal(merged.recall, 1);
  const split = evaluateClusters(Int32Array.of(0, 0, 1), Int32Array.of(0, 0, 0));
  assert.equal(split.precision, 1);
  assert.equal(split.recall, 1 / 3);
});

test("records without truth do not count, and no records at all are no error", () => {
  assert.equal(evaluateClusters(Int32Array.of(0, 0, 0), Int32Array.of(4, 4, -1)).foundPairs, 1);
  const empty = evaluateClusters(new Int32Array(0), new Int32Array(0));
  assert.deepEqual([empty.precision, empty.recall, empty.f1, empty.records], [1, 1, 1, 0]);
});
