// Law: a result is sent after the commit. A server is ended with SIGKILL a hundred times under load: nothing acknowledged is
// lost, nothing is applied twice, the feed has no gap, and persons are those that facts make.
import assert from "node:assert/strict";
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { addClient } from "../../../src/governance/addClient.ts";
import { verifyIndex } from "../../../src/persons/verifyIndex.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { openStore } from "../../../src/store/openStore.ts";
import type { PersonStore } from "../../../src/store/personStore.ts";
import { openSmallIndex, operator } from "../../persons/smallIndex.ts";
import { purpose, smallWorld } from "../serveSmallIndex.ts";
import { type Connection, ConnectionLost } from "./askOrLose.ts";
import { FeedFollower } from "./feedFollower.ts";
import { prepareServer } from "./killableServer.ts";
import { RememberingClient } from "./rememberingClient.ts";
import { RememberingRuler } from "./rememberingRuler.ts";

const kills = 100;
const checkedEvery = 20;

test("nothing acknowledged is lost when the server is killed a hundred times", async (t) => {
  const { inputs, model } = await smallWorld();
  const ruled = inputs.slice(0, 16).map((input) => ({ ...input, source: "ruled" }));
  const index = await openSmallIndex(model);
  t.after(() => index.close());
  await index.service.putRecords(operator, ruled);
  const everything = { name: "everything", purposes: [purpose], sources: null, fields: null };
  const { key } = await addClient(index.store, everything);
  await index.service.close();
  await index.store.close();

  const other = await openSmallIndex(model);
  t.after(() => other.close());
  const store = `sqlite:${index.path}`;
  const programs = join(dirname(index.path), "programs");
  await mkdir(programs);
  const random = createRandom(20_261);
  const client = new RememberingClient(inputs.slice(0, 120), random);
  const ruler = new RememberingRuler(
    ruled.map(({ source, id }) => ({ source, id })),
    random,
  );
  const feed = new FeedFollower();
  const check = () =>
    withTool(store, async (tool) => {
      await client.check(tool);
      await ruler.check(tool);
      assert.deepEqual((await verifyIndex({ store: tool, threads: 1 })).differences, []);
    });

  let next = prepareServer(store, programs);
  t.after(() => next.kill());
  for (let round = 1; round <= kills; round += 1) {
    const server = next;
    next = prepareServer(store, programs);
    if (random() < 0.1) {
      // Also while it starts.
      server.begin();
      await new Promise((resolve) => setTimeout(resolve, random() * 200));
      await server.kill();
      continue;
    }
    const url = await server.serve();
    let left = 1 + Math.floor(random() * 60);
    const killed = Promise.withResolvers<void>();
    const onAnswer = (): void => {
      left -= 1;
      if (left === 0) setTimeout(() => server.kill().then(killed.resolve, killed.reject), random() * 15);
    };
    const connection: Connection = { url, key, onAnswer };
    const work = [
      client.one(connection, "desk"),
      client.one(connection, "clinic"),
      client.bulk(connection, "registry"),
      client.bulk(connection, "census"),
      ruler.rule(connection),
      feed.follow(connection),
    ];
    const ends = await Promise.allSettled([...work, killed.promise]);
    for (const end of ends) if (end.status === "rejected" && !(end.reason instanceof ConnectionLost)) throw end.reason;
    if (round % checkedEvery === 0) await check();
  }
  await check();
  await feed.check({ url: await next.serve(), key, onAnswer: () => {} });
  assert.ok(client.repeated > kills, "kills met requests under way");
  assert.ok(feed.cursor > kills * 10);
  const left = (await readdir(programs)).filter((name) => name.startsWith("namesake"));
  assert.deepEqual(left, [], "no temporary file outlives a server");
  await assert.rejects(client.check(other.store), "the guard sees records that are lost");
  await assert.rejects(ruler.check(other.store), "the guard sees rulings that are lost");
  t.diagnostic(`${feed.cursor} events, ${client.repeated} changes asked for again`);
});

async function withTool(place: string, work: (store: PersonStore) => Promise<void>): Promise<void> {
  const store = await openStore({ store: place, role: "tool" });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
