// Whether each source holds a person once is read off the data: clean sources say yes, copies within a source say no.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { madeUpRecords } from "../madeUpRecords.ts";

const rows = madeUpRecords({ records: 1200, seed: 4, sources: 2, oneRecordPerSource: true, duplicateShare: 0.8 });
const roles = { idColumn: "unique_id", sourceColumn: "source", acrossOnly: true, truth: "cluster_id", threads: 1 };

test("two clean sources: a person has one record in each", async () => {
  const run = await link({ input: rows, ...roles });
  assert.equal(run.model.clustering.isOnePerSource, true);
  assert.ok((run.summary.evaluation?.f1 ?? 0) > 0.97, `F1 ${run.summary.evaluation?.f1}`);
});

test("every record three times in its source: copies are seen, and each finds its partners", async () => {
  const thrice = [0, 1, 2].flatMap((copy) => rows.map((row) => ({ ...row, unique_id: `${row.unique_id}-${copy}` })));
  const run = await link({ input: thrice, ...roles });
  assert.equal(run.model.clustering.isOnePerSource, false);
  assert.ok((run.summary.evaluation?.recall ?? 0) > 0.95, `recall ${run.summary.evaluation?.recall}`);
});
