// What keys are used is fixed by the model: those too common in training never, others up to the model's ceiling.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { KeyMaker } from "../../../src/linkage/block/blockingRule.ts";
import { buildRules } from "../../../src/linkage/block/buildRules.ts";
import { StopKeys } from "../../../src/linkage/block/stopKeys.ts";
import { alignFrequencies } from "../../../src/linkage/compare/pairComparer.ts";
import { link } from "../../../src/linkage/link.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "../madeUpRecords.ts";

const rows = withoutColumns(madeUpRecords({ records: 600, seed: 29, errorRate: 2 }), "cluster_id", "source");
const blockSizeMax = 4;
const settings = {
  blocking: {
    blockSizeMax,
    rules: [
      ["surname"],
      ["birth_date year", "given_name initial"],
      ["town"],
      ["postcode"],
      ["any name", "address word"],
    ],
  },
};
let folder = "";
let trained: LinkRun;
const input = { idColumn: "unique_id", threads: 1 };
const score = (some: readonly MadeUpRow[]): Promise<LinkRun> =>
  link({ ...input, input: some, model: join(folder, "run", "model.json") });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  trained = await link({ ...input, input: rows, settings });
  await trained.write({ out: join(folder, "run"), format: "csv" });
});
after(() => rm(folder, { recursive: true, force: true }));

/** Per rule of the model the number of rows with each key. */
function countKeys({ facts: { collapsed, model } }: LinkRun): Map<number, number>[] {
  const { records } = collapsed;
  const rules = buildRules(records.fields, alignFrequencies(records, model.frequencies), model.blocking);
  return rules.map(({ rule }) => {
    const maker = new KeyMaker(records, rule);
    const counts = new Map<number, number>();
    for (let row = 0; row < records.recordCount; row += 1) {
      for (const key of maker.keys.slice(0, maker.make(row))) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  });
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/** Pairs that a run with the model must compare under each rule, and the blocks that it must leave out. */
function expectBlocks(run: LinkRun): { pairs: number[]; leftOut: number[] } {
  const { blocking } = run.model;
  const stopKeys = new StopKeys(blocking);
  const isUsed = (rule: number, key: number, count: number): boolean =>
    !stopKeys.has(rule, key) && count <= blocking.blockSizeCeiling;
  const counts = countKeys(run).map((ofRule) => [...ofRule]);
  return {
    pairs: counts.map((ofRule, rule) =>
      ofRule.reduce((sum, [key, count]) => sum + (isUsed(rule, key, count) ? pairsOf(count) : 0), 0),
    ),
    leftOut: counts.map(
      (ofRule, rule) => ofRule.filter(([key, count]) => count > 1 && !isUsed(rule, key, count)).length,
    ),
  };
}

function assertBlocks(run: LinkRun): void {
  const { pairs, leftOut } = expectBlocks(run);
  assert.deepEqual(run.facts.scored.pairCounts, pairs);
  assert.deepEqual(
    run.facts.measured.map(({ measure }) => measure.blocksLeftOut),
    leftOut,
  );
}

test("the stop keys of a trained model are the keys that too many records share", () => {
  const { stopKeys, blockSizeCeiling } = trained.model.blocking;
  assert.equal(blockSizeCeiling, 8 * blockSizeMax);
  const common = countKeys(trained).map((counts) =>
    Uint32Array.from([...counts].filter(([, count]) => count > blockSizeMax).map(([key]) => key)).sort(),
  );
  assert.deepEqual(stopKeys, common);
  assert.ok(
    stopKeys.every((keys, rule) => keys.length > 0 || rule === 3),
    "the test has stop keys to look at",
  );
});

test("the model given back on the same records compares the same pairs and writes the same bytes", async () => {
  const again = await score(rows);
  const { keysLeftOut, secondsPerThread } = again.facts.scored;
  assert.deepEqual(again.facts.scored, { ...trained.facts.scored, keysLeftOut, secondsPerThread });
  assert.deepEqual(again.model.blocking, trained.model.blocking);
  await again.write({ out: join(folder, "again"), format: "csv" });
  for (const file of ["clusters.csv", "links.csv", "model.json"]) {
    assert.equal(
      await readFile(join(folder, "again", file), "utf8"),
      await readFile(join(folder, "run", file), "utf8"),
    );
  }
});

test("a stop key stays one where few records have it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 9 }), fc.nat({ max: 8 }), async (step, from) => {
      const some = await score(rows.filter((_, i) => i % step === from % step));
      assertBlocks(some);
    }),
    { numRuns: 8 },
  );
  const sixth = await score(rows.filter((_, i) => i % 6 === 0));
  const counts = countKeys(sixth);
  const stopKeys = new StopKeys(sixth.model.blocking);
  const isRareStop = (rule: number, key: number, count: number): boolean =>
    count > 1 && count <= blockSizeMax && stopKeys.has(rule, key);
  assert.ok(counts.some((ofRule, rule) => [...ofRule].some(([key, count]) => isRareStop(rule, key, count))));
});

test("other keys are used up to the ceiling and counted above it", async () => {
  const rare = rows.find(({ surname = "" }) => rows.filter((row) => row.surname === surname).length === 1);
  assert.ok(rare?.surname !== undefined && rare.surname !== "");
  const { surname } = rare;
  for (const added of [8, 8 * blockSizeMax - 1, 8 * blockSizeMax]) {
    // Each with a phone of its own: identical records would be one row.
    const others = rows.slice(0, added).map((row, i) => ({
      ...row,
      unique_id: `added ${i}`,
      surname,
      phone: `020 7946 ${1000 + i}`,
    }));
    const more = await score([...rows, ...others]);
    assertBlocks(more);
    const isUsed = added + 1 <= 8 * blockSizeMax;
    const before = expectBlocks(trained).leftOut[0] ?? 0;
    assert.equal(more.facts.measured[0]?.measure.blocksLeftOut, before + (isUsed ? 0 : 1));
  }
});
