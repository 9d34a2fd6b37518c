// Where a model would tell persons badly, another way to train is found: one partner in each other source, or no word for codes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { madeUpRecords } from "../madeUpRecords.ts";
import { surveyWaves } from "../surveyWaves.ts";

const roles = { threads: 1, idColumn: "id", sourceColumn: "wave", truth: "person", acrossOnly: true };

test("waves of codes that go with each other: a person has one record in each", async () => {
  const run = await link({ input: surveyWaves(1800), ...roles });
  assert.equal(run.model.clustering.isOnePerSource, true);
  const f1 = run.summary.evaluation?.f1 ?? 0;
  assert.ok(f1 > 0.85, `F1 ${f1}`);
});

test("what the settings say of sources is obeyed", async () => {
  for (const onePerSource of [true, false]) {
    const run = await link({ input: surveyWaves(200), ...roles, settings: { clustering: { onePerSource } } });
    assert.equal(run.model.clustering.isOnePerSource, onePerSource);
  }
});

test("a model that tells persons well is left as it is", async () => {
  const input = madeUpRecords({ records: 1500, seed: 6 });
  const run = await link({ input, threads: 1, idColumn: "unique_id", sourceColumn: "source", truth: "cluster_id" });
  assert.ok(
    run.summary.notes.every((note) => !note.startsWith("Codes that")),
    run.summary.notes.join("\n"),
  );
});
