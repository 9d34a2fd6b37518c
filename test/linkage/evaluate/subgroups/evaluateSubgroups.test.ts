// Error rates of groups agree with counting every pair, gaps larger than chance are named and others are not, and groups
// are found by what fields mean.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { evaluateClusters } from "../../../../src/linkage/evaluate/evaluateClusters.ts";
import { evaluateSubgroups } from "../../../../src/linkage/evaluate/subgroups/evaluateSubgroups.ts";
import type { Grouping } from "../../../../src/linkage/evaluate/subgroups/groupRecords.ts";
import { link } from "../../../../src/linkage/link.ts";
import { createRandom } from "../../../../src/shared/random.ts";
import { madeUpRecords } from "../../madeUpRecords.ts";

const names = ["unknown", "a", "b"];

const grouping = (groupOf: readonly number[]): Grouping => ({
  dimension: "sex",
  groups: names,
  groupOf: Uint8Array.from(groupOf),
});

interface Row {
  readonly cluster: number;
  readonly truth: number;
  readonly group: number;
  readonly source: number;
}

/** Every pair looked at: the oracle. */
function countPairs(rows: readonly Row[], group: number, acrossOnly: boolean) {
  const counts = { found: 0, true: 0, correct: 0 };
  rows.forEach((left, i) => {
    for (const right of rows.slice(i + 1)) {
      if (left.truth < 0 || right.truth < 0 || (acrossOnly && left.source === right.source)) continue;
      if (left.group !== group && right.group !== group) continue;
      const isFound = left.cluster === right.cluster;
      const isTrue = left.truth === right.truth;
      counts.found += isFound ? 1 : 0;
      counts.true += isTrue ? 1 : 0;
      counts.correct += isFound && isTrue ? 1 : 0;
    }
  });
  return counts;
}

test("pairs of groups are those that counting every pair gives", () => {
  const row = fc.record({
    cluster: fc.nat(5),
    truth: fc.integer({ min: -1, max: 5 }),
    group: fc.nat(2),
    source: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), fc.boolean(), (rows, acrossOnly) => {
      const [clusterOf, truthOf] = [rows.map((r) => r.cluster), rows.map((r) => r.truth)].map((of) =>
        Int32Array.from(of),
      );
      const sourceOf = rows.map(({ source }) => source);
      const [shown] = evaluateSubgroups(clusterOf!, truthOf!, [grouping(rows.map(({ group }) => group))], {
        acrossSources: acrossOnly ? sourceOf : null,
      });
      for (const { group, foundPairs, truePairs, precision, recall } of shown?.groups ?? []) {
        const counts = countPairs(rows, names.indexOf(group), acrossOnly);
        assert.deepEqual([foundPairs, truePairs], [counts.found, counts.true]);
        assert.equal(precision?.estimate ?? null, counts.found === 0 ? null : counts.correct / counts.found);
        assert.equal(recall?.estimate ?? null, counts.true === 0 ? null : counts.correct / counts.true);
        for (const rate of [precision, recall]) {
          if (rate !== null)
            assert.ok(0 <= rate.low && rate.low <= rate.estimate && rate.estimate <= rate.high && rate.high <= 1);
        }
      }
    }),
  );
});

/** Persons of two records; a share of each group's is missed. */
function missed(shareOfA: number, shareOfB: number, persons: number) {
  const random = createRandom(3);
  const clusterOf: number[] = [];
  const truthOf: number[] = [];
  const groupOf: number[] = [];
  for (let person = 0; person < persons; person += 1) {
    const group = person % 2 === 0 ? 1 : 2;
    const isMissed = random() < (group === 1 ? shareOfA : shareOfB);
    clusterOf.push(person * 2, isMissed ? person * 2 + 1 : person * 2);
    truthOf.push(person, person);
    groupOf.push(group, group);
  }
  return evaluateSubgroups(Int32Array.from(clusterOf), Int32Array.from(truthOf), [grouping(groupOf)])[0];
}

test("a gap is named where it is larger than chance, and only there", () => {
  assert.deepEqual(missed(0.05, 0.05, 4000)?.gaps, []);
  assert.deepEqual(missed(0.2, 0.1, 40)?.gaps, []);
  const gaps = missed(0.1, 0.03, 4000)?.gaps ?? [];
  assert.equal(gaps.length, 1);
  assert.match(
    gaps[0] ?? "",
    /^sex: a: \d+(?:\.\d+)? % of the true pairs are missed, of all others .*more than chance/,
  );
});

test("the interval holds the rate that made the data, for independent pairs", () => {
  const shown = missed(0.1, 0.03, 4000);
  for (const [group, rate] of [
    ["a", 0.1],
    ["b", 0.03],
  ] as const) {
    const interval = shown?.groups.find((one) => one.group === group)?.missedRate;
    assert.ok(interval && interval.low <= rate && rate <= interval.high, JSON.stringify(interval));
    assert.ok(interval.high - interval.low < 0.04);
  }
});

test("a run finds sex, age and origin whatever its columns are called, and its totals stay", async () => {
  const rows = madeUpRecords({ records: 600, seed: 8 }).map((row) => ({
    id: row.unique_id ?? "",
    truth: row.cluster_id ?? "",
    c1: row.given_name ?? "",
    c2: row.surname ?? "",
    c3: row.birth_date ?? "",
    c4: row.sex ?? "",
    c5: row.town ?? "",
  }));
  const run = await link({ input: rows, idColumn: "id", truth: "truth", threads: 1 });
  const { evaluation } = run.summary;
  const { subgroups = [] } = evaluation ?? {};
  assert.deepEqual(
    subgroups.map(({ dimension }) => dimension),
    ["sex", "age", "origin of the name"],
  );
  const sex = subgroups[0]?.groups.map(({ group }) => group) ?? [];
  assert.ok(sex.includes("female") && sex.includes("male"), sex.join());
  for (const { groups } of subgroups) {
    assert.equal(
      groups.reduce((sum, { records }) => sum + records, 0),
      rows.length,
    );
  }
  const { subgroups: _, ...measures } = run.facts.evaluation?.measures ?? assert.fail();
  const { clusterOf } = run.facts.clusters;
  assert.deepEqual(measures, evaluateClusters(clusterOf, run.facts.evaluation?.truthOf ?? clusterOf));
});
