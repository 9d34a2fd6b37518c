// Too much at once: 503 and 429 with Retry-After, and back to normal; a stop finishes what is in flight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serveSmallIndex } from "./serveSmallIndex.ts";

test("without room every request is refused with a time to wait; operations still answer", async (t) => {
  const { ask } = await serveSmallIndex(t, { inFlightMax: 0 });
  const { status, body, headers } = await ask("/v1/events");
  assert.deepEqual([status, body.code, headers.get("retry-after")], [503, "OVERLOADED", "1"]);
  for (const path of ["/health/live", "/health/ready", "/metrics"])
    assert.equal((await ask(path, { key: null })).status, 200, path);
});

test("a client that asks too much is told so", async (t) => {
  const { ask } = await serveSmallIndex(t, { perSecondPerClient: 0 });
  const { status, body, headers } = await ask("/v1/events");
  assert.deepEqual([status, body.code, headers.get("retry-after")], [429, "RATE_LIMITED", "1"]);
});

test("a burst is answered or refused, each request once, and places come back", async (t) => {
  const { ask, inputs } = await serveSmallIndex(t, { inFlightMax: 3 });
  const body = { fields: inputs[0]?.fields };
  const answers = await Promise.all(Array.from({ length: 60 }, () => ask("/v1/match", { body })));
  for (const { status } of answers) assert.ok(status === 200 || status === 503, String(status));
  assert.ok(answers.some(({ status }) => status === 200));
  for (let round = 0; round < 10; round++) assert.equal((await ask("/v1/match", { body })).status, 200);
});

test("a stop finishes what is in flight", async (t) => {
  const server = await serveSmallIndex(t);
  const puts = server.inputs.slice(0, 10).map((input) => server.put([input]));
  await Promise.race(puts);
  const [results] = await Promise.all([Promise.allSettled(puts), server.closeServer()]);
  const done = results.filter(({ status }) => status === "fulfilled").length;
  assert.equal((await server.store.head()).records, done, "what was answered is stored, and nothing else");
});
