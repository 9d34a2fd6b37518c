// Several servers on one PostgreSQL store: the same persons sent to both at once, connections of the database ended in the
// middle of writes, one server ended with SIGKILL. The other goes on, and facts and persons are those of one bulk run.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import pg from "pg";
import { addClient } from "../../../src/governance/addClient.ts";
import { storeModel, useModel } from "../../../src/persons/mirror/modelFiles.ts";
import type { RecordInput } from "../../../src/persons/personService.ts";
import { verifyIndex } from "../../../src/persons/verifyIndex.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { openStore } from "../../../src/store/openStore.ts";
import type { PersonStore } from "../../../src/store/personStore.ts";
import { shuffled } from "../../linkage/madeUpRecords.ts";
import { bulkPartition, storedPartition } from "../../persons/partition.ts";
import { type PostgresServer, postgresMissing, startPostgres } from "../../support/startPostgres.ts";
import { purpose, smallWorld } from "../serveSmallIndex.ts";
import { bulkOrLose, type Connection, ConnectionLost } from "./askOrLose.ts";
import { FeedFollower } from "./feedFollower.ts";
import { prepareServer } from "./killableServer.ts";
import { RememberingClient } from "./rememberingClient.ts";
import { RememberingRuler } from "./rememberingRuler.ts";

let server: PostgresServer;
let folder: string;

async function newIndex(): Promise<{ place: string; key: string; store: PersonStore }> {
  const place = server.newStore();
  const store = await openStore({ store: place, role: "index", create: true });
  const { model } = await smallWorld();
  const stored = await storeModel(store, model);
  await store.write((writer) => useModel(writer, stored, { columns: [], columnNames: {} }));
  const client = { name: "everything", purposes: [purpose], sources: null, fields: null };
  return { place, store, key: (await addClient(store, client)).key };
}

/** Ends what servers have open to the database, all of it or what is in the middle of a transaction. */
async function endBackends(onlyWriting: boolean): Promise<number> {
  const client = new pg.Client(server.url);
  await client.connect();
  const condition = onlyWriting ? "and xact_start is not null" : "";
  const sql = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'namesake' ${condition}`;
  const { rowCount } = await client.query(sql);
  await client.end();
  return rowCount ?? 0;
}

async function startTwo(t: TestContext, place: string) {
  const servers = [prepareServer(place, folder), prepareServer(place, folder)] as const;
  t.after(() => Promise.all(servers.map((one) => one.kill())));
  const urls = await Promise.all(servers.map((one) => one.serve()));
  return servers.map((one, i) => ({ url: urls[i] ?? "", kill: () => one.kill() })) as [Started, Started];
}

interface Started {
  readonly url: string;
  kill(): Promise<void>;
}

/** Sends all records, in bulk, until each is acknowledged; goes to the next server where one is lost. */
async function sendAll(connections: readonly Connection[], inputs: readonly RecordInput[]): Promise<number> {
  let waiting = [...inputs];
  let repeated = 0;
  for (const connection of connections) {
    try {
      while (waiting.length > 0) {
        const refused: RecordInput[] = [];
        const slice = waiting.slice(0, 25);
        for await (const { status, line } of bulkOrLose(connection, slice)) {
          assert.ok(status < 300 || status === 503, String(status));
          const input = slice[line - 1];
          if (status === 503 && input !== undefined) refused.push(input);
        }
        repeated += refused.length;
        waiting = [...refused, ...waiting.slice(slice.length)];
      }
      return repeated;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
    }
  }
  throw new Error("no server is left");
}

describe("two servers on PostgreSQL", { skip: postgresMissing }, () => {
  before(async () => {
    server = await startPostgres({ isDurable: true });
    folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("the same persons sent to both at once are the persons of one bulk run, also when one server is killed", async (t) => {
    const { inputs, model } = await smallWorld();
    const { place, key, store } = await newIndex();
    const [one, two] = await startTwo(t, place);
    const random = createRandom(5);
    let answers = 0;
    const work: Promise<unknown>[] = [];
    const onAnswer = (): void => {
      answers += 1;
      if (answers % 60 === 0) work.push(endBackends(random() < 0.7));
      if (answers === 250) work.push(one.kill());
    };
    const [left, right] = [one, two].map(({ url }): Connection => ({ url, key, onAnswer })) as [Connection, Connection];
    const repeated = await Promise.all([
      sendAll([left, right], shuffled(inputs, 1)),
      sendAll([right], shuffled(inputs, 2)),
      sendAll([left, right], shuffled(inputs, 3)),
      sendAll([right], shuffled(inputs, 4)),
    ]);
    await Promise.all(work);
    assert.ok(answers >= 4 * inputs.length - 250);
    const rows = inputs.map(({ source, id, fields }) => ({
      ...(fields as Record<string, string>),
      source,
      unique_id: id,
    }));
    assert.deepEqual(await storedPartition(store), await bulkPartition(model, rows, []));
    for (const { version } of await store.scanRecords(0, 10_000)) assert.equal(version, 1, "nothing is applied twice");
    assert.deepEqual((await verifyIndex({ store, threads: 1 })).differences, []);
    await new FeedFollower().check({ url: two.url, key, onAnswer });
    t.diagnostic(`${repeated.join(" + ")} lines were refused and sent again`);
    await store.close();
  });

  test("nothing acknowledged by either is lost when connections of the database end and a server is killed", async (t) => {
    const { inputs } = await smallWorld();
    const { place, key, store } = await newIndex();
    const [one, two] = await startTwo(t, place);
    const random = createRandom(6);
    const ruled = inputs.slice(0, 16).map(({ id, fields }) => ({ source: "ruled", id, fields }));
    await sendAll([{ url: two.url, key, onAnswer: () => {} }], ruled);
    const client = new RememberingClient(inputs.slice(0, 120), random);
    const ruler = new RememberingRuler(
      ruled.map(({ source, id }) => ({ source, id })),
      random,
    );
    const feed = new FeedFollower();
    let answers = 0;
    const work: Promise<unknown>[] = [];
    const onAnswer = (): void => {
      answers += 1;
      if (answers % 100 === 0) work.push(endBackends(random() < 0.7));
      if (answers === 800) work.push(one.kill());
      if (answers === 2000) work.push(two.kill());
    };
    const [left, right] = [one, two].map(({ url }): Connection => ({ url, key, onAnswer })) as [Connection, Connection];
    const ends = await Promise.allSettled([
      client.one(left, "desk").catch((error: unknown) => {
        if (!(error instanceof ConnectionLost)) throw error;
        return client.one(right, "desk");
      }),
      client.bulk(left, "registry"),
      client.one(right, "clinic"),
      client.bulk(right, "census"),
      ruler.rule(right),
      feed.follow(right),
    ]);
    for (const end of ends) if (end.status === "rejected" && !(end.reason instanceof ConnectionLost)) throw end.reason;
    await Promise.all(work);
    await client.check(store);
    await ruler.check(store);
    assert.deepEqual((await verifyIndex({ store, threads: 1 })).differences, []);
    const last = prepareServer(place, folder);
    t.after(() => last.kill());
    await feed.check({ url: await last.serve(), key, onAnswer: () => {} });
    t.diagnostic(`${client.repeated} changes asked for again, ${feed.cursor} events`);
    await store.close();
  });
});
