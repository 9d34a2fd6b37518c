// Questions gathered into one: each gets its own rows, is asked after it came, and fails with its group alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GatheredLookup } from "../../../src/store/postgres/gatheredLookup.ts";

/** Answers each key times ten, when told to. */
function slowLookup() {
  const asked: { readonly keys: readonly number[]; readonly answer: () => void; readonly fail: () => void }[] = [];
  const lookup = new GatheredLookup((keys: readonly number[]) => {
    return new Promise<number[]>((resolve, reject) => {
      asked.push({ keys, answer: () => resolve(keys.map((key) => key * 10)), fail: () => reject(new Error("lost")) });
    });
  });
  return { asked, lookup };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what is asked at once, and while questions are on their way, goes together", async () => {
  const { asked, lookup } = slowLookup();
  const first = [lookup.ask([1, 2]), lookup.ask([3])];
  await turn();
  const second = lookup.ask([4]);
  await turn();
  const third = [lookup.ask([5, 6]), lookup.ask([7])];
  await turn();
  assert.deepEqual(
    asked.map(({ keys }) => keys),
    [[1, 2, 3], [4]],
  );
  asked[0]?.answer();
  assert.deepEqual(await Promise.all(first), [[10, 20], [30]]);
  await turn();
  assert.deepEqual(asked[2]?.keys, [5, 6, 7], "asked after it came");
  asked[1]?.answer();
  asked[2]?.answer();
  assert.deepEqual(await Promise.all([second, ...third]), [[40], [50, 60], [70]]);
});

test("a group that fails fails alone", async () => {
  const { asked, lookup } = slowLookup();
  const first = lookup.ask([1]);
  await turn();
  const second = lookup.ask([2]);
  await turn();
  asked[0]?.fail();
  await assert.rejects(first, /lost/);
  asked[1]?.answer();
  assert.deepEqual(await second, [20]);
  const third = lookup.ask([3]);
  await turn();
  asked[2]?.answer();
  assert.deepEqual(await third, [30], "and asking goes on");
});

test("questions about very many keys wait for nobody", async () => {
  const { asked, lookup } = slowLookup();
  const many = Array.from({ length: 501 }, (_, key) => key);
  const answer = lookup.ask(many);
  assert.equal(asked.length, 1);
  asked[0]?.answer();
  assert.equal((await answer).length, 501);
});
