// What holds the index still (a snapshot) and what changes it (batches) never wait for each other, and readers see the
// mirror between batches only.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Model } from "../../src/linkage/model.ts";
import { IndexKeeper } from "../../src/persons/indexKeeper.ts";
import { openMirror } from "../../src/persons/mirror/openMirror.ts";
import { openSmallIndex, trainSmall } from "./smallIndex.ts";

let model: Model;

before(async () => {
  ({ model } = await trainSmall(240, 11));
});

async function openKeeper() {
  const index = await openSmallIndex(model);
  const reopen = () => openMirror(index.store, {});
  const parts = { store: index.store, now: () => new Date(0), newId: () => "", reopen };
  return { index, keeper: new IndexKeeper(await reopen(), parts) };
}

test("a file is written while the index is held still, whatever batches are asked for meanwhile", async () => {
  const { index, keeper } = await openKeeper();
  const done: string[] = [];
  const batch = (name: string) => keeper.write(async () => done.push(name));
  async function* chunks() {
    for (let part = 0; part < 3; part += 1) {
      later.push(batch(`batch ${part}`));
      await new Promise((resolve) => setImmediate(resolve));
      yield Buffer.from([part]);
    }
  }
  const later: Promise<unknown>[] = [batch("first")];
  await keeper.exclusively(async () => {
    await index.store.writeFile("held", chunks());
    done.push("file");
  });
  await Promise.all(later);
  assert.deepEqual(done, ["first", "file", "batch 0", "batch 1", "batch 2"]);
  await index.close();
});

test("a reader that asks while a batch is half done waits for its end", async () => {
  const { index, keeper } = await openKeeper();
  const seen: string[] = [];
  const { promise: half, resolve: reached } = Promise.withResolvers<void>();
  const written = keeper.write(async () => {
    seen.push("begun");
    reached();
    await new Promise((resolve) => setImmediate(resolve));
    seen.push("ended");
  });
  await half;
  await keeper.fresh();
  seen.push("read");
  await written;
  assert.deepEqual(seen, ["begun", "ended", "read"]);
  await index.close();
});

test("a batch that fails is undone, latest change first, and the next one goes on", async () => {
  const { index, keeper } = await openKeeper();
  const undone: number[] = [];
  const failing = keeper.write(async (_writer, undo) => {
    undo(() => undone.push(1));
    undo(() => undone.push(2));
    throw new RangeError("test");
  });
  await assert.rejects(failing, RangeError);
  assert.deepEqual(undone, [2, 1]);
  assert.equal(await keeper.write(async (writer) => writer.moment), keeper.moment);
  await index.close();
});
