import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { kinds } from "../../../bench/accuracy/kinds/kinds.ts";
import { isFailure, measureRun } from "../../../bench/accuracy/measure/measureRun.ts";
import { addReliability, emptyReliability } from "../../../bench/accuracy/measure/reliability.ts";
import { writeRecordSet } from "../../../bench/accuracy/recordSets/writeRecordSet.ts";
import { Random } from "../../../src/generate/random/random.ts";

test("a run is measured against the truth, its own threshold among the swept ones", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "namesake-test-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const kind = kinds.find(({ name }) => name === "hospital visits");
  assert.ok(kind !== undefined);
  const set = kind.make(new Random(5), 0.05);
  const bins = emptyReliability();
  const outcome = await measureRun(writeRecordSet(set, folder), { onRun: (run) => addReliability(bins, run.facts) });
  assert.ok(!isFailure(outcome), isFailure(outcome) ? outcome.failure : "");
  const sizes = [...Map.groupBy(set.truth, (person) => person).values()].map(({ length }) => length);
  assert.equal(
    outcome.truePairs,
    sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
  );
  assert.equal(outcome.largestTrueCluster, Math.max(...sizes));
  assert.equal(outcome.records, set.rows.length);
  assert.ok(outcome.f1 > 0.9 && (outcome.bestF1 ?? 0) >= outcome.f1);
  const top = bins.at(-1);
  assert.ok(top !== undefined && top.pairs > 0 && top.truePairs <= top.pairs && top.expected <= top.pairs);
});

test("a failure is an outcome", async () => {
  const outcome = await measureRun({ input: "no-such-file.csv", truth: "no-such-truth.csv" });
  assert.deepEqual(outcome, { failure: "FILE_NOT_FOUND" });
});
