// What only a server can do to a store: connections that end, crashes, other processes that write, users who may not.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { type Migration, readMigrations } from "../../../src/store/migrations/readMigrations.ts";
import { openStore } from "../../../src/store/openStore.ts";
import type { PersonStore } from "../../../src/store/personStore.ts";
import { openPostgresStore } from "../../../src/store/postgres/openPostgresStore.ts";
import { type PostgresServer, postgresMissing, startPostgres } from "../../support/startPostgres.ts";
import { addPeople, auditRow, writePeople } from "../madeUpRows.ts";
import { checkWritten, runWritingProcess } from "../runWritingProcess.ts";

let server: PostgresServer;

const coded = (code: string) => (error: unknown) => error instanceof NamesakeError && error.code === code;
const open = (store: string) => openStore({ store, role: "index", create: true });

/** Runs a statement as the administrator. */
async function administer(sql: string): Promise<number> {
  const client = new pg.Client(server.url);
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const endBackends = (condition: string) =>
  administer(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'namesake' and ${condition}`,
  );

describe("a store on PostgreSQL", { skip: postgresMissing }, () => {
  before(async () => {
    server = await startPostgres({ isDurable: true });
  });
  after(() => server.stop());

  test("a backend killed in the middle of a batch: an error, nothing kept, and the next batch works", async () => {
    const store = await open(server.newStore());
    await addPeople(store, 1);
    const killed = store.write(async (writer) => {
      await writePeople(writer, [1, 2], 1);
      assert.equal(await endBackends("state = 'idle in transaction'"), 1);
      await writer.setSetting("after", "the kill");
    });
    await assert.rejects(killed, coded("STORE_UNAVAILABLE"));
    assert.equal((await store.head()).records, 1);
    const atCommit = store.write(async (writer) => {
      await writePeople(writer, [1, 2], 1);
      await endBackends("state = 'idle in transaction'");
    });
    await assert.rejects(atCommit, coded("STORE_UNAVAILABLE"));
    await addPeople(store, 2);
    assert.deepEqual(
      (await store.eventsAfter(0, 10)).map(({ cursor }) => cursor),
      [1, 2, 3],
    );
    await store.close();
  });

  test("reads and audit rows go on after all idle connections were ended", async () => {
    const store = await open(server.newStore());
    await addPeople(store, 1);
    await Promise.all(Array.from({ length: 8 }, () => store.head()));
    assert.ok((await endBackends("true")) > 1);
    assert.equal((await store.head()).records, 1);
    assert.equal((await store.recordsByNumber([0]))[0]?.number, 0);
    await store.audit([auditRow(1, [0])]);
    await addPeople(store, 1);
    await store.close();
  });

  test("the server crashes and comes back: what was acknowledged is there, and the store works on", async () => {
    const store = await open(server.newStore());
    const acknowledged = { records: [] as number[], audited: [] as number[] };
    acknowledged.records.push(...(await addPeople(store, 3)));
    await store.audit([auditRow(1, [5])]);
    acknowledged.audited.push(5);
    const broken = store.write(async (writer) => {
      await writePeople(writer, [3, 4, 5], 3);
      await server.crashAndRestart();
    });
    await assert.rejects(broken, coded("STORE_UNAVAILABLE"));
    await checkWritten(store, acknowledged);
    acknowledged.records.push(...(await addPeople(store, 3)));
    await checkWritten(store, acknowledged);
    await store.close();
  });

  test("two processes write at once: every batch whole, numbers and cursors without gaps", async () => {
    const name = server.newStore();
    const store = await open(name);
    const [first, second] = await Promise.all([
      runWritingProcess(name, { batches: 40 }),
      runWritingProcess(name, { batches: 40 }),
    ]);
    assert.deepEqual([first.status, second.status], [0, 0]);
    const records = [...first.records, ...second.records];
    assert.deepEqual(
      records.toSorted((a, b) => a - b),
      [...records.keys()],
    );
    assert.equal(records.length, 240);
    await checkWritten(store, { records, audited: [...first.audited, ...second.audited] });
    assert.equal((await store.auditAfter(0, 1000)).length, 80);
    await store.close();
  });

  test("a process is killed while another writes: the other goes on", async () => {
    const name = server.newStore();
    const store = await open(name);
    const [killed, other] = await Promise.all([
      runWritingProcess(name, { killAfter: 15 }),
      runWritingProcess(name, { batches: 30 }),
    ]);
    assert.equal(other.status, 0);
    const records = [...killed.records, ...other.records];
    await checkWritten(store, { records, audited: [...killed.audited, ...other.audited] });
    await store.close();
  });

  test("a commit whose answer is lost on the way is not reported as failed", async () => {
    const address = new URL(server.newStore());
    await (await open(address.href)).close();
    const proxy = await startLossyProxy(Number(address.port));
    address.port = String(proxy.port);
    const store = await open(address.href);
    proxy.loseAnswerTo("; commit");
    const numbers = await addPeople(store, 2);
    assert.deepEqual(numbers, [0, 1]);
    assert.equal(proxy.lost(), 1);
    assert.equal((await store.head()).records, 2);
    await store.close();
    proxy.close();
  });

  test("waiting ends when another store object commits, also one that was not yet waited for", async () => {
    const name = server.newStore();
    const [first, second] = [await open(name), await open(name)];
    await first.waitForChange(1_000_000);
    const waiting = first.waitForChange(1_000_000);
    await addPeople(second, 1);
    await waiting;
    await addPeople(second, 1);
    await first.waitForChange(1_000_000);
    const abort = new AbortController();
    let isAwake = false;
    const own = first.waitForChange(1_000_000, abort.signal).then(() => {
      isAwake = true;
    });
    await addPeople(first, 1);
    for (let turns = 0; turns < 20; turns++) await first.head();
    assert.equal(isAwake, false, "its own commit wakes nobody");
    abort.abort();
    await own;
    const closed = first.waitForChange(1_000_000);
    await first.close();
    await closed;
    await second.close();
  });

  test("stores of one database do not see each other", async () => {
    const [first, second] = [await open(server.newStore()), await open(server.newStore())];
    await addPeople(first, 2);
    await first.write(async (writer) => {
      await writer.setSetting("a", "1");
      await addPeople(second, 1);
    });
    assert.equal((await second.head()).records, 1);
    assert.equal(await second.setting("a"), null);
    await first.close();
    await second.close();
  });

  test("a wrong password, port, database or schema is a coded error that holds no password", async () => {
    const secret = new URL(server.url).password;
    const altered = (change: (url: URL) => void) => {
      const url = new URL(server.newStore());
      change(url);
      return url.href;
    };
    const cases: [string, string][] = [
      [
        altered((url) => {
          url.password = "wrong-secret";
        }),
        "STORE_UNAVAILABLE",
      ],
      [
        altered((url) => {
          url.port = "1";
        }),
        "STORE_UNAVAILABLE",
      ],
      [
        altered((url) => {
          url.pathname = "/nowhere";
        }),
        "STORE_NOT_FOUND",
      ],
      [
        altered((url) => {
          url.searchParams.set("schema", 'x"; drop schema public');
        }),
        "STORE_NAME_INVALID",
      ],
      [
        altered((url) => {
          url.host = "host.invalid";
        }),
        "STORE_UNAVAILABLE",
      ],
    ];
    for (const [name, code] of cases) {
      const error = await open(name).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      assert.ok(coded(code)(error), `${code}: ${String(error)}`);
      const shown = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;
      for (const word of [secret, "wrong-secret"]) assert.ok(!shown.includes(word), code);
    }
  });

  test("a schema that holds other tables is refused and stays as it is", async () => {
    await administer("create schema other; create table other.records (name text)");
    await assert.rejects(open(`${server.url}?schema=other`), coded("STORE_NOT_NAMESAKE"));
    assert.equal(await administer("select 1 from information_schema.tables where table_schema = 'other'"), 1);
  });

  test("a user who may only read is refused writes with a code", async () => {
    const name = new URL(server.newStore());
    const schema = name.searchParams.get("schema");
    await (await open(name.href)).close();
    await administer(`create role reader login password 'reads'; grant usage on schema ${schema} to reader;
      grant select on all tables in schema ${schema} to reader`);
    name.username = "reader";
    name.password = "reads";
    const store = await openStore({ store: name.href, role: "tool" });
    assert.equal((await store.head()).records, 0);
    await assert.rejects(addPeople(store, 1), coded("STORE_READ_ONLY"));
    await assert.rejects(store.audit([auditRow(1, [0])]), coded("STORE_READ_ONLY"));
    await store.close();
  });

  test("an older store is brought up to date and a newer one refused; a migration that fails changes nothing", async () => {
    const name = server.newStore();
    const options = { store: name, create: true, now: Date.now };
    const first = await openPostgresStore(options);
    await addPeople(first, 3);
    await first.close();
    const [initial] = readMigrations("postgres");
    assert.ok(initial);
    const broken: Migration = {
      number: 2,
      name: "broken",
      sql: "create table more (a int); create table records (b int)",
    };
    await assert.rejects(openPostgresStore({ ...options, migrations: [initial, broken] }), coded("STORE_NOT_NAMESAKE"));
    const notes: Migration = { number: 2, name: "notes", sql: "create table more (a int)" };
    const opening = () => openPostgresStore({ ...options, create: false, migrations: [initial, notes] });
    const opened = await Promise.all([opening(), opening()]);
    for (const store of opened) {
      assert.equal((await store.head()).records, 3);
      await store.close();
    }
    await assert.rejects(openPostgresStore(options), coded("STORE_NEWER"));
  });

  test("a back-up is left to PostgreSQL's own tools, and says so", async () => {
    const store: PersonStore = await open(server.newStore());
    await assert.rejects(
      store.backup("copy.db"),
      (error) => coded("STORE_BACKUP_FAILED")(error) && /pg_dump/.test(String(error)),
    );
    await store.close();
  });
});

/** A way to the server that loses connections: once a statement with the text given went through, its answer does not. */
async function startLossyProxy(port: number) {
  let text: string | null = null;
  let lost = 0;
  const proxy = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    let isLosing = false;
    client.on("data", (bytes) => {
      if (text !== null && bytes.includes(text)) {
        text = null;
        isLosing = true;
        lost++;
      }
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (isLosing) client.destroy();
      else client.write(bytes);
    });
    for (const socket of [client, upstream]) socket.on("error", () => undefined);
    client.on("close", () => upstream.end());
    upstream.on("close", () => client.destroy());
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  return {
    port: typeof address === "object" ? (address?.port ?? 0) : 0,
    loseAnswerTo: (statement: string) => {
      text = statement;
    },
    lost: () => lost,
    close: () => proxy.close(),
  };
}
