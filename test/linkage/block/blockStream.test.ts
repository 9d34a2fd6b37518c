// Blocking against the plain way: a map from key to records, over every rule that made-up people allow.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { listAtoms } from "../../../src/linkage/block/atoms.ts";
import { type BlockingRule, createRule, KeyMaker } from "../../../src/linkage/block/blockingRule.ts";
import { forEachBlock, sortKeys } from "../../../src/linkage/block/blockStream.ts";
import { KeySet } from "../../../src/linkage/block/keySet.ts";
import { RuleMeter } from "../../../src/linkage/block/measureRule.ts";
import type { FrequencyTables } from "../../../src/linkage/compare/frequencies.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { madeUpRecords, madeUpTypes, prepare } from "../madeUpRecords.ts";

const people = madeUpRecords({ records: 400, seed: 5 }).map((row) => ({ ...row, id: row.unique_id ?? "" }));
const { records, aligned } = prepare(people, madeUpTypes);
const atoms = listAtoms(records.fields, aligned);
const whole = { index: 0, count: 1 };

const rules = fc
  .uniqueArray(fc.constantFrom(...atoms), { minLength: 1, maxLength: 3 })
  .map((chosen) => createRule(chosen));

/** Pairs "left,right" of records that share a key. */
function naivePairs(all: StandardRecords, rule: BlockingRule): Set<string> {
  const maker = new KeyMaker(all, rule);
  const owners = new Map<number, number[]>();
  for (let record = 0; record < all.recordCount; record += 1) {
    const made = maker.make(record);
    for (const key of maker.keys.slice(0, made)) owners.set(key, [...(owners.get(key) ?? []), record]);
  }
  return new Set(
    [...owners.values()].flatMap((own) => own.flatMap((a, i) => own.slice(i + 1).map((b) => `${a},${b}`))),
  );
}

function streamedPairs(
  all: StandardRecords,
  rule: BlockingRule,
  partition: { index: number; count: number },
): string[] {
  const sorted = sortKeys(all, rule, partition);
  const pairs: string[] = [];
  forEachBlock(sorted, (from, to) => {
    for (let i = from; i < to; i += 1) {
      for (let j = i + 1; j < to; j += 1) pairs.push(`${sorted.records[i]},${sorted.records[j]}`);
    }
  });
  return pairs;
}

test("streamed blocks hold exactly the pairs of a map of keys", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      assert.deepEqual(new Set(streamedPairs(records, rule, whole)), naivePairs(records, rule));
    }),
    { numRuns: 60 },
  );
});

test("keys are sorted, whole unsigned numbers, records ascending within a key", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const sorted = sortKeys(records, rule, whole);
      for (let i = 1; i < sorted.keys.length; i += 1) {
        const [before, key] = [sorted.keys[i - 1] ?? 0, sorted.keys[i] ?? 0];
        assert.ok(before < key || (before === key && (sorted.records[i - 1] ?? 0) < (sorted.records[i] ?? 0)));
      }
    }),
    { numRuns: 40 },
  );
});

test("partitions together hold every pair of the whole as often as the whole, and no other", () => {
  fc.assert(
    fc.property(rules, fc.integer({ min: 2, max: 7 }), (rule, count) => {
      const parts = Array.from({ length: count }, (_, index) => streamedPairs(records, rule, { index, count })).flat();
      assert.deepEqual(parts.sort(), streamedPairs(records, rule, whole).sort());
    }),
    { numRuns: 40 },
  );
});

test("a rule's measure is what its blocks hold", () => {
  const meter = new RuleMeter(records, { recordCount: records.recordCount, blockSizeMax: 1000, acrossOnly: false });
  fc.assert(
    fc.property(rules, (rule) => {
      let pairCount = 0;
      let largestBlock = 0;
      forEachBlock(sortKeys(records, rule, whole), (from, to) => {
        pairCount += ((to - from) * (to - from - 1)) / 2;
        largestBlock = Math.max(largestBlock, to - from);
      });
      // With no block of two, the largest has one record or none.
      const measure = meter.measure(rule);
      assert.deepEqual(
        { ...measure, largestBlock: measure.largestBlock < 2 ? 0 : measure.largestBlock },
        {
          pairCount,
          largestBlock,
          blocksLeftOut: 0,
          recordsLeftOut: 0,
          usedShare: 1,
        },
      );
    }),
    { numRuns: 40 },
  );
});

test("blocks that are too large are counted apart, with their records", () => {
  const meter = new RuleMeter(records, { recordCount: records.recordCount, blockSizeMax: 100, acrossOnly: false });
  const sex = atoms.find(({ name }) => name === "sex");
  assert.ok(sex !== undefined);
  const sizes: number[] = [];
  forEachBlock(sortKeys(records, createRule([sex]), whole), (from, to) => sizes.push(to - from));
  const large = sizes.filter((size) => size > 100);
  const measure = meter.measure(createRule([sex]));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  assert.deepEqual([measure.blocksLeftOut, measure.recordsLeftOut], [large.length, sum(large)]);
  assert.equal(measure.largestBlock, Math.max(...sizes));
  assert.equal(measure.usedShare, 1 - sum(large) / sum(sizes));
  assert.equal(measure.pairCount, sum(sizes.filter((size) => size <= 100).map((size) => (size * (size - 1)) / 2)));
});

test("across sources a measure counts pairs of different sources alone", () => {
  const { records: across, aligned: counts } = prepare(people, madeUpTypes, { sourceColumn: "source" });
  const meter = new RuleMeter(across, { recordCount: across.recordCount, blockSizeMax: 1000, acrossOnly: true });
  for (const atom of listAtoms(across.fields, counts)) {
    const rule = createRule([atom]);
    const measured = meter.measure(rule).pairCount;
    const pairs = streamedPairs(across, rule, whole).map((pair) => pair.split(",").map(Number));
    const different = pairs.filter(([a = 0, b = 0]) => across.sourceOf[a] !== across.sourceOf[b]).length;
    assert.equal(measured, different, atom.name);
  }
});

test("a set of keys holds its keys and no other", () => {
  const key = fc.oneof(
    fc.nat(2 ** 32 - 1),
    fc.nat(20),
    fc.nat(15).map((high) => high * 2 ** 28),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.array(key, { maxLength: 60 }), (held, others) => {
      const set = new KeySet(Uint32Array.from(held));
      for (const asked of [...held, ...others]) assert.equal(set.has(asked), held.includes(asked));
    }),
  );
});

test("stop keys are left out of a rule's measure and counted", () => {
  const meter = new RuleMeter(records, { recordCount: records.recordCount, blockSizeMax: 1000, acrossOnly: false });
  fc.assert(
    fc.property(rules, fc.integer({ min: 2, max: 12 }), (rule, step) => {
      const sorted = sortKeys(records, rule, whole);
      const distinct = [...new Set(sorted.keys)];
      const stopKeys = Uint32Array.from(distinct.filter((_, i) => i % step === 0));
      const expected = { pairCount: 0, blocksLeftOut: 0, recordsLeftOut: 0 };
      forEachBlock(sorted, (from, to) => {
        if (!stopKeys.includes(sorted.keys[from] ?? 0)) expected.pairCount += ((to - from) * (to - from - 1)) / 2;
        else {
          expected.blocksLeftOut += 1;
          expected.recordsLeftOut += to - from;
        }
      });
      const { pairCount, blocksLeftOut, recordsLeftOut } = meter.measure(createRule(rule.atoms, stopKeys));
      assert.deepEqual({ pairCount, blocksLeftOut, recordsLeftOut }, expected);
    }),
    { numRuns: 40 },
  );
});

/** Per record, by identifier, and atom its keys; under the frequencies of `model`. */
function keysById(rows: readonly Record<string, string>[], frequencies: FrequencyTables): Map<string, string> {
  const prepared = prepare(rows, madeUpTypes, { frequencies });
  const keys = new Map<string, string>();
  for (const atom of listAtoms(prepared.records.fields, prepared.aligned)) {
    const maker = new KeyMaker(prepared.records, createRule([atom]));
    for (let record = 0; record < prepared.records.recordCount; record += 1) {
      const made = [...maker.keys.slice(0, maker.make(record))].sort((a, b) => a - b);
      keys.set(`${atom.name} of ${prepared.table.recordIds.at(record)}`, made.join(" "));
    }
  }
  return keys;
}

function assertKeysStandAlone(all: readonly Record<string, string>[], some: readonly Record<string, string>[]): void {
  const { frequencies } = prepare(all, madeUpTypes);
  const among = keysById(all, frequencies);
  for (const [name, keys] of keysById(some, frequencies)) assert.equal(keys, among.get(name) ?? "", name);
}

test("under frequencies of a model, the keys of a record do not depend on what other records there are", () => {
  assertKeysStandAlone(
    people,
    people.filter((_, i) => i % 4 === 0),
  );
});

test("the keys of an address of many words are its rarest by the model, ties in the order of text", () => {
  const address = { id: "1", address_line_1: "7 Amber Birch Cedar Dogwood" };
  const others = ["Amber", "Birch", "Amber Birch"].map((words, i) => ({
    id: `${i + 2}`,
    address_line_1: `9 ${words}`,
  }));
  assertKeysStandAlone([address, ...others], [address]);
  assertKeysStandAlone([address, ...others], [...others.slice(1), address]);
  const rarest = (rows: readonly Record<string, string>[], frequencies: FrequencyTables): string | undefined =>
    keysById(rows, frequencies).get("address word of 1");
  const { frequencies } = prepare([address, ...others], madeUpTypes);
  const isolated = (words: string): string | undefined => rarest([{ id: "1", address_line_1: words }], frequencies);
  assert.equal(rarest([address], frequencies), isolated("Cedar Dogwood"));
  assert.equal(
    rarest([address, ...others], new Map()),
    rarest([{ id: "1", address_line_1: "Birch Amber" }], new Map()),
  );
});

test("a record without a value of some atom has no key", () => {
  const empty = [{ id: "1" }, { id: "2", given_name: "Ann" }, { id: "3", given_name: "Ann" }];
  const prepared = prepare(empty, { given_name: "givenName" });
  const own = listAtoms(prepared.records.fields, prepared.aligned);
  const rule = createRule(own.filter(({ name }) => name === "given_name"));
  assert.deepEqual(streamedPairs(prepared.records, rule, whole), ["1,2"]);
});
