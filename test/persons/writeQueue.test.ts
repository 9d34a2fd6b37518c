// Who waits for whom: single writes do not stand behind lines of bulk ingests, nor these behind them for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WriteQueue } from "../../src/persons/write/writeQueue.ts";
import { NamesakeError } from "../../src/shared/errors.ts";

/** A queue whose batches end when told to; operations that begin with "!" commit alone. */
function createQueue(batchMax: number) {
  const batches: string[][] = [];
  let release: () => void = () => undefined;
  const queue = new WriteQueue<string>({
    commit: (batch, onCommit) => {
      batches.push([...batch]);
      return new Promise((resolve) => {
        release = () => {
          onCommit();
          resolve(batch);
        };
      });
    },
    isAlone: (operation) => operation.startsWith("!"),
    batchMax,
    queuedMax: 1000,
    readers: { yield: async () => undefined, asked: 0 },
    budgets: { besideReadersMs: 1000, aloneMs: 1000 },
  });
  const next = async (): Promise<string[] | undefined> => {
    const count = batches.length;
    for (let turn = 0; batches.length === count && turn < 5; turn += 1) {
      release();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return batches[count];
  };
  return { queue, batches, next, end: () => release() };
}

test("a single write goes into the next batch, however many lines of bulk ingests wait", async () => {
  const { queue, next } = createQueue(4);
  for (let line = 0; line < 20; line += 1) void queue.add(`line ${line}`, true);
  assert.deepEqual(await next(), ["line 0", "line 1", "line 2", "line 3"]);
  void queue.add("single");
  assert.deepEqual(await next(), ["single", "line 4", "line 5", "line 6"]);
  void queue.add("!ruling");
  void queue.add("after");
  assert.deepEqual(await next(), ["!ruling"]);
  assert.deepEqual(await next(), ["line 7", "line 8", "line 9", "line 10"], "lines waited for the ruling");
  assert.deepEqual(await next(), ["after", "line 11", "line 12", "line 13"]);
});

test("lines of bulk ingests have their turn, however many single writes wait", async () => {
  const { queue, next } = createQueue(2);
  for (let i = 0; i < 10; i += 1) void queue.add(`single ${i}`);
  for (let line = 0; line < 4; line += 1) void queue.add(`line ${line}`, true);
  assert.deepEqual(await next(), ["single 0", "single 1"]);
  assert.deepEqual(await next(), ["line 0", "line 1"]);
  assert.deepEqual(await next(), ["single 2", "single 3"]);
  assert.deepEqual(await next(), ["line 2", "line 3"]);
});

test("a single write that would wait too long is refused, a line of a bulk ingest is not", async () => {
  const { queue, next } = createQueue(1);
  void queue.add("slow");
  await next();
  // One that took long: a second and more at a time are to be expected, then.
  const real = performance.now;
  try {
    performance.now = () => real.call(performance) + 60_000;
    await next();
    void queue.add("first");
    await next();
  } finally {
    performance.now = real;
  }
  const refused: unknown[] = [];
  for (let i = 0; i < 40; i += 1) queue.add(`single ${i}`).catch((error: unknown) => refused.push(error));
  void queue.add("line", true).catch((error: unknown) => assert.fail(String(error)));
  await new Promise((resolve) => setImmediate(resolve));
  assert.ok(refused.length > 0 && refused.length < 40, `${refused.length} refused`);
  assert.ok(refused.every((error) => error instanceof NamesakeError && error.code === "OVERLOADED"));
});
