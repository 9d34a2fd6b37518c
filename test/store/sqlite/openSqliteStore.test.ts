// What can be wrong with a SQLite file, and who may open it beside whom: each a coded error, nothing lost.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { type Migration, readMigrations } from "../../../src/store/migrations/readMigrations.ts";
import { openStore } from "../../../src/store/openStore.ts";
import { openSqliteStore, type SqliteOptions } from "../../../src/store/sqlite/openSqliteStore.ts";
import { addPeople, auditRow, recordRow } from "../madeUpRows.ts";

const folder = mkdtempSync(join(tmpdir(), "namesake-sqlite-"));
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const newPath = (): string => join(folder, `store-${++count}.db`);
const coded = (code: string) => (error: unknown) => error instanceof NamesakeError && error.code === code;
const open = (path: string, options: Partial<SqliteOptions> = {}) =>
  openSqliteStore({ path, role: "index", create: true, now: Date.now, ...options });

test("a name that is no store's, or leads nowhere, says so", async () => {
  for (const store of [
    "",
    "persons.db",
    "sqlite:",
    "sqlite::memory:",
    "mysql://localhost/x",
    "postgres://[",
    "sqlite:a\0b",
  ]) {
    await assert.rejects(openStore({ store, role: "index", create: true }), coded("STORE_NAME_INVALID"), store);
  }
  await assert.rejects(openStore({ store: `sqlite:${newPath()}`, role: "tool" }), coded("STORE_NOT_FOUND"));
  assert.throws(() => open(join(folder, "no", "folder.db")), coded("STORE_NOT_FOUND"));
  assert.throws(() => open(folder), coded("STORE_NOT_NAMESAKE"));
});

test("a file that is no store is refused and stays as it is", () => {
  const text = newPath();
  writeFileSync(text, "source,id\nnorth,1\n".repeat(100));
  const before = readFileSync(text);
  assert.throws(() => open(text), coded("STORE_NOT_NAMESAKE"));
  assert.deepEqual(readFileSync(text), before);
  const foreign = newPath();
  const database = new DatabaseSync(foreign);
  database.exec("create table records (number integer)");
  database.close();
  assert.throws(() => open(foreign), coded("STORE_NOT_NAMESAKE"));
});

test("a damaged store is refused, not answered from", async () => {
  const path = newPath();
  const store = open(path);
  await addPeople(store, 2000);
  await store.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0x5a, 4096, bytes.length));
  assert.throws(() => open(path), coded("STORE_NOT_NAMESAKE"));
});

test("a second process that keeps the index is refused until the first has ended, even by force", async () => {
  const path = newPath();
  await open(path).close();
  const program = new URL("../writingProcess.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, `sqlite:${path}`], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  await once(child.stdout, "data");
  assert.throws(() => open(path), coded("STORE_IN_USE"));
  const tool = open(path, { role: "tool", create: false });
  assert.equal(typeof (await tool.head()).records, "number");
  await tool.close();
  child.kill("SIGKILL");
  await closed;
  const next = open(path);
  assert.throws(() => open(path), coded("STORE_IN_USE"));
  await next.close();
  await next.close();
});

test("another program's lock refuses writes with a code; reads go on, and writes as soon as it ends", async () => {
  const path = newPath();
  const store = open(path, { lockedMs: 1 });
  await addPeople(store, 1);
  const other = new DatabaseSync(path);
  other.exec("begin immediate");
  await assert.rejects(addPeople(store, 1), coded("STORE_LOCKED"));
  await assert.rejects(store.audit([auditRow(1, [0])]), coded("STORE_LOCKED"));
  assert.equal((await store.head()).records, 1);
  other.exec("rollback");
  other.close();
  await addPeople(store, 1);
  await store.audit([auditRow(1, [0])]);
  assert.equal((await store.head()).records, 2);
  await store.close();
});

test("a full disk refuses the batch whole, and what was there stays", async () => {
  const path = newPath();
  const store = open(path, { pagesMax: 120 });
  await addPeople(store, 3);
  const large = (number: number) => recordRow(number, { fields: JSON.stringify({ note: "x".repeat(10_000) }) });
  const tooMuch = store.write((writer) =>
    writer.putRecords(Array.from({ length: 200 }, (_, index) => large(3 + index))),
  );
  await assert.rejects(tooMuch, coded("STORE_FULL"));
  assert.equal((await store.head()).records, 3);
  const wide = auditRow(
    1,
    Array.from({ length: 100_000 }, (_, person) => person),
  );
  await assert.rejects(store.audit([wide]), coded("STORE_FULL"));
  await assert.rejects(store.writeFile("model", [Buffer.alloc(1 << 20)]), coded("STORE_FULL"));
  await addPeople(store, 1);
  await store.audit([auditRow(1, [0])]);
  await store.close();
  const again = open(path);
  assert.equal((await again.head()).records, 4);
  assert.equal((await again.auditAfter(0, 10)).length, 1);
  await again.close();
});

test("a store that may not be written is refused with a code, to tools too: readers of a write-ahead log write its index", async (context) => {
  const protectedFolder = join(folder, "protected");
  mkdirSync(protectedFolder);
  const path = join(protectedFolder, "store.db");
  await open(path).close();
  if (process.getuid?.() === 0) {
    // Permissions do not bind root, so another user tries.
    chmodSync(folder, 0o755);
    chownSync(protectedFolder, 0, 0);
  }
  for (const place of [path, `${path}-lock`]) chmodSync(place, 0o444);
  chmodSync(protectedFolder, 0o555);
  const module = new URL("../../../src/store/openStore.ts", import.meta.url).href;
  const code = `import { openStore } from ${JSON.stringify(module)};
    const store = process.argv[1];
    const tried = async (action) => action().then(() => "done", (error) => error.code ?? error.message);
    console.log(await tried(() => openStore({ store, role: "index" })));
    console.log(await tried(async () => (await openStore({ store, role: "tool" })).head()));`;
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const child = spawn(process.execPath, ["--input-type=module", "-e", code, `sqlite:${path}`], {
    ...user,
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [printed, failed] = await Promise.all([Array.fromAsync(child.stdout), Array.fromAsync(child.stderr)]);
  chmodSync(protectedFolder, 0o755);
  const problem = Buffer.concat(failed).toString();
  if (/EACCES|Cannot find module|permission denied/i.test(problem)) {
    context.skip("another user may not read this checkout");
    return;
  }
  assert.deepEqual(
    Buffer.concat(printed).toString().trim().split("\n"),
    ["STORE_READ_ONLY", "STORE_READ_ONLY"],
    problem,
  );
});

const [first] = readMigrations("sqlite");
const second: Migration = {
  number: 2,
  name: "notes",
  sql: "create table notes (text text) strict; insert into notes values ('hello')",
};
const migrations = first === undefined ? [] : [first, second];

test("an older store is brought up to date and keeps what it holds; a newer one is refused", async () => {
  const path = newPath();
  const old = open(path);
  await addPeople(old, 3);
  await old.close();
  const current = open(path, { migrations });
  assert.equal((await current.head()).records, 3);
  await current.close();
  const database = new DatabaseSync(path, { readOnly: true });
  assert.equal(database.prepare("select text from notes").get()?.text, "hello");
  assert.deepEqual(
    database
      .prepare("select number, name from migrations")
      .all()
      .map((row) => ({ ...row })),
    [
      { number: 1, name: "initial" },
      { number: 2, name: "notes" },
    ],
  );
  database.close();
  await open(path, { migrations, create: false }).close();
  assert.throws(() => open(path), coded("STORE_NEWER"));
  assert.throws(() => open(path, { role: "tool" }), coded("STORE_NEWER"));
});

test("a migration that fails leaves the store as it was", async () => {
  const path = newPath();
  await open(path).close();
  const broken = [
    ...migrations,
    { number: 3, name: "broken", sql: "create table more (a text); create table notes (b text)" },
  ];
  assert.throws(() => open(path, { migrations: broken }), /notes already exists/);
  const store = open(path);
  await addPeople(store, 1);
  await store.close();
});

test("a tool does not migrate under a running index of an older version", async () => {
  const path = newPath();
  const index = open(path);
  assert.throws(() => open(path, { role: "tool", migrations }), coded("STORE_IN_USE"));
  await index.close();
  await open(path, { role: "tool", migrations }).close();
});

test("chunks of a file that was never finished are gone after the next opening", async () => {
  const path = newPath();
  const store = open(path);
  const stuck = async function* () {
    yield Buffer.from("half");
    await new Promise(() => undefined);
  };
  void store.writeFile("snapshot", stuck());
  await store.writeFile("other", [Buffer.from("whole")]);
  await store.close();
  await open(path).close();
  const database = new DatabaseSync(path, { readOnly: true });
  assert.equal(database.prepare("select count(*) as n from file_chunks").get()?.n, 1);
  assert.equal(database.prepare("select count(*) as n from files").get()?.n, 1);
  database.close();
});

test("a back-up made while the index writes is a store of one moment", async () => {
  const path = newPath();
  const store = open(path);
  await addPeople(store, 2000);
  await store.writeFile("model", [Buffer.alloc(1 << 20, 1)]);
  const copy = newPath();
  let isDone = false;
  const writing = (async () => {
    for (let batches = 0; !isDone || batches < 3; batches++) {
      await addPeople(store, 2);
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await store.backup(copy).finally(() => {
    isDone = true;
  });
  await writing;
  const restored = open(copy, { create: false });
  const { records, cursor, moment } = await restored.head();
  assert.equal(cursor, records);
  assert.equal(records, 2000 + 2 * (moment - 1));
  assert.equal((await restored.scanRecords(0, 1_000_000)).length, records);
  assert.equal((await Array.fromAsync((await restored.readFile("model")) ?? []))[0]?.length, 1 << 20);
  await addPeople(restored, 1);
  await restored.close();
  await assert.rejects(store.backup(copy), coded("STORE_BACKUP_FAILED"));
  await assert.rejects(store.backup(join(folder, "no", "copy.db")), coded("STORE_BACKUP_FAILED"));
  const tool = open(path, { role: "tool" });
  await tool.backup(newPath());
  await tool.close();
  await store.close();
});

test("a write-ahead log cut short by a crash keeps whole batches only", async () => {
  const path = newPath();
  const store = open(path);
  await addPeople(store, 3);
  await addPeople(store, 3);
  // The files as a crash would leave them, the last batch half written.
  const copy = newPath();
  writeFileSync(copy, readFileSync(path));
  const log = readFileSync(`${path}-wal`);
  writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 5000));
  appendFileSync(`${copy}-wal`, Buffer.alloc(100));
  await store.close();
  const left = open(copy);
  const { records, cursor, moment } = await left.head();
  assert.deepEqual({ records, cursor, moment }, { records: 3, cursor: 3, moment: 1 });
  await left.close();
});
