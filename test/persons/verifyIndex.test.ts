// Verification beside a server that writes: what was read in between is no difference.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import type { PersonStore } from "../../src/store/personStore.ts";
import { openSmallIndex, operator, type SmallIndex, toInput, trainSmall } from "./smallIndex.ts";

let index: SmallIndex;
let more: ReturnType<typeof toInput>[];

before(async () => {
  const { rows, model } = await trainSmall(200, 17);
  index = await openSmallIndex(model);
  await index.service.putRecords(operator, rows.slice(0, 150).map(toInput));
  more = rows.slice(150).map(toInput);
});
after(() => index.close());

/** The store, into which records come while it is read, so many times. */
function busy(times: number): PersonStore {
  let left = times;
  const decisionsAfter = async (number: number) => {
    const input = more.pop();
    if (left > 0 && input !== undefined) await index.service.putRecord(operator, input);
    left -= 1;
    return index.store.decisionsAfter(number);
  };
  return new Proxy(index.store, {
    get(store, name) {
      if (name === "decisionsAfter") return decisionsAfter;
      const value: unknown = Reflect.get(store, name);
      return typeof value === "function" ? value.bind(store) : value;
    },
  });
}

test("an index that is written to once meanwhile is read again", async () => {
  const { differences, records } = await verifyIndex({ store: busy(1), threads: 1 });
  assert.deepEqual([differences, records], [[], 151]);
});

test("one that never rests is said to change, not to differ", async () => {
  await assert.rejects(verifyIndex({ store: busy(100), threads: 1 }), (error: unknown) => {
    return error instanceof NamesakeError && error.code === "INDEX_CHANGING";
  });
});
