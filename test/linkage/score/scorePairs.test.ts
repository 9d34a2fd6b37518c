// Scoring on threads, with bounds and partitions, against the plain way: every pair that shares a key, scored by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listAtoms } from "../../../src/linkage/block/atoms.ts";
import { allPairsRule, type BlockingRule, createRule, KeyMaker } from "../../../src/linkage/block/blockingRule.ts";
import type { MeasuredRule } from "../../../src/linkage/block/chooseRules.ts";
import { RuleMeter } from "../../../src/linkage/block/measureRule.ts";
import { scorePair } from "../../../src/linkage/score/pairScorer.ts";
import { type ScoredPairs, scorePairs } from "../../../src/linkage/score/scorePool.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { inventOrigins } from "../inventOrigins.ts";
import { type MadeUpRow, madeUpRecords, madeUpTypes, prepare } from "../madeUpRecords.ts";

const people = madeUpRecords({ records: 500, seed: 31, errorRate: 2 });
const mothers = ["Ann", "Mary Ann", "Noor Haddad", "Rosa"];
/** Mothers of the same surname mostly, so that it is left out of what their names tell. */
const motherOf = (row: MadeUpRow, i: number): string =>
  i % 6 === 0 ? "" : `${mothers[(row.surname ?? "").length % mothers.length]} ${i % 5 === 0 ? "" : row.surname}`;
const rows = people.map((row, i) => ({ ...row, mother: motherOf(row, i), id: row.unique_id ?? "" }));
const types = { ...madeUpTypes, mother: "relativeName" } as const;
const { frequencies } = prepare(rows, types, { sourceColumn: "source" });
const prepared = prepare(rows, types, { sourceColumn: "source", frequencies: inventOrigins(frequencies) });
const { records, comparer, aligned } = prepared;
const pairCount = (records.recordCount * (records.recordCount - 1)) / 2;
const count = (left: Int32Array, right: Int32Array) => countLevels(comparer, left, right);
const u = await estimateU(records, count, { seed: 1, acrossOnly: false });
const model = createInitialModel(comparer.comparisons, u, { recordCount: records.recordCount, pairCount });
const tables = tabulateWeights(model);
const blockSizeMax = 60;
const rules = listAtoms(records.fields, aligned)
  .filter(({ name }) => ["surname", "birth_date", "postcode", "any name", "given_name sound"].includes(name))
  .map((atom) => createRule([atom]));

function measure(rule: BlockingRule): MeasuredRule {
  const meter = new RuleMeter(records, { recordCount: records.recordCount, blockSizeMax, acrossOnly: false });
  return { rule, measure: meter.measure(rule) };
}

function score(measured: readonly MeasuredRule[], floor: number, acrossOnly: boolean, threads: number) {
  const context = { records, frequencies: aligned, model, options: { blockSizeMax, acrossOnly }, floor };
  return scorePairs(context, measured, { threads });
}

/** What threads may not change. */
const withoutTimes = ({ secondsPerThread, ...result }: ScoredPairs) => {
  assert.ok(secondsPerThread.every((spent) => spent >= 0));
  return result;
};

/** "left right" to log odds and first rule of every pair that a rule's blocks of at most `blockSizeMax` hold. */
function scorePlainly(all: readonly BlockingRule[], floor: number, acrossOnly: boolean) {
  const found = new Map<string, { odds: number; rule: number; rules: number }>();
  all.forEach((rule, index) => {
    const pairs = new Set<string>();
    for (const block of blocksOf(rule)) {
      block.forEach((left, i) => {
        for (const right of block.slice(i + 1)) pairs.add(`${left} ${right}`);
      });
    }
    for (const pair of pairs) {
      const [left = 0, right = 0] = pair.split(" ").map(Number);
      if (acrossOnly && records.sourceOf[left] === records.sourceOf[right]) continue;
      const odds = scorePair(tables, comparer.compare(left, right));
      if (odds < floor) continue;
      const known = found.get(pair);
      if (known === undefined) found.set(pair, { odds, rule: index, rules: 1 });
      else known.rules += 1;
    }
  });
  return found;
}

function blocksOf(rule: BlockingRule): number[][] {
  const everyone = Array.from({ length: records.recordCount }, (_, record) => record);
  if (rule.atoms.length === 0) return [everyone];
  const maker = new KeyMaker(records, rule);
  const blocks = new Map<number, number[]>();
  for (const record of everyone) {
    const made = maker.make(record);
    for (const key of maker.keys.slice(0, made)) blocks.set(key, [...(blocks.get(key) ?? []), record]);
  }
  return [...blocks.values()].filter((block) => block.length <= blockSizeMax);
}

function assertAsPlain(scored: ScoredPairs, plain: ReturnType<typeof scorePlainly>): void {
  const { left, right, logOdds, rule, count } = scored.links;
  assert.equal(count, plain.size);
  for (let i = 0; i < count; i += 1) {
    const expected = plain.get(`${left[i]} ${right[i]}`);
    assert.deepEqual([logOdds[i], rule[i]], [expected?.odds, expected?.rule], `pair ${left[i]} ${right[i]}`);
    const isAfter = i === 0 || (left[i - 1] ?? 0) < (left[i] ?? 0) || (right[i - 1] ?? 0) < (right[i] ?? 0);
    assert.ok(isAfter, "links stand in the order of records");
  }
  const meetings = [...plain.values()].filter(({ odds }) => odds >= 0).map(({ rules: met }) => met);
  const counts = Array.from({ length: Math.max(0, ...meetings) + 1 }, (_, k) => meetings.filter((m) => m === k).length);
  assert.deepEqual([...scored.meetings], counts);
}

for (const acrossOnly of [false, true]) {
  for (const floor of [-12, -3, 4]) {
    test(`links are those of the plain way: floor ${floor}${acrossOnly ? ", across sources" : ""}`, async () => {
      const measured = rules.map(measure);
      assertAsPlain(await score(measured, floor, acrossOnly, 1), scorePlainly(rules, floor, acrossOnly));
      const all = [measure(allPairsRule)];
      assertAsPlain(await score(all, floor, acrossOnly, 1), scorePlainly([allPairsRule], floor, acrossOnly));
    });
  }
}

test("threads and partitions change nothing", async () => {
  // A measure of many pairs makes several jobs of each rule, and more than one thread worth its start.
  const large = rules.map((rule): MeasuredRule => ({ rule, measure: { ...measure(rule).measure, pairCount: 9e6 } }));
  const plain = scorePlainly(rules, -3, false);
  const one = await score(large, -3, false, 1);
  assertAsPlain(one, plain);
  for (const threads of [2, 3])
    assert.deepEqual(withoutTimes(await score(large, -3, false, threads)), withoutTimes(one));
  const all = [{ rule: allPairsRule, measure: { ...measure(allPairsRule).measure, pairCount: 9e6 } }];
  assert.deepEqual(withoutTimes(await score(all, -3, false, 3)), withoutTimes(await score(all, -3, false, 1)));
});
