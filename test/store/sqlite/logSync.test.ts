// Flushes of the log: those asked for while one runs share the next; after one failure there is none.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { LogSync } from "../../../src/store/sqlite/logSync.ts";

const unavailable = (error: unknown): boolean => error instanceof NamesakeError && error.code === "STORE_UNAVAILABLE";

test("flushes asked for while one is under way share the next", async () => {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  await writeFile(join(folder, "x.db-wal"), "log");
  const log = new LogSync(join(folder, "x.db"));
  const first = log.flush();
  const second = log.flush();
  assert.notEqual(second, first, "the first may have begun before what was committed meanwhile");
  assert.equal(log.flush(), second);
  await Promise.all([first, second]);
  await log.flush();
  await log.close();
  await rm(folder, { recursive: true });
});

test("after a flush that failed nothing is flushed any more, though the log can be reached again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  const log = new LogSync(join(folder, "x.db"));
  const [first, second] = [log.flush(), log.flush()];
  await assert.rejects(first, unavailable);
  await assert.rejects(second, unavailable);
  await writeFile(join(folder, "x.db-wal"), "log");
  await assert.rejects(log.flush(), unavailable);
  assert.throws(() => log.assertSound(), unavailable);
  await log.close();
  await rm(folder, { recursive: true });
});
