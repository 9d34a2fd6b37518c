// Re-loading with other models and records, and everything in between: identifiers stay where persons persist, a dry run
// counts what the load then does, and every identifier ever given leads to who holds its records now.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import { loadRun } from "../../src/persons/loadRun.ts";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import type { PersonService } from "../../src/persons/personService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { createRandom } from "../../src/shared/random.ts";
import { openStore } from "../../src/store/openStore.ts";
import type { PersonStore, RecordKey } from "../../src/store/personStore.ts";
import { type MadeUpRow, madeUpRecords, shuffled, withoutColumns } from "../linkage/madeUpRecords.ts";
import { nameOf } from "./partition.ts";
import { operator, toInput } from "./smallIndex.ts";
import { writeRows } from "./writeRows.ts";

const rounds = 8;

test("identifiers live through re-trained models, deliveries, withdrawals and rulings", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const rows = withoutColumns(madeUpRecords({ records: 700, seed: 63, errorRate: 3 }), "cluster_id");
  const random = createRandom(63);
  const store = await openStore({ store: `sqlite:${join(folder, "persons.db")}`, role: "index", create: true });
  t.after(() => store.close());
  const lastHeld = new Map<string, Set<string>>();
  for (let round = 0; round < rounds; round += 1) {
    const before = await holdersOf(store);
    const run = await makeRun(join(folder, `run${round}`), shuffled(rows, round).slice(0, 350 + round * 40), round);
    const modelOnly = round % 3 === 2;
    const expected = await loadRun({ run, store, modelOnly, dryRun: true });
    assert.deepEqual(await holdersOf(store), before, "a dry run changes nothing");
    assert.deepEqual(await loadRun({ run, store, modelOnly }), expected, "a dry run tells what the load does");
    const after = await holdersOf(store);
    const identified = new Map([...after].map(([id, records]) => [records.join(" "), id]));
    for (const [id, records] of before) {
      const now = identified.get(records.join(" "));
      assert.ok(now === undefined || now === id, "who has the same records keeps the identifier");
    }
    assert.deepEqual((await verifyIndex({ store, threads: 1 })).differences, []);
    const service = await openPersonService({ store });
    await live(service, store, rows, random);
    for (const [id, records] of [...after, ...(await holdersOf(store))]) lastHeld.set(id, new Set(records));
    await checkAll(service, store);
    await service.close();
  }
  assert.ok(lastHeld.size > (await holdersOf(store)).size, "some persons are gone");
});

test("a re-load leaves the doubtful pairs that a first load of the same run has", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const rows = withoutColumns(madeUpRecords({ records: 600, seed: 41, errorRate: 2 }), "cluster_id");
  const [half, whole] = [
    await makeRun(join(folder, "half"), rows.slice(0, 300), 1),
    await makeRun(join(folder, "whole"), rows, 0),
  ];
  const found: string[][] = [];
  for (const [place, runs] of [[whole], [half, whole]].entries()) {
    const store = await openStore({ store: `sqlite:${join(folder, `${place}.db`)}`, role: "index", create: true });
    for (const run of runs) await loadRun({ run, store });
    const records = await store.scanRecords(0, 10_000);
    const reviews = (await store.openReviews(10_000, null)).filter(({ kind }) => kind === "doubtful");
    // Of pairs that are equally likely, either may stand for the two persons.
    const personAt = (number: number): string =>
      records
        .filter(({ person }) => person === records[number]?.person)
        .map(nameOf)
        .sort()
        .join(" ");
    found.push(reviews.map((one) => `${one.records.map(personAt).sort().join(" | ")} ${one.harm.toFixed(6)}`).sort());
    await store.close();
  }
  assert.ok((found[0] ?? []).length > 0);
  assert.deepEqual(found[1], found[0]);
});

/** Some of all that happens between two loads. */
async function live(service: PersonService, store: PersonStore, rows: readonly MadeUpRow[], random: () => number) {
  const keys = shuffled(await store.scanRecords(0, 10_000), Math.floor(random() * 1000));
  const present = keys.filter(({ isWithdrawn }) => !isWithdrawn).map(({ source, id }): RecordKey => ({ source, id }));
  for (const key of present.slice(0, 15)) await service.withdrawRecord(operator, key);
  for (let i = 20; i < 50; i += 2) {
    const [left, right] = [present[i], present[i + 1]];
    if (left === undefined || right === undefined) break;
    const decision = { kind: i % 4 === 0 ? "same" : "different", left, right, reason: "test" } as const;
    const { id } = await service.decide(operator, decision);
    if (random() < 0.5) await service.withdrawDecision(operator, id);
  }
  const delivered = shuffled(rows, Math.floor(random() * 1000)).slice(0, 60);
  await service.putRecords(
    operator,
    delivered.map((row) => toInput(random() < 0.5 ? row : { ...row, surname: rows[5]?.surname ?? "" })),
  );
}

/** Current persons by identifier, with the names of their records. */
async function holdersOf(store: PersonStore): Promise<Map<string, string[]>> {
  const persons = await store.scanPersons(0, 100_000);
  const holders = new Map<string, string[]>();
  for (const row of await store.scanRecords(0, 100_000)) {
    const id = persons[row.person]?.id;
    if (id !== undefined) holders.set(id, [...(holders.get(id) ?? []), nameOf(row)].sort());
  }
  return holders;
}

/** Every identifier ever given: current ones answer, others lead in one step to those that hold what they held last. */
async function checkAll(service: PersonService, store: PersonStore): Promise<void> {
  const persons = await store.scanPersons(0, 100_000);
  assert.equal(new Set(persons.map(({ id }) => id)).size, persons.length, "identifiers are never given twice");
  const records = await store.scanRecords(0, 100_000);
  for (const { id, number } of persons) {
    const answer = await service.getPerson(operator, id);
    const memberships = await store.membershipsOfPersons([number]);
    const isCurrent = memberships.some(({ to }) => to === null);
    assert.equal("gone" in answer, !isCurrent);
    if (!("gone" in answer)) continue;
    const until = Math.max(...memberships.map(({ to }) => to ?? 0));
    const held = memberships.filter(({ to }) => to === until).map(({ record }) => records[record]?.person ?? -1);
    const holders = new Set(held.filter((person) => person >= 0).map((person) => persons[person]?.id));
    const told = answer.gone === "merged" ? [answer.survivor] : (answer.successors ?? []);
    assert.deepEqual(new Set(told), holders);
  }
}

async function makeRun(path: string, rows: readonly MadeUpRow[], seed: number): Promise<string> {
  await writeRows(`${path}.csv`, rows);
  const favour = (["balance", "precision", "recall"] as const)[seed % 3] ?? "balance";
  const options = { idColumn: "unique_id", sourceColumn: "source", threads: 1, favour };
  await (await link({ input: `${path}.csv`, ...options })).write({ out: path });
  return path;
}
