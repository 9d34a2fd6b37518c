// A back-up made while records come in is a whole index of one moment: it verifies, and holds what the log of the original
// says of that moment; service goes on with it as it would have with the original.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { openStore } from "../../src/store/openStore.ts";
import type { PersonStore } from "../../src/store/personStore.ts";
import { shuffled } from "../linkage/madeUpRecords.ts";
import { bulkPartition, storedPartition } from "./partition.ts";
import { openSmallIndex, operator, toInput, trainSmall } from "./smallIndex.ts";

/** So many of the copies are looked at, from all of the time. */
const checkedCopies = 4;

test("copies made while records come and go are indexes of one moment", async (t) => {
  const { rows, model } = await trainSmall(300, 91);
  const index = await openSmallIndex(model);
  t.after(() => index.close());
  const { service, store } = index;
  const tool = await openStore({ store: `sqlite:${index.path}`, role: "tool" });
  t.after(() => tool.close());
  const order = shuffled(rows, 3);
  const writing = (async () => {
    for (let from = 0; from < order.length; from += 5) {
      const batch = order.slice(from, from + 5).map(toInput);
      await service.putRecords(operator, batch);
      if (from % 20 === 0) for (const key of batch.slice(0, 2)) await service.withdrawRecord(operator, key);
    }
  })();
  const copies: string[] = [];
  let isWriting = true;
  const ended = writing.finally(() => {
    isWriting = false;
  });
  while (isWriting) {
    const copy = join(dirname(index.path), `copy${copies.length}.db`);
    await tool.backup(copy);
    copies.push(copy);
  }
  await ended;
  const { moment: last } = await store.head();
  const moments: number[] = [];
  const step = Math.ceil(copies.length / checkedCopies);
  for (const copy of copies.filter((_, i) => i % step === 0)) {
    const restored = await openStore({ store: `sqlite:${copy}`, role: "index" });
    const { moment } = await restored.head();
    moments.push(moment);
    assert.deepEqual(await stateOf(restored, moment), await stateOf(store, moment));
    assert.deepEqual((await verifyIndex({ store: restored, threads: 1 })).differences, []);
    const continued = await openPersonService({ store: restored });
    await continued.putRecords(operator, rows.map(toInput));
    assert.deepEqual(await storedPartition(restored), await bulkPartition(model, rows, []));
    await continued.close();
    await restored.close();
  }
  assert.ok(
    moments.some((moment) => moment > 1 && moment < last),
    "some copy is of a moment in between",
  );
});

/** Records with their versions and persons, and events, as they were at a moment. */
async function stateOf(store: PersonStore, moment: number) {
  const records = [];
  for (const row of await store.scanRecords(0, 10_000)) {
    const versions = [...(await store.versionsOf(row.number)), row].filter((version) => version.moment <= moment);
    const held = await store.membershipsOfRecords([row.number]);
    const membership = held.find(({ from, to }) => from <= moment && (to === null || to > moment));
    const { version, fields } = versions.at(-1) ?? {};
    if (version !== undefined) records.push({ number: row.number, version, fields, person: membership?.person ?? -1 });
  }
  const events = (await store.eventsAfter(0, 100_000)).filter((event) => event.moment <= moment);
  return { records, events };
}
