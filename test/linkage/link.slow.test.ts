// The laws of the engine where it takes thousands of records to see them: threads, blocking, width.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import { madeUpRecords, shuffled, withoutColumns } from "./madeUpRecords.ts";

process.env.SOURCE_DATE_EPOCH = "1000000000";

const idColumn = "unique_id";

/** Clusters by record, links with their weights, and the model: what must not depend on threads or order. */
function resultOf(finished: LinkRun): object {
  const { links } = finished.facts.scored;
  return {
    clusters: [...finished.clusters()],
    links: [[...links.left], [...links.right], [...links.logOdds], [...links.rule]],
    model: finished.model,
  };
}

test("with blocking and threads: their number and the order of rows change nothing", async () => {
  const rows = withoutColumns(madeUpRecords({ records: 14_000, seed: 21 }), "cluster_id");
  const expected = await link({ input: rows, idColumn, threads: 1 });
  assert.ok(
    expected.model.blocking.rules.every((rule) => rule.length > 0),
    "rules are used",
  );
  for (const threads of [2, 3]) {
    const again = await link({ input: shuffled(rows, threads), idColumn, threads });
    assert.deepEqual(resultOf(again), resultOf(expected), `${threads} threads`);
  }
});

test("of thousands of people, none with a second record, (nearly) none is linked", async () => {
  const rows = withoutColumns(madeUpRecords({ records: 4000, seed: 1, duplicateShare: 0 }), "cluster_id");
  const { duplicates } = (await link({ input: rows, idColumn, threads: 2 })).summary;
  assert.ok(duplicates <= 40, `${duplicates} of 4,000 records taken for somebody else's`);
});

test("of thousands of people, few with a second record, few others are linked", async () => {
  const rows = madeUpRecords({ records: 4000, seed: 1, duplicateShare: 0.02 });
  const { evaluation } = (await link({ input: rows, idColumn, threads: 2, truth: "cluster_id" })).summary;
  assert.ok((evaluation?.precision ?? 0) >= 0.95, `precision ${evaluation?.precision}`);
  assert.ok((evaluation?.recall ?? 0) >= 0.95, `recall ${evaluation?.recall}`);
});

test("five thousand columns beside those of a person change nothing that matters", async () => {
  const rows = withoutColumns(madeUpRecords({ records: 40, seed: 11 }), "cluster_id");
  const wide = rows.map((row, r) => {
    const more = Object.fromEntries(Array.from({ length: 5000 }, (_, c) => [`q${c}`, `${(r * 31 + c) % 5}`]));
    return { ...row, ...more };
  });
  const finished = await link({ input: wide, idColumn, threads: 1 });
  assert.equal(finished.summary.records, 40);
  assert.equal([...finished.clusters()].length, 40);
});
