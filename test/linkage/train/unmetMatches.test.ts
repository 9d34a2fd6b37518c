// Matches that meet under no rule, as a model of the fields lets expect, against those that really do not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listAtoms } from "../../../src/linkage/block/atoms.ts";
import { allPairsRule, type BlockingRule, createRule, KeyMaker } from "../../../src/linkage/block/blockingRule.ts";
import type { MeasuredRule } from "../../../src/linkage/block/chooseRules.ts";
import { RuleMeter } from "../../../src/linkage/block/measureRule.ts";
import { levelStride, type ScoringModel } from "../../../src/linkage/score/scoringModel.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { type TrainingPairs, TrainingPairsBuilder } from "../../../src/linkage/train/trainingPairs.ts";
import { UnmetMatches } from "../../../src/linkage/train/unmetMatches.ts";
import { madeUpRecords, prepare } from "../madeUpRecords.ts";

const people = madeUpRecords({ records: 4000, seed: 5, errorRate: 3, missingRate: 3, duplicateShare: 0.8 });
const rows = people.map((row) => ({ ...row, id: row.unique_id ?? "" })).sort((a, b) => (a.id < b.id ? -1 : 1));
const { records, aligned, comparer } = prepare(rows, {
  given_name: "givenName",
  surname: "surname",
  birth_date: "birthDate",
  postcode: "postcode",
});
const { comparisons } = comparer;
const clusterOf = new Map(people.map((row) => [row.unique_id, row.cluster_id]));
const options = { seed: 1, acrossOnly: false };
const u = await estimateU(records, (left, right) => countLevels(comparer, left, right), options);
const atoms = listAtoms(records.fields, aligned);
const rule = (...names: string[]): BlockingRule => createRule(atoms.filter(({ name }) => names.includes(name)));
const rules = [
  rule("given_name sound", "birth_date"),
  rule("surname first 3", "postcode"),
  rule("both names"),
  rule("birth_date year", "postcode district"),
];
const meter = new RuleMeter(records, { recordCount: records.recordCount, blockSizeMax: 250, acrossOnly: false });
const measured: MeasuredRule[] = rules.map((one) => ({ rule: one, measure: meter.measure(one) }));

/** Every pair of one person, and whether it meets. */
const truth = (() => {
  const makers = rules.map((one) => new KeyMaker(records, one));
  const keysOf = (record: number): number[][] => makers.map((maker) => [...maker.keys.slice(0, maker.make(record))]);
  const groups = Map.groupBy(rows.keys(), (row) => clusterOf.get(rows[row]?.id ?? ""));
  return [...groups.values()].flatMap((group) =>
    group.flatMap((left, i) =>
      group.slice(i + 1).map((right) => {
        const [one, other] = [keysOf(left), keysOf(right)];
        return { left, right, isMet: one.some((keys, place) => keys.some((key) => other[place]?.includes(key))) };
      }),
    ),
  );
})();

function levelsOf(pairs: readonly { readonly left: number; readonly right: number }[]): number[][] {
  const counts = comparisons.map(() => new Array<number>(levelStride).fill(0));
  for (const { left, right } of pairs) {
    comparer.compare(left, right).levels.forEach((level, c) => {
      counts[c]![level]! += 1;
    });
  }
  return counts;
}

const initial = createInitialModel(comparisons, u, { recordCount: records.recordCount, pairCount: 8_000_000 });
const all = levelsOf(truth);
/** As the records themselves are. */
const model: ScoringModel = {
  ...initial,
  comparisons: initial.comparisons.map((comparison, c) => {
    const present = all[c]!.slice(1, comparison.m.length + 1);
    const sum = present.reduce((total, count) => total + count, 0);
    return sum === 0 ? comparison : { ...comparison, m: present.map((count) => count / sum) };
  }),
};

function trainingPairs(): TrainingPairs {
  const builder = new TrainingPairsBuilder(comparisons.length);
  for (const { left, right, isMet } of truth) {
    if (isMet) builder.push(left, right, comparer.compare(left, right), { weight: 1, standsFor: 1, startOdds: 1 });
  }
  return builder.finish();
}

test("as many matches as do not meet are expected, and at the levels that they are at", () => {
  const matches = { records, pairs: trainingPairs(), comparisons, comparer };
  const unmet = UnmetMatches.of(matches, measured, options);
  assert.ok(unmet !== null);
  const { metShare, levels } = unmet.expect(model);
  const apart = truth.filter(({ isMet }) => !isMet);
  const real = 1 - apart.length / truth.length;
  assert.ok(real > 0.6 && real < 0.95, `a case worth looking at: ${real}`);
  assert.ok(Math.abs(metShare - real) < 0.05, `${metShare} of ${real} are expected to meet`);
  levelsOf(apart).forEach((counts, c) => {
    // The order of names is not drawn as a person writes it.
    if (comparisons[c]?.kind === "nameOrder") return;
    counts.forEach((count, level) => {
      const expected = levels[c * levelStride + level] ?? 0;
      assert.ok(
        Math.abs(expected - count / apart.length) < 0.12,
        `${comparisons[c]?.name} ${level}: ${expected}, ${count / apart.length}`,
      );
    });
  });
  assert.deepEqual(unmet.expect(model), { metShare, levels }, "the same at every asking");
});

test("a model with more errors lets expect more that do not meet", () => {
  const unmet = UnmetMatches.of({ records, pairs: trainingPairs(), comparisons, comparer }, measured, options);
  const worse = model.comparisons.map((one) => ({
    ...one,
    m: one.m.map((m, level) => 0.7 * m + 0.3 * (one.u[level] ?? 0)),
  }));
  const [now, then] = [unmet?.expect(model), unmet?.expect({ ...model, comparisons: worse })];
  assert.ok((then?.metShare ?? 1) < (now?.metShare ?? 0) - 0.1);
});

test("without likely matches, what agrees is taken to share its keys", () => {
  const none = new TrainingPairsBuilder(comparisons.length).finish();
  const unmet = UnmetMatches.of({ records, pairs: none, comparisons, comparer }, measured, options);
  const share = unmet?.expect(model).metShare ?? 0;
  assert.ok(share > 0.4 && share <= 1, `${share}`);
});

test("where every pair meets, nothing is expected", () => {
  const matches = { records, pairs: trainingPairs(), comparisons, comparer };
  const everyPair = [{ rule: allPairsRule, measure: meter.measure(allPairsRule) }];
  assert.equal(UnmetMatches.of(matches, everyPair, options), null);
});
