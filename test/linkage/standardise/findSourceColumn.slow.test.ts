// A run that finds its source, the settings and the model that it writes, and questions in real time tell records apart alike.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { assertIndexLinksAlike } from "../compare/plainOracle.ts";
import { recordsOfWaves } from "./recordsOfWaves.ts";

test("a saved model tells records apart as the run that trained it, and an index in memory scores as both", async () => {
  const rows = recordsOfWaves(600, true);
  const input = { input: rows, threads: 1, idColumn: "id", truth: "person" };
  const out = mkdtempSync(join(tmpdir(), "namesake-test-"));
  try {
    const run = await link(input);
    assert.deepEqual(run.model.sourcesBy, { column: "round", values: ["2019", "2021"] });
    assert.ok(run.model.clustering.isOnePerSource);
    assert.ok(run.summary.notes.some((note) => note.startsWith("round serves as the source")));
    await run.write({ out, overwrite: true });
    const again = await link({ ...input, model: join(out, "model.json") });
    assert.deepEqual(again.facts.clusters.clusterOf, run.facts.clusters.clusterOf);
    assert.deepEqual(again.facts.scored.links.logOdds, run.facts.scored.links.logOdds);
    assertIndexLinksAlike(again, rows, () => "");
    const settings = JSON.parse(readFileSync(join(out, "settings.json"), "utf8")) as object;
    assert.deepEqual((settings as { input: object }).input, { id: "id", sourcesBy: "round", acrossOnly: false });
    const repeated = await link({ ...input, settings });
    assert.deepEqual(repeated.model.sourcesBy, run.model.sourcesBy);
    assert.deepEqual(repeated.facts.clusters.clusterOf, run.facts.clusters.clusterOf);
    const asked = await link({ ...input, settings: { input: { sourcesBy: null } } });
    assert.equal(asked.model.sourcesBy, null);
    const plain = await link({ ...input, settings: { clustering: { onePerSource: false } } });
    assert.equal(plain.model.sourcesBy, null);
  } finally {
    rmSync(out, { recursive: true });
  }
});
