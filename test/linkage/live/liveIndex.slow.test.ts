// The live index against bulk runs: the same links bit for bit and the same clusters, however the records came.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { RecordDecision } from "../../../src/linkage/linkOptions.ts";
import type { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import type { Model } from "../../../src/linkage/model.ts";
import { type MadeUpRow, shuffled } from "../madeUpRecords.ts";
import { createWorld, describeIndex, feed, keyOf, type Outcome, valuesOf, type World } from "./liveWorld.ts";

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

const shapes = ["small", "byRules", "onePerSource", "cut"] as const;

function put(index: LiveIndex, row: MadeUpRow, content = row): number {
  return index.put(keyOf(row), index.standardise([valuesOf(index.model, content)]), 0).number;
}

async function assertAsBulk(index: LiveIndex, rows: readonly MadeUpRow[]): Promise<Outcome> {
  const expected = await world.bulk(index.model, rows);
  const found = describeIndex(index);
  assert.deepEqual(found.links, expected.links);
  assert.deepEqual(found.clusters, expected.clusters);
  return expected;
}

for (const shape of shapes) {
  test(`${shape}: records in any order end in the links and clusters of the bulk run`, async () => {
    const model = world[shape];
    const { links, clusters } = await assertAsBulk(feed(model, world.rows), world.rows);
    assert.ok(links.size > 50 && clusters.length < world.rows.length - 20, "there is something to find");
    await assertAsBulk(feed(model, shuffled(world.rows, 3)), world.rows);
  });

  test(`${shape}: repeats, replaced contents and withdrawals leave no trace`, async () => {
    const model = world[shape];
    const index = feed(model, shuffled(world.rows, 4));
    const unlike = (row: MadeUpRow, i: number): MadeUpRow => ({
      ...world.rows[(i * 7) % world.rows.length],
      ...key(row),
    });
    world.rows.forEach((row, i) => {
      if (i % 3 === 0) put(index, row, unlike(row, i));
      if (i % 5 === 0) index.remove(index.numberOf(keyOf(row)));
      if (i % 4 === 0) index.linksOf(index.numberOf(keyOf(row)));
    });
    const before = world.rows.filter((_, i) => i % 5 !== 0).length;
    assert.equal([...Array(index.count).keys()].filter((record) => index.isPresent(record)).length, before);
    const kept = world.rows.flatMap((row, i) => (i % 5 === 0 ? [] : [i % 3 === 0 ? unlike(row, i) : row]));
    await assertAsBulk(index, kept);
    for (const row of shuffled(world.rows, 5)) put(index, row);
    for (const row of world.rows.slice(0, 40)) put(index, row);
    assert.equal(index.count, world.rows.length);
    await assertAsBulk(index, world.rows);
  });
}

const key = ({ source = "", unique_id = "" }: MadeUpRow): MadeUpRow => ({ source, unique_id });

test("decisions bind as in the bulk run", async () => {
  const model = world.byRules;
  const name = (row: MadeUpRow | undefined) => ({ source: row?.source ?? "", id: row?.unique_id ?? "" });
  const decisions: RecordDecision[] = [];
  for (let i = 0; i + 40 < world.rows.length; i += 23) {
    decisions.push({ kind: "same", left: name(world.rows[i]), right: name(world.rows[i + 40]) });
  }
  const [record, copy] = [world.rows[0], world.rows[1]];
  decisions.push({ kind: "different", left: name(record), right: name(copy) });
  const index = feed(model, shuffled(world.rows, 6));
  const expected = await world.bulk(model, world.rows, decisions);
  const without = await world.bulk(model, world.rows);
  assert.notDeepEqual(expected.clusters, without.clusters);
  assert.deepEqual(describeIndex(index, decisions).clusters, expected.clusters);
});

test("touched records are enough to follow every change of clusters", () => {
  for (const shape of shapes) followChanges(world[shape]);
});

function followChanges(model: Model): void {
  const index = feed(model, []);
  const clusterOf = new Map<number, string>();
  const follow = (touched: readonly number[]): void => {
    for (const record of touched) if (!index.isPresent(record)) clusterOf.delete(record);
    for (const members of index.clustersOf(touched))
      for (const member of members) clusterOf.set(member, members.join());
  };
  const rows = shuffled(world.rows, 8);
  rows.forEach((row, i) => {
    const batch = index.standardise([valuesOf(model, row)]);
    follow(index.put(keyOf(row), batch, 0).touched);
    if (i % 3 === 1) follow(index.remove(index.numberOf(keyOf(rows[i - 1] ?? row))).touched);
    if (i % 7 === 2) follow(index.put(keyOf(rows[i - 2] ?? row), batch, 0).touched);
  });
  const all = [...Array(index.count).keys()];
  const expected = new Map<number, string>();
  for (const members of index.clustersOf(all)) for (const member of members) expected.set(member, members.join());
  assert.deepEqual(new Map([...clusterOf].sort(([a], [b]) => a - b)), new Map([...expected].sort(([a], [b]) => a - b)));
}
