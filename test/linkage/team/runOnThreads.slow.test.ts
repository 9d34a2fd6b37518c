// Threads change no byte: components pooled and links described on one thread and on three.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { clusterOnTeam, clusterOutcome } from "../../../src/linkage/scoreAndCluster.ts";
import { createTeam } from "../../../src/linkage/team/createTeam.ts";
import type { Team } from "../../../src/linkage/team/team.ts";
import type { DescribedLinks, LinkContext } from "../../../src/linkage/write/describeLinks.ts";
import { type LinkPairs, listLinkPairs } from "../../../src/linkage/write/listLinkPairs.ts";
import { madeUpRecords, withoutColumns } from "../madeUpRecords.ts";

const rows = withoutColumns(madeUpRecords({ records: 900, seed: 41, errorRate: 2 }), "cluster_id", "source");
const { facts } = await link({ input: rows, idColumn: "unique_id", threads: 1 });

const outcome = { ...facts, recordIds: facts.read.table.recordIds };

async function onTeam<T>(threads: number, work: (team: Team) => Promise<T>): Promise<T> {
  const team = createTeam(threads);
  try {
    return await work(team);
  } finally {
    await team.close();
  }
}

test("components are pooled to the same clusters and the same sums", async () => {
  const alone = clusterOutcome(outcome, []);
  assert.ok(alone.count < facts.read.table.recordCount, "there is something to pool");
  assert.deepEqual(alone.clusterOf, facts.clusters.clusterOf);
  for (const threads of [1, 3])
    assert.deepEqual(await onTeam(threads, (team) => clusterOnTeam(outcome, [], team)), alone);
});

test("links are described in the same way", async () => {
  const context: LinkContext = {
    records: facts.collapsed.records,
    frequencies: facts.frequencies,
    model: facts.model.scoring,
    ruleLabels: [...facts.measured.map(({ rule }) => rule.name), "identical"],
  };
  const pieces = [...listLinkPairs(facts)].flatMap((piece) => [0, 1, 2].map((third) => takeThird(piece, third)));
  const describe = (team: Team) => team.assign("links", context).runBeside<DescribedLinks>(pieces);
  const [alone, together] = [await onTeam(1, describe), await onTeam(3, describe)];
  assert.ok(alone.every(({ count }) => count > 0));
  assert.deepEqual(together, alone);
});

function takeThird({ leftRow, rightRow, left, right, rule }: LinkPairs, third: number): LinkPairs {
  const part = (column: Int32Array): Int32Array =>
    column.slice(Math.floor((column.length * third) / 3), Math.floor((column.length * (third + 1)) / 3));
  return { leftRow: part(leftRow), rightRow: part(rightRow), left: part(left), right: part(right), rule: part(rule) };
}
