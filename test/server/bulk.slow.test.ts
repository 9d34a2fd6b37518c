// Bulk ingest: one answer a line, in order, bad lines apart; safe to repeat; other requests are answered meanwhile; a client
// that does not take its answers does not fill the memory.
import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { purpose, recordPath, type SmallServer, serveSmallIndex } from "./serveSmallIndex.ts";

const lines = { "content-type": "application/x-ndjson" };

const send = (server: SmallServer, body: string) => server.ask("/v1/records", { method: "POST", body, headers: lines });

test("records come in as they do one by one", async (t) => {
  const server = await serveSmallIndex(t, { batchLines: 7 });
  const body = server.inputs.map((input) => JSON.stringify(input)).join("\n");
  const answer = await send(server, body);
  assert.equal(answer.status, 200);
  assert.deepEqual(
    answer.body.map(({ line, status, source, id }: Record<string, unknown>) => ({ line, status, source, id })),
    server.inputs.map(({ source, id }, index) => ({ line: index + 1, status: 201, source, id })),
  );
  const again = await send(server, body);
  for (const { status, outcome, changed } of again.body)
    assert.deepEqual({ status, outcome, changed }, { status: 200, outcome: "unchanged", changed: [] });
  for (const [index, input] of server.inputs.slice(0, 20).entries()) {
    const { body: record } = await server.ask(recordPath(input));
    assert.equal(record.person.id, again.body[index].person.id);
  }
});

test("a bad line has its own problem and the rest goes on", async (t) => {
  const server = await serveSmallIndex(t, { bodyBytesMax: 2000 });
  const [good, better] = server.inputs.slice(0, 2).map((input) => JSON.stringify(input));
  const body = [
    good,
    "{not json",
    "",
    " \t\r",
    '{"source":"clinic","id":"2","fields":{"surname":"a\\u0000"}}',
    '{"source":"clinic","id":"2","fields":{"surnam":"a"}}',
    '{"source":"clinic","fields":{}}',
    '{"source":"clinic","id":"2","fields":{},"observedAt":"2023-02-29"}',
    `{"source":"clinic","id":"2","fields":{"surname":"${"x".repeat(3000)}"}}`,
    "[]",
    `${better}\r`,
  ].join("\n");
  const answer = await send(server, body);
  const found = answer.body.map(({ line, status, code }: Record<string, unknown>) => [line, status, code]);
  assert.deepEqual(found, [
    [1, 201, undefined],
    [2, 400, "BODY_NOT_JSON"],
    [5, 400, "TEXT_NOT_ALLOWED"],
    [6, 400, "FIELD_UNKNOWN"],
    [7, 400, "REQUEST_INVALID"],
    [8, 400, "REQUEST_INVALID"],
    [9, 413, "BODY_TOO_LARGE"],
    [10, 400, "REQUEST_INVALID"],
    [11, 201, undefined],
  ]);
  assert.equal((await server.store.head()).records, 2);
});

test("nothing is answered with nothing", async (t) => {
  const server = await serveSmallIndex(t);
  const answer = await send(server, "\n\n");
  assert.deepEqual([answer.status, answer.text], [200, ""]);
  const bodiless = await server.ask("/v1/records", { method: "POST" });
  assert.deepEqual([bodiless.status, bodiless.body.code], [400, "REQUEST_INVALID"]);
});

test("each line is answered while the request goes on, and others are served meanwhile", async (t) => {
  const server = await serveSmallIndex(t);
  const stream = openBulk(server);
  for (const input of server.inputs.slice(0, 5)) {
    stream.sent.write(`${JSON.stringify(input)}\n`);
    const answer = JSON.parse(await stream.nextLine());
    assert.equal(answer.id, input.id);
    assert.equal((await server.ask(recordPath(input))).status, 200, "durable and readable once answered");
  }
  stream.sent.end();
  assert.equal(await stream.nextLine(), "");
});

test("a client that breaks off loses nothing that was answered", async (t) => {
  const server = await serveSmallIndex(t);
  const stream = openBulk(server);
  const [first] = server.inputs;
  assert.ok(first);
  stream.sent.write(`${JSON.stringify(first)}\n{"source":"clinic`);
  await stream.nextLine();
  stream.sent.destroy();
  assert.equal((await server.ask(recordPath(first))).status, 200);
  assert.equal((await server.store.head()).records, 1);
});

test("bulk ingests beyond the limit are refused with a time to wait", async (t) => {
  const server = await serveSmallIndex(t, { bulkStreamsMax: 0 });
  const answer = await send(server, "{}");
  assert.deepEqual([answer.status, answer.body.code, answer.headers.get("retry-after")], [503, "OVERLOADED", "1"]);
  assert.equal((await server.ask("/v1/events")).status, 200);
});

function openBulk({ url, key }: SmallServer) {
  const headers = { authorization: `Bearer ${key}`, purpose, ...lines };
  const sent = request(`${url}/v1/records`, { method: "POST", headers });
  sent.on("error", () => {});
  const text = (async function* () {
    const answer = await new Promise<AsyncIterable<Buffer>>((resolve) => sent.once("response", resolve));
    let rest = "";
    for await (const chunk of answer) {
      const whole = (rest + chunk).split("\n");
      rest = whole.pop() ?? "";
      yield* whole;
    }
  })();
  const nextLine = async (): Promise<string> => (await text.next()).value ?? "";
  return { sent, nextLine };
}
