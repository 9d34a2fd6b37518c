// A load that is interrupted while it writes keeps nothing; the next one starts as if it had never been.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import { loadRun } from "../../src/persons/loadRun.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import { openStore } from "../../src/store/openStore.ts";
import { madeUpRecords } from "../linkage/madeUpRecords.ts";
import { writeRows } from "./writeRows.ts";

const isInterrupted = (error: unknown): boolean => error instanceof NamesakeError && error.code === "INTERRUPTED";

test("an interrupted load keeps nothing, into an empty store and into one with records", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const rows = madeUpRecords({ records: 400, seed: 8 });
  const runs: string[] = [];
  for (const count of [200, 400]) {
    const [input, out] = [join(folder, `${count}.csv`), join(folder, `run${count}`)];
    await writeRows(input, rows.slice(0, count));
    const options = { idColumn: "unique_id", sourceColumn: "source", truth: "cluster_id", threads: 1 };
    await (await link({ input, ...options })).write({ out });
    runs.push(out);
  }
  const store = await openStore({ store: `sqlite:${join(folder, "persons.db")}`, role: "index", create: true });
  t.after(() => store.close());
  for (const [place, run] of runs.entries()) {
    const before = [await store.head(), await store.setting("model"), await store.scanRecords(0, 1000)];
    const interrupt = new AbortController();
    // The last stage before the commit: of a first load writing, of a further one scoring.
    const stage = place === 0 ? "load" : "score";
    const onProgress = (progress: { stage: string }): void => {
      if (progress.stage === stage) interrupt.abort();
    };
    await assert.rejects(loadRun({ run, store, onProgress, signal: interrupt.signal }), isInterrupted);
    assert.deepEqual([await store.head(), await store.setting("model"), await store.scanRecords(0, 1000)], before);
    const { records } = await loadRun({ run, store });
    assert.equal(records, place === 0 ? 200 : 400);
    assert.deepEqual((await verifyIndex({ store, threads: 1 })).differences, []);
  }
});
