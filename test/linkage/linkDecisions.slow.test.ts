// A run obeys human decisions, says how many, and is without them as if they had never been.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import type { LinkOptions, RecordDecision } from "../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import { collectNotes } from "../../src/linkage/report/collect/collectNotes.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "./madeUpRecords.ts";
import { makeFiles } from "./read/temporaryFiles.ts";

let rows: MadeUpRow[] = [];
let free: LinkRun;
let decisions: RecordDecision[] = [];

before(async () => {
  const people = withoutColumns(madeUpRecords({ records: 300, seed: 31, errorRate: 1 }), "cluster_id");
  rows = [...people, ...people.slice(0, 40).map((row) => ({ ...row, unique_id: `copy-of-${row.unique_id}` }))];
  free = await run([]);
  const of = partition(free);
  const [first = [], second = []] = of.filter((members) => members.length > 2);
  const [third = [], fourth = []] = of.filter((members) => members.length === 1);
  decisions = [
    { kind: "different", left: name(first[0]), right: name(first[1]), reason: "two photographs" },
    { kind: "same", left: name(third[0]), right: name(fourth[0]) },
    { kind: "same", left: name(second[0]), right: name(third[0]) },
    { kind: "same", left: name(first[0]), right: { source: "nowhere", id: "1" } },
  ];
});

function run(given: NonNullable<LinkOptions["decisions"]>): Promise<LinkRun> {
  return link({ input: rows, idColumn: "unique_id", sourceColumn: "source", threads: 1, decisions: given });
}

function partition(linked: LinkRun): string[][] {
  const members = new Map<string, string[]>();
  for (const { source, recordId, clusterId } of linked.clusters()) {
    members.set(clusterId, [...(members.get(clusterId) ?? []), `${source}/${recordId}`]);
  }
  return [...members.values()];
}

function name(record = ""): { source: string; id: string } {
  const [source = "", id = ""] = record.split("/");
  return { source, id };
}

test("decisions are obeyed, counted and told; model and links stay", async () => {
  const ruled = await run(decisions);
  const togetherWith = (record: string) => partition(ruled).find((members) => members.includes(record)) ?? [];
  for (const { kind, left, right } of decisions.slice(0, 3)) {
    const isTogether = togetherWith(`${left.source}/${left.id}`).includes(`${right.source}/${right.id}`);
    assert.equal(isTogether, kind === "same");
  }
  assert.deepEqual(ruled.summary.decisions, { same: 2, different: 1, unknown: 1 });
  assert.match(ruled.summary.notes[0] ?? "", /^Decisions obeyed: 3 /);
  assert.match(ruled.summary.notes[1] ?? "", /not in the input: 1 \(rows 4\)/);
  assert.deepEqual(collectNotes(ruled.facts).slice(0, 2), ruled.summary.notes.slice(0, 2));
  assert.deepEqual(ruled.model.scoring, free.model.scoring);
  assert.deepEqual(ruled.facts.scored.links, free.facts.scored.links);
});

test("a decision withdrawn leaves the clusters as if it had never been, whatever the order of the others", async () => {
  const [one, two, three] = decisions as [RecordDecision, RecordDecision, RecordDecision];
  assert.deepEqual(partition(await run([three, one, two])), partition(await run([one, two, three])));
  const without = await run([]);
  assert.deepEqual(partition(without), partition(free));
  assert.deepEqual([...without.clusterIds], [...free.clusterIds]);
});

test("a file of decisions does what a list does", async (context) => {
  const lines = decisions.map(({ kind, left, right }) =>
    [kind, left.source, left.id, right.source, right.id, "a reason"].join(),
  );
  const header = "kind,left_source,left_id,right_source,right_id,reason";
  const folder = await makeFiles(context, { "decisions.csv": `${[header, ...lines].join("\n")}\n` });
  const fromFile = await run(join(folder, "decisions.csv"));
  assert.deepEqual(partition(fromFile), partition(await run(decisions)));
});

test("without decisions the summary says nothing of them", async () => {
  const { summary } = await link({ input: rows, idColumn: "unique_id", sourceColumn: "source", threads: 1 });
  assert.equal("decisions" in summary, false);
});
