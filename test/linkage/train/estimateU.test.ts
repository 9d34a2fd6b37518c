// u is chance: for exact agreement it follows from the frequencies of values, and must be just that.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { madeUpRecords, madeUpTypes, prepare } from "../madeUpRecords.ts";

const estimate = (records: StandardRecords, comparer: PairComparer) =>
  estimateU(records, (left, right) => countLevels(comparer, left, right), { seed: 1, acrossOnly: false });

test("the share of exact agreement among all pairs is that of the values' frequencies", async () => {
  const towns = ["Leeds", "Oslo", "Bergen", "Porto", ""];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...towns), { minLength: 40, maxLength: 120 }), async (drawn) => {
      const rows = drawn.map((town, i) => ({ id: `${i}`, town }));
      const { records, comparer } = prepare([...rows, { id: "last", town: "Leeds" }], { town: "town" });
      const counts = new Map<string, number>();
      for (const town of [...drawn, "Leeds"]) if (town !== "") counts.set(town, (counts.get(town) ?? 0) + 1);
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const pairs = (total * (total - 1)) / 2;
      const equal = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
      const { shares, presentCounts } = await estimate(records, comparer);
      assert.equal(presentCounts[0], pairs);
      // Each of the three levels has a third of a pair added, so that none is impossible.
      assert.ok(Math.abs((shares[0]?.[0] ?? 0) - (equal + 0.3) / (pairs + 0.9)) < 1e-12);
    }),
    { numRuns: 50 },
  );
});

test("of more pairs than are drawn, shares are those of all within sampling error, the same for a seed", async () => {
  const people = madeUpRecords({ records: 900, seed: 2 }).map((row) => ({ ...row, id: row.unique_id ?? "" }));
  const { records, comparer } = prepare(people, { ...madeUpTypes });
  const drawn = await estimate(records, comparer);
  assert.deepEqual(await estimate(records, comparer), drawn);
  const town = comparer.comparisons.findIndex(({ name }) => name === "town");
  const field = records.fields.find(({ name }) => name === "town");
  assert.ok(field !== undefined && field.kind === "town");
  const { counts, total } = field.slot;
  const exact = counts.reduce((sum, count) => sum + count * (count - 1), 0) / (total * (total - 1));
  const error = Math.sqrt((exact * (1 - exact)) / (drawn.presentCounts[town] ?? 1));
  assert.ok(Math.abs((drawn.shares[town]?.[0] ?? 0) - exact) < 5 * error + 1e-5);
});

test("exact agreement weighs by how common the value is", () => {
  const towns = ["Leeds", "Leeds", "Leeds", "Oslo", "Oslo", "Porto", "Porto", "Porto", "Porto", "Porto"];
  const rows = towns.map((town, i) => ({ id: `${i}`, town }));
  const { comparer } = prepare(rows, { town: "town" });
  const adjust = (left: number, right: number): number => comparer.compare(left, right).logUAdjust[0] ?? 0;
  const found = [adjust(0, 1), adjust(3, 4), adjust(5, 6)];
  [0.3, 0.2, 0.5].forEach((share, i) => {
    assert.ok(Math.abs((found[i] ?? 0) - Math.log(share)) < 1e-12);
  });
  assert.equal(adjust(0, 3), 0);
});
