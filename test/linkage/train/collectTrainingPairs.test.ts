// Training pairs against the plain way: every pair that shares a key, compared by itself; on one thread and on several.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listAtoms } from "../../../src/linkage/block/atoms.ts";
import { allPairsRule, type BlockingRule, createRule, KeyMaker } from "../../../src/linkage/block/blockingRule.ts";
import type { MeasuredRule } from "../../../src/linkage/block/chooseRules.ts";
import { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { scorePair } from "../../../src/linkage/score/pairScorer.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { collapseIdentical } from "../../../src/linkage/standardise/collapseIdentical.ts";
import { createTeam } from "../../../src/linkage/team/createTeam.ts";
import { collectTrainingPairs } from "../../../src/linkage/train/collectTrainingPairs.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { rulesMax } from "../../../src/linkage/train/meetings.ts";
import { chooseTellingRules } from "../../../src/linkage/train/tellingRules.ts";
import { TrainingCrew } from "../../../src/linkage/train/trainingCrew.ts";
import type { TrainingPairs } from "../../../src/linkage/train/trainingPairs.ts";
import { madeUpRecords, madeUpTypes, prepare } from "../madeUpRecords.ts";

const people = madeUpRecords({ records: 400, seed: 12 }).map((row) => ({ ...row, id: row.unique_id ?? "" }));
const twice = people.slice(0, 20).map((row) => ({ ...row, id: `${row.id} again` }));
const prepared = prepare([...people, ...twice], madeUpTypes, { sourceColumn: "source" });
const { records } = collapseIdentical(prepared.records);
const { aligned } = prepared;
const comparer = new PairComparer(records, aligned);
const count = (left: Int32Array, right: Int32Array) => countLevels(comparer, left, right);
const options = { seed: 1, acrossOnly: false };
const u = await estimateU(records, count, options);
const tables = tabulateWeights(
  createInitialModel(comparer.comparisons, u, { recordCount: records.recordCount, pairCount: 80_000 }),
);
const atoms = listAtoms(records.fields, aligned);
const named = (...names: string[]): BlockingRule => createRule(atoms.filter(({ name }) => names.includes(name)));
const rules = [
  named("birth_date", "given_name sound"),
  named("surname sound"),
  named("any name", "birth_date year"),
  named("postcode"),
];
const blockSizeMax = 30;

/** "left right: levels; weight" of each pair that scores above the floor. */
function naivePairs(all: readonly BlockingRule[], floor: number, acrossOnly: boolean): string[] {
  const met = new Set<string>();
  const note = (left: number, right: number): void => {
    if (acrossOnly && records.sourceOf[left] === records.sourceOf[right]) return;
    met.add(`${left} ${right}`);
  };
  all.forEach((rule) => {
    for (const block of blocksOf(rule)) {
      if (rule.atoms.length > 0 && block.length > blockSizeMax) continue;
      block.forEach((left, i) => {
        for (const right of block.slice(i + 1)) note(left, right);
      });
    }
  });
  records.multiplicity?.forEach((copies, row) => {
    if (copies > 1) note(row, row);
  });
  return [...met].flatMap((pair) => {
    const [left = 0, right = 0] = pair.split(" ").map(Number);
    const evidence = comparer.compare(left, right);
    if (scorePair(tables, evidence) <= floor) return [];
    const copies = (row: number): number => records.multiplicity?.[row] ?? 1;
    const weight = left === right ? (copies(left) * (copies(left) - 1)) / 2 : copies(left) * copies(right);
    return [`${pair}: ${evidence.levels.join(",")}; ${weight}`];
  });
}

function blocksOf(rule: BlockingRule): number[][] {
  const everyone = Array.from({ length: records.recordCount }, (_, record) => record);
  if (rule.atoms.length === 0) return [everyone];
  const maker = new KeyMaker(records, rule);
  const owners = new Map<number, number[]>();
  for (const record of everyone) {
    const made = maker.make(record);
    for (const key of maker.keys.slice(0, made)) owners.set(key, [...(owners.get(key) ?? []), record]);
  }
  return [...owners.values()];
}

function listPairs({ count: pairCount, comparisonCount: width, ...pairs }: TrainingPairs): string[] {
  return Array.from({ length: pairCount }, (_, pair) => {
    const levels = pairs.levels.subarray(pair * width, (pair + 1) * width).join(",");
    return `${pairs.left[pair]} ${pairs.right[pair]}: ${levels}; ${pairs.weights[pair]}`;
  });
}

async function collect(
  threads: number,
  own: readonly BlockingRule[],
  choice: { floor: number; acrossOnly: boolean; pairsMax: number },
): Promise<TrainingPairs> {
  const team = createTeam(threads);
  try {
    const crew = new TrainingCrew(team, { records, frequencies: aligned, atoms });
    const measures = await crew.measure(own, { recordCount: records.recordCount, blockSizeMax, ...choice });
    const measured = own.map(
      (rule, index): MeasuredRule => ({ rule, measure: measures[index] as MeasuredRule["measure"] }),
    );
    return await collectTrainingPairs(crew, { rules: measured, blockSizeMax, tables, ...choice });
  } finally {
    await team.close();
  }
}

const everything = Number.MAX_SAFE_INTEGER;

for (const acrossOnly of [false, true]) {
  test(`all pairs that meet and stand above the floor are there, ${acrossOnly ? "across sources" : "anywhere"}`, async () => {
    const found = listPairs(await collect(1, rules, { floor: -12, acrossOnly, pairsMax: everything }));
    assert.ok(found.length > 100);
    assert.deepEqual([...found].sort(), naivePairs(rules, -12, acrossOnly).sort());
  });
}

test("the rule of all pairs has them all", async () => {
  const found = listPairs(await collect(1, [allPairsRule], { floor: -18, acrossOnly: false, pairsMax: everything }));
  assert.deepEqual([...found].sort(), naivePairs([allPairsRule], -18, false).sort());
});

test("of many pairs, those of telling rules are all there, and of the others a sample by left record", async () => {
  const choice = { floor: -12, acrossOnly: false };
  const all = await collect(1, rules, { ...choice, pairsMax: everything });
  const some = await collect(1, rules, { ...choice, pairsMax: 2500 });
  const placeOf = (pairs: TrainingPairs, pair: number): string => `${pairs.left[pair]} ${pairs.right[pair]}`;
  const weightOf = new Map(Array.from(all.left.keys(), (pair) => [placeOf(all, pair), all.weights[pair] ?? 0]));
  const placesUnder = (own: readonly BlockingRule[]): Set<string | undefined> =>
    new Set(naivePairs(own, -12, false).map((pair) => pair.split(":")[0]));
  const wholes = Array.from(some.left.keys()).filter((pair) => some.standsFor[pair] === 1);
  const found = new Set(wholes.map((pair) => placeOf(some, pair)));
  // Some of the rules are those whose pairs are all there, and there are no others.
  const telling = rules.filter((rule) => placesUnder([rule]).isSubsetOf(found));
  assert.ok(telling.length > 0 && telling.length < rules.length);
  assert.deepEqual(found, placesUnder(telling));
  const standsFor = Math.max(...some.standsFor);
  assert.ok(standsFor > 1 && some.count < all.count);
  const sampled = Array.from(some.left.keys()).filter((pair) => some.standsFor[pair] !== 1);
  const lefts = new Set(sampled.map((pair) => some.left[pair]));
  const expected = Array.from(all.left.keys()).filter(
    (pair) => lefts.has(all.left[pair]) && !found.has(placeOf(all, pair)),
  );
  assert.deepEqual(
    sampled.map((pair) => placeOf(some, pair)),
    expected.map((pair) => placeOf(all, pair)),
  );
  some.standsFor.forEach((count, pair) => {
    assert.equal(count, found.has(placeOf(some, pair)) ? 1 : standsFor);
    assert.equal(some.weights[pair], count * (weightOf.get(placeOf(some, pair)) ?? 0));
  });
});

test("telling rules are those that find likely matches for their cost, then the cheapest that fit", async () => {
  const crew = new TrainingCrew(createTeam(1), { records, frequencies: aligned, atoms });
  const options = { blockSizeMax, acrossOnly: false, isSampled: null };
  const own = [named("postcode"), named("birth_date"), named("surname sound")];
  const meetings = await crew.meet(own, options);
  const pairs = await crew.compare(meetings, { tables, floor: -12, standsFor: 1 });
  const costs = [1900, 2000, 9000];
  const measured = own.map((rule, i) => ({ rule, measure: { pairCount: costs[i] } as MeasuredRule["measure"] }));
  assert.deepEqual(chooseTellingRules(measured, { pairs, meetings }, 2005), [1]);
  assert.deepEqual(chooseTellingRules(measured, { pairs, meetings }, 3900), [0, 1]);
  assert.deepEqual(chooseTellingRules(measured, { pairs, meetings }, 20_000), [0, 1, 2]);
});

test("which of some pairs meet under a rule is what listing all meetings says", async () => {
  const team = createTeam(1);
  const crew = new TrainingCrew(team, { records, frequencies: aligned, atoms });
  const all = await collect(1, rules, { floor: -30, acrossOnly: false, pairsMax: everything });
  const places = Array.from(all.left.keys()).filter((pair) => all.left[pair] !== all.right[pair]);
  assert.ok(places.length > 300);
  const right = Int32Array.from(places, (pair) => all.right[pair] ?? 0);
  // Every other pair is one that need not meet at all.
  const lefts = Int32Array.from(places, (pair, i) => Math.floor((all.left[pair] ?? 0) / (i % 2 === 0 ? 1 : 2)));
  for (const acrossOnly of [false, true]) {
    for (const sizeMax of [3, blockSizeMax]) {
      const options = { blockSizeMax: sizeMax, acrossOnly };
      const { offsets, keys } = await crew.meet(rules, { ...options, isSampled: null });
      const isMet = (pair: number, rule: number): boolean => {
        const [record, other] = [lefts[pair] ?? 0, right[pair] ?? 0];
        return keys.subarray(offsets[record], offsets[record + 1]).includes(other * rulesMax + rule);
      };
      const met = await crew.meetWanted(rules, { left: lefts, right }, options);
      met.forEach((own, rule) => {
        assert.deepEqual([...own], [...lefts.keys().filter((pair) => isMet(pair, rule))]);
      });
      assert.ok(met.some((own) => own.length > 0));
    }
  }
});

test("threads change nothing", async () => {
  const choice = { floor: -12, acrossOnly: false, pairsMax: 4000 };
  assert.deepEqual(await collect(3, rules, choice), await collect(1, rules, choice));
});
