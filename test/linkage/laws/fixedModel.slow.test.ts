// Under a fixed model the score of a pair is a function of the two records, and a cluster of its component: whatever other
// records come or go.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { link } from "../../../src/linkage/link.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "../madeUpRecords.ts";

let rows = withoutColumns(madeUpRecords({ records: 260, seed: 17, errorRate: 2 }), "cluster_id", "source");
let folder = "";
let whole: LinkRun;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  const trained = await link({ input: rows, idColumn: "unique_id", threads: 1 });
  await trained.write({ out: join(folder, "run") });
  rows = withoutIdentical(trained);
  whole = await score(rows);
});
after(() => rm(folder, { recursive: true, force: true }));

/** The rows but for those that are identical to one before them: each pair of rows is a pair of records then. */
function withoutIdentical({ facts: { read, collapsed } }: LinkRun): MadeUpRow[] {
  const firsts = new Set<string>();
  collapsed.rowOf.forEach((row, record) => {
    if (collapsed.rowOf.indexOf(row) === record) firsts.add(read.table.recordIds.at(record));
  });
  return rows.filter(({ unique_id = "" }) => firsts.has(unique_id));
}

const score = (input: readonly MadeUpRow[]): Promise<LinkRun> =>
  link({ input, idColumn: "unique_id", threads: 1, model: join(folder, "run", "model.json") });

/** Log odds of the links by the identifiers of their records, those with `isKept` identifiers alone. */
function linksOf(run: LinkRun, isKept: (id: string) => boolean): Map<string, number> {
  const { scored, collapsed, read } = run.facts;
  const firstOfRow = new Map<number, string>();
  collapsed.rowOf.forEach((row, record) => {
    if (!firstOfRow.has(row)) firstOfRow.set(row, read.table.recordIds.at(record));
  });
  const found = new Map<string, number>();
  for (let i = 0; i < scored.links.count; i += 1) {
    const pair = [scored.links.left[i] ?? -1, scored.links.right[i] ?? -1].map((row) => firstOfRow.get(row) ?? "");
    if (pair.every(isKept)) found.set(pair.join(" "), scored.links.logOdds[i] ?? 0);
  }
  return found;
}

function clustersOf(run: LinkRun): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { recordId, clusterId } of run.clusters()) {
    members.set(clusterId, [...(members.get(clusterId) ?? []), recordId]);
  }
  return members;
}

async function assertSameLinks(kept: readonly MadeUpRow[]): Promise<void> {
  const ids = new Set(kept.map(({ unique_id = "" }) => unique_id));
  const part = await score(kept);
  const isKept = (id: string): boolean => ids.has(id);
  assert.deepEqual(linksOf(part, isKept), linksOf(whole, isKept));
}

test("the weight of a pair does not depend on what other records there are", async () => {
  assert.ok(whole.facts.collapsed.records.multiplicity === null, "no two records are identical");
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.nat({ max: 4 }), (step, from) =>
      assertSameLinks(rows.filter((_, i) => i % step !== from % step)),
    ),
    { numRuns: 8 },
  );
});

test("the weight of a pair stays where no record at hand has a middle name, a document or an e-mail address", async () => {
  await assertSameLinks(rows.filter(({ middle_name }) => middle_name === ""));
  await assertSameLinks(
    rows.filter(({ national_id, document_number }) => national_id === "" && document_number === ""),
  );
  await assertSameLinks(rows.filter(({ email }) => email === ""));
});

test("columns that are not there at all count as missing", async () => {
  const kept = rows.filter(({ middle_name, email }) => middle_name === "" && email === "");
  await assertSameLinks(withoutColumns(kept, "middle_name", "email"));
});

test("a record changes no cluster that it has no link to", async () => {
  const clusters = clustersOf(whole);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 249 }), async (removed) => {
      const gone = rows[removed]?.unique_id ?? "";
      const reached = componentOf(whole, gone);
      const left = clustersOf(await score(rows.filter(({ unique_id }) => unique_id !== gone)));
      for (const [id, members] of clusters) {
        if (members.some((member) => reached.has(member))) continue;
        assert.deepEqual(left.get(id), members);
      }
    }),
    { numRuns: 10 },
  );
});

test("a component on its own is clustered as among all others", async () => {
  const clusters = clustersOf(whole);
  const large = [...clusters.values()].filter((members) => members.length > 2).slice(0, 5);
  for (const [first = ""] of large) {
    const reached = componentOf(whole, first);
    const alone = clustersOf(await score(rows.filter(({ unique_id = "" }) => reached.has(unique_id))));
    for (const [id, members] of alone) assert.deepEqual(clusters.get(id), members);
  }
});

/** Identifiers of the records that links of the run lead to from `id`, itself included. */
function componentOf(run: LinkRun, id: string): ReadonlySet<string> {
  const pairs = [...linksOf(run, () => true).keys()].map((pair) => pair.split(" "));
  const reached = new Set([id]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const [a = "", b = ""] of pairs) {
      if (reached.has(a)) reached.add(b);
      if (reached.has(b)) reached.add(a);
    }
  }
  return reached;
}
