// Law: what a run was told to obey is a fact of the index that is loaded from it, so its persons are the run's clusters,
// come out of facts again, and are without a ruling that is withdrawn as if it had never been.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import type { RecordDecision } from "../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import { loadRun } from "../../src/persons/loadRun.ts";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { openStore } from "../../src/store/openStore.ts";
import type { PersonStore } from "../../src/store/personStore.ts";
import { madeUpRecords, withoutColumns } from "../linkage/madeUpRecords.ts";
import { storedPartition } from "./partition.ts";
import { operator } from "./smallIndex.ts";

let folder: string;
let input: string;
let free: LinkRun;
let ruled: LinkRun;
let decisions: RecordDecision[];
let stores = 0;

const base = { idColumn: "unique_id", sourceColumn: "source", threads: 1 };
const modelOf = (): string => join(folder, "free", "model.json");

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  const rows = withoutColumns(madeUpRecords({ records: 300, seed: 61, errorRate: 1 }), "cluster_id");
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => `"${(row[name] ?? "").replaceAll('"', '""')}"`).join(","));
  input = join(folder, "people.csv");
  await writeFile(input, `${[names.join(","), ...lines].join("\n")}\n`);
  free = await link({ input, ...base });
  await free.write({ out: join(folder, "free") });
  const clusters = partitionOf(free);
  const [pair = []] = clusters.filter(({ length }) => length >= 2);
  const [one = [], two = []] = clusters.filter(({ length }) => length === 1);
  decisions = [
    { kind: "different", left: keyOf(pair[0]), right: keyOf(pair[1]), reason: 'Twins, "both" came, together' },
    { kind: "same", left: keyOf(one[0]), right: keyOf(two[0]) },
  ];
  ruled = await link({ input, ...base, model: modelOf(), decisions });
  await ruled.write({ out: join(folder, "ruled") });
});
after(() => rm(folder, { recursive: true, force: true }));

const partitionOf = (run: LinkRun): string[][] => {
  const members = new Map<string, string[]>();
  for (const { source, recordId, clusterId } of run.clusters())
    members.set(clusterId, [...(members.get(clusterId) ?? []), `${source}\u0000${recordId}`]);
  return [...members.values()];
};

const keyOf = (name = ""): { source: string; id: string } => {
  const [source = "", id = ""] = name.split("\u0000");
  return { source, id };
};

const newStore = (): Promise<PersonStore> => {
  stores += 1;
  return openStore({ store: `sqlite:${join(folder, `${stores}.db`)}`, role: "index", create: true });
};

/** Groups of "source id" in one order, of the store or of a run. */
async function groupsOf(store: PersonStore): Promise<string[]> {
  const groups = new Map<number, string[]>();
  for (const { source, id, person } of await store.scanRecords(0, 10_000))
    groups.set(person, [...(groups.get(person) ?? []), `${source}\u0000${id}`]);
  return inOrder([...groups.values()]);
}
const inOrder = (groups: readonly string[][]): string[] => groups.map((group) => [...group].sort().join(" ")).sort();

test("an index loaded from a run that obeyed decisions has its clusters, and the decisions with their reasons", async () => {
  const store = await newStore();
  await loadRun({ run: join(folder, "ruled"), store });
  assert.notDeepEqual(inOrder(partitionOf(ruled)), inOrder(partitionOf(free)));
  assert.deepEqual(await groupsOf(store), inOrder(partitionOf(ruled)));
  const rows = await store.decisionsAfter(-1);
  assert.deepEqual(
    rows.map(({ kind, reason, client }) => ({ kind, reason, client })),
    decisions.map(({ kind, reason = "" }) => ({ kind, reason, client: 0 })),
  );
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  await loadRun({ run: join(folder, "ruled"), store });
  assert.equal((await store.decisionsAfter(-1)).length, 2, "a load that is repeated rules nothing anew");

  const was = await storedPartition(store);
  const service = await openPersonService({ store });
  for (const { id } of rows) await service.withdrawDecision(operator, id);
  assert.deepEqual(await groupsOf(store), inOrder(partitionOf(free)), "as if it had never been");
  await service.close();
  await loadRun({ run: join(folder, "ruled"), store });
  assert.deepEqual(await storedPartition(store), was, "a run rules anew on what was withdrawn");
  await store.close();
});

test("they come with a re-load too, unless the index has been told otherwise", async () => {
  const store = await newStore();
  await loadRun({ run: join(folder, "free"), store });
  await loadRun({ run: join(folder, "ruled"), store });
  assert.deepEqual(await groupsOf(store), inOrder(partitionOf(ruled)));
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  await store.close();

  const other = await newStore();
  await loadRun({ run: join(folder, "free"), store: other });
  const service = await openPersonService({ store: other });
  const [first] = decisions;
  assert.ok(first);
  await service.decide(operator, {
    kind: "same",
    left: keyOf(nameOf(first.left)),
    right: keyOf(nameOf(first.right)),
    reason: "",
  });
  await service.close();
  const was = await groupsOf(other);
  await assert.rejects(loadRun({ run: join(folder, "ruled"), store: other }), { code: "DECISIONS_CONTRADICT" });
  assert.deepEqual(await groupsOf(other), was, "nothing of the run is in the index");
  await other.close();
});

const nameOf = ({ source = "", id }: { source?: string; id: string }): string => `${source}\u0000${id}`;

test("a folder without the decisions that its run obeyed is refused", async () => {
  const store = await newStore();
  await ruled.write({ out: join(folder, "older") });
  await rm(join(folder, "older", "obeyed-decisions.csv"));
  await assert.rejects(loadRun({ run: join(folder, "older"), store }), { code: "RUN_INVALID" });
  assert.equal((await store.head()).records, 0);
  await store.close();
});

test("the decisions of a run's folder can be given to another run", async () => {
  const again = await link({
    input,
    ...base,
    model: modelOf(),
    decisions: join(folder, "ruled", "obeyed-decisions.csv"),
  });
  assert.deepEqual(inOrder(partitionOf(again)), inOrder(partitionOf(ruled)));
});
