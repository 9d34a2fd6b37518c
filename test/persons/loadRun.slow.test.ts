// A bulk run becomes an index; a further run or model keeps identifiers where persons persist.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import { exportPersons } from "../../src/persons/exportPersons.ts";
import { loadRun } from "../../src/persons/loadRun.ts";
import { openMirror } from "../../src/persons/mirror/openMirror.ts";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { openStore } from "../../src/store/openStore.ts";
import type { PersonStore } from "../../src/store/personStore.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "../linkage/madeUpRecords.ts";
import { recordsOfWaves } from "../linkage/standardise/recordsOfWaves.ts";
import { caller, operator, toInput } from "./smallIndex.ts";

let folder: string;
let rows: MadeUpRow[];
let stores = 0;

const toCsv = (list: readonly MadeUpRow[]): string => {
  const names = Object.keys(list[0] ?? {});
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `${[names, ...list.map((row) => names.map((name) => row[name] ?? ""))].map((cells) => cells.map(quote).join(",")).join("\n")}\n`;
};

async function makeRun(
  name: string,
  list: readonly MadeUpRow[],
  model?: string,
  columns: { readonly idColumn: string; readonly sourceColumn?: string } = {
    idColumn: "unique_id",
    sourceColumn: "source",
  },
): Promise<string> {
  const input = join(folder, `${name}.csv`);
  await writeFile(input, toCsv(list));
  const run = await link({
    input,
    ...columns,
    threads: 1,
    ...(model === undefined ? {} : { model }),
  });
  await run.write({ out: join(folder, name) });
  return join(folder, name);
}

const newStore = (): Promise<PersonStore> => {
  stores += 1;
  return openStore({ store: `sqlite:${join(folder, `${stores}.db`)}`, role: "index", create: true });
};

const personIds = async (store: PersonStore): Promise<Map<string, string>> => {
  const persons = await store.scanPersons(0, 10_000);
  const records = await store.scanRecords(0, 10_000);
  return new Map(records.map(({ source, id, person }) => [`${source}:${id}`, persons[person]?.id ?? ""]));
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  rows = withoutColumns(madeUpRecords({ records: 500, seed: 41, errorRate: 2 }), "cluster_id");
  await makeRun("first", rows.slice(0, 300));
});
after(() => rm(folder, { recursive: true, force: true }));

test("a run's records and clusters are the index, which takes its records as known", async () => {
  const store = await newStore();
  const run = join(folder, "first");
  assert.deepEqual(
    { ...(await loadRun({ run, store, dryRun: true })), persons: 0, created: 0 },
    { records: 300, persons: 0, created: 0, merged: 0, split: 0, stayed: 0, keptWithdrawn: 0, comparesAllPairs: true },
  );
  assert.equal((await store.head()).moment, 0, "a dry run leaves nothing");
  const outcome = await loadRun({ run, store });
  const { live } = (await openMirror(store)).mirror;
  const rowsOf = Array.from({ length: live.count }, (_, record) => live.parts.rows.rowOf(record));
  assert.ok(
    rowsOf.every((row) => live.parts.links.memory.isKnown(row)),
    "links of the run are not searched again",
  );
  const summary = JSON.parse(await readFile(join(run, "summary.json"), "utf8")) as { clusters: number };
  assert.equal(outcome.persons, summary.clusters);
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  const reviews = await store.openReviews(1000, null);
  assert.ok(reviews.length > 0, "doubtful pairs of the run are reviews");
  for (const { kind, records } of reviews) {
    const found = await store.recordsByNumber(records);
    assert.equal(found[0]?.person !== found[1]?.person, kind === "doubtful");
  }
  const service = await openPersonService({ store });
  const answers = await service.putRecords(operator, rows.slice(0, 300).map(toInput));
  assert.ok(answers.every((answer) => !(answer instanceof Error) && answer.outcome === "unchanged"));
  await service.putRecords(operator, rows.slice(300).map(toInput));
  await service.close();
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  await store.close();
});

test("where a column serves as source, what comes later is told apart by it", async () => {
  const store = await newStore();
  const all = withoutColumns(recordsOfWaves(300, true), "person");
  const early = all.filter((_, index) => index % 4 > 0);
  const run = await makeRun("waves", early, undefined, { idColumn: "id" });
  await loadRun({ run, store });
  const { live } = (await openMirror(store)).mirror;
  assert.equal(live.model.sourcesBy?.column, "round");
  assert.ok(live.model.clustering.isOnePerSource);
  const service = await openPersonService({ store });
  const inputs = all.map(({ id = "", ...fields }) => ({ source: "waves", id, fields }));
  const changed = inputs.map(({ fields, ...key }, index) => {
    const round = fields["round"] === "2019" ? "2021" : "2019";
    return { ...key, fields: index % 50 === 1 ? { ...fields, round } : fields };
  });
  for (const list of [inputs, changed]) await service.putRecords(operator, list);
  await service.close();
  const verified = await verifyIndex({ store });
  assert.deepEqual(verified.differences, []);
  assert.equal(verified.records, all.length);
  await store.close();
});

test("withdrawn records stay so through a re-load, unless the run has something new of them", async () => {
  const store = await newStore();
  const run = join(folder, "first");
  await loadRun({ run, store });
  const service = await openPersonService({ store });
  const keys = rows.slice(0, 3).map((row) => ({ source: row.source ?? "", id: row.unique_id ?? "" }));
  for (const key of keys) await service.withdrawRecord(operator, key);
  await service.close();
  const withdrawn = async () => (await store.recordsByKey(keys)).map((row) => row?.isWithdrawn);
  const again = await loadRun({ run, store });
  assert.deepEqual([again.records, again.keptWithdrawn], [297, 3]);
  assert.deepEqual(await withdrawn(), [true, true, true]);
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  const renamed = { ...rows[0], surname: "Okonkwo-Lindqvist" };
  const newer = await makeRun("newer", [renamed, ...rows.slice(1, 300)]);
  const planned = await loadRun({ run: newer, store, dryRun: true });
  const outcome = await loadRun({ run: newer, store });
  assert.deepEqual(outcome, planned);
  assert.deepEqual([outcome.records, outcome.keptWithdrawn], [298, 2]);
  assert.deepEqual(await withdrawn(), [false, true, true]);
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  await store.close();
});

test("what stands out among persons is for review after a load and a re-load, until it is over", async () => {
  // A model that puts together what contradicts itself, and somebody who is known forty times.
  const low = join(folder, "low");
  await cp(join(folder, "first"), low, { recursive: true });
  const model = JSON.parse(await readFile(join(low, "model.json"), "utf8")) as { thresholds: object };
  const at = (logOdds: number) => ({ logOdds });
  model.thresholds = { link: at(-12), review: at(-13), component: at(-14) };
  await writeFile(join(low, "model.json"), JSON.stringify(model));
  const many = Array.from({ length: 40 }, (_, i) => ({
    ...rows[0],
    unique_id: `many ${i}`,
    address_line_1: `${i} Acacia Road`,
  }));
  const run = await makeRun("crowd", [...rows.slice(0, 300), ...many], join(low, "model.json"));
  const store = await newStore();
  await loadRun({ run: join(folder, "first"), store });
  await loadRun({ run, store });
  const kinds = async () => {
    const open = await store.openReviews(10_000, null);
    for (const { kind, records } of open) {
      const persons = new Set((await store.recordsByNumber(records)).map((row) => row?.person));
      assert.ok(kind === "doubtful" || kind === "split" || persons.size === 1, kind);
    }
    return new Set(open.map(({ kind }) => kind));
  };
  const found = await kinds();
  for (const kind of ["contradictory", "large"]) assert.ok(found.has(kind), `${[...found]} has ${kind}`);
  await loadRun({ run: join(folder, "first"), store, modelOnly: true });
  const after = await kinds();
  assert.ok(after.has("split"), `${[...after]}`);
  const fresh = await newStore();
  await loadRun({ run, store: fresh });
  const first = new Set((await fresh.openReviews(10_000, null)).map(({ kind }) => kind));
  for (const kind of ["contradictory", "large"]) assert.ok(first.has(kind), `${[...first]} has ${kind}`);
  await Promise.all([store.close(), fresh.close()]);
});

test("a larger run later adds its records and keeps identifiers", async () => {
  const store = await newStore();
  await loadRun({ run: join(folder, "first"), store });
  const was = await personIds(store);
  const run = await makeRun("second", rows);
  const planned = await loadRun({ run, store, dryRun: true });
  assert.deepEqual(await personIds(store), was);
  const outcome = await loadRun({ run, store });
  assert.deepEqual(outcome, planned);
  assert.equal(outcome.records, 500);
  const now = await personIds(store);
  const kept = [...was].filter(([record, id]) => now.get(record) === id).length;
  assert.ok(kept > was.size * 0.9, `${kept} of ${was.size} records keep their person's identifier`);
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  const again = await loadRun({ run, store });
  assert.deepEqual([again.created, again.merged, again.split, again.stayed], [0, 0, 0, outcome.persons]);
  await store.close();
});

test("the model alone makes an empty index; with records, these are resolved anew", async () => {
  const store = await newStore();
  assert.equal((await loadRun({ run: join(folder, "first"), store, modelOnly: true })).records, 0);
  const service = await openPersonService({ store });
  const fields = new Set(service.knownFields());
  const inputs = rows.slice(0, 120).map(toInput);
  const known = inputs.map((input) => ({
    ...input,
    fields: Object.fromEntries(Object.entries(input.fields).filter(([name]) => fields.has(name))),
  }));
  const answers = await service.putRecords(operator, known);
  assert.ok(answers.every((answer) => !(answer instanceof Error)));
  await service.close();
  await makeRun("third", rows.slice(150));
  const outcome = await loadRun({ run: join(folder, "third"), store, modelOnly: true });
  assert.equal(outcome.records, 120);
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  await store.close();
});

test("the export is in canonical order, whole, seen by who may, and on record", async () => {
  const store = await newStore();
  const { persons } = await loadRun({ run: join(folder, "first"), store });
  const out = join(folder, "export.csv");
  assert.deepEqual(await exportPersons(operator, { store, out }), { records: 300, persons });
  const lines = (await readFile(out, "utf8")).trimEnd().split("\n");
  assert.equal(lines[0], "source,record_id,person_id");
  assert.deepEqual(lines.slice(1), [...lines.slice(1)].sort());
  await assert.rejects(exportPersons(operator, { store, out }), { code: "OUTPUT_EXISTS" });
  const narrow = caller(2, { sources: new Set(["visa"]) });
  const parquet = join(folder, "export.parquet");
  const seen = await exportPersons(narrow, { store, out: parquet });
  assert.equal(seen.records, lines.filter((line) => line.startsWith("visa,")).length);
  const [audited] = (await store.auditAfter(0, 10)).filter(({ client }) => client === 2);
  assert.equal(audited?.records.length, seen.records);
  await store.close();
});

test("a folder that is no run is refused, and so is one whose inputs have changed", async () => {
  const store = await newStore();
  await assert.rejects(loadRun({ run: join(folder, "nowhere"), store }), { code: "RUN_INVALID" });
  const run = await makeRun("moved", rows.slice(0, 100));
  await writeFile(join(folder, "moved.csv"), toCsv(rows.slice(0, 99)));
  await assert.rejects(loadRun({ run, store }), { code: "RUN_INVALID" });
  assert.equal((await store.head()).records, 0);
  await assert.rejects(openPersonService({ store }), { code: "MODEL_MISSING" });
  await store.close();
});
