// The feed: gap-free by cursor, going on after a break, ended by the server's stop and by the revocation of the key.
import assert from "node:assert/strict";
import { test } from "node:test";
import { revokeClient } from "../../src/governance/revokeClient.ts";
import { purpose, type SmallServer, serveSmallIndex } from "./serveSmallIndex.ts";

interface Stream {
  /** The next event; null when the stream has ended. */
  next(): Promise<{ id: string; event: string; data: { cursor: number } } | null>;
  close(): void;
}

async function openStream({ url, key: usual }: SmallServer, after: string, headers = {}, key = usual): Promise<Stream> {
  const gone = new AbortController();
  const answer = await fetch(`${url}/v1/events${after}`, {
    headers: { authorization: `Bearer ${key}`, purpose, accept: "text/event-stream", ...headers },
    signal: gone.signal,
  });
  assert.equal(answer.headers.get("content-type"), "text/event-stream; charset=utf-8");
  const blocks = (async function* () {
    let rest = "";
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + chunk).split("\n\n");
      rest = parts.pop() ?? "";
      yield* parts.filter((part) => part.startsWith("id:"));
    }
  })();
  return {
    async next() {
      const { value } = await blocks.next();
      if (!value) return null;
      const fields = Object.fromEntries(value.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
      return { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
    },
    close: () => gone.abort(),
  };
}

test("pages by cursor give every event once, in order, without gaps", async (t) => {
  const server = await serveSmallIndex(t);
  await server.put(server.inputs.slice(0, 30));
  const cursors: number[] = [];
  for (let after = 0; ; ) {
    const { body } = await server.ask(`/v1/events?after=${after}&limit=7`);
    cursors.push(...body.events.map(({ cursor }: { cursor: number }) => cursor));
    if (body.events.length === 0) break;
    after = body.cursor;
  }
  const { cursor } = await server.store.head();
  assert.deepEqual(
    cursors,
    Array.from({ length: cursor }, (_, index) => index + 1),
  );
});

test("a stream gives what was and what comes, and goes on after a break", async (t) => {
  const server = await serveSmallIndex(t, { heartbeatMs: 20 });
  const [first, second] = server.inputs;
  assert.ok(first && second);
  await server.put([first]);
  const stream = await openStream(server, "");
  assert.equal((await stream.next())?.id, "1");
  const last = await stream.next();
  assert.equal(last?.id, "2");
  assert.equal(last?.data.cursor, 2);
  stream.close();
  await server.put([second]);
  const further = await openStream(server, "?after=0", { "last-event-id": "2" });
  assert.equal((await further.next())?.id, "3");
  further.close();
});

test("a stream waits for what is not yet there", async (t) => {
  const server = await serveSmallIndex(t, { heartbeatMs: 20 });
  const stream = await openStream(server, "");
  const next = stream.next();
  await server.put(server.inputs.slice(0, 1));
  assert.equal((await next)?.event, "record.added");
  stream.close();
});

test("streams end when the server stops", async (t) => {
  const server = await serveSmallIndex(t);
  const stream = await openStream(server, "");
  const next = stream.next();
  await server.closeServer();
  assert.equal(await next, null);
});

test("a stream ends when its key is revoked", async (t) => {
  const server = await serveSmallIndex(t, { heartbeatMs: 20, keyLifeMs: 0 });
  const key = await server.addClient({ name: "for now" });
  const stream = await openStream(server, "", {}, key);
  const next = stream.next();
  await revokeClient(server.store, "for now");
  assert.equal(await next, null);
});

test("streams beyond the limit are refused", async (t) => {
  const server = await serveSmallIndex(t, { eventStreamsMax: 0 });
  const refused = await server.ask("/v1/events", { headers: { accept: "text/event-stream" } });
  assert.deepEqual([refused.status, refused.body.code], [503, "OVERLOADED"]);
  assert.equal((await server.ask("/v1/events")).status, 200);
});
