// Snapshots: what is restored is the index that was written, and nothing else is accepted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { standardiseForModel } from "../../../src/linkage/standardise/standardiseForModel.ts";
import { shuffled } from "../madeUpRecords.ts";
import { bytesOf, createWorld, describeIndex, feed, keyOf, valuesOf, type World } from "./liveWorld.ts";

let world: World;
before(async () => {
  world = await createWorld({ records: 150 });
});
after(() => world.close());

/** The bytes in pieces of `size`. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

for (const shape of ["small", "byRules", "onePerSource"] as const) {
  test(`${shape}: a restored index is the one written, and lives on alike`, async () => {
    const model = world[shape];
    const index = feed(model, shuffled(world.rows, 1).slice(0, 120));
    for (let record = 0; record < 30; record += 2) index.remove(record);
    const bytes = bytesOf(index);
    const restored = await LiveIndex.restoreFrom(model, pieces(bytes, 1000));
    assert.ok(bytes.equals(bytesOf(restored)));
    assert.deepEqual(describeIndex(restored), describeIndex(index));
    for (const row of world.rows) {
      const batch = index.standardise([valuesOf(model, row)]);
      assert.deepEqual(restored.put(keyOf(row), batch, 0), index.put(keyOf(row), batch, 0));
    }
    for (let record = 3; record < restored.count; record += 5) {
      assert.deepEqual(restored.remove(record), index.remove(record));
    }
    assert.deepEqual(describeIndex(restored), describeIndex(index));
  });

  test(`${shape}: an index of a bulk run's records is the one that they make one by one`, async () => {
    const model = world[shape];
    const roles = { idColumn: "unique_id", sourceColumn: "source" };
    const table = recordTableFromRows(world.rows, roles);
    const expected = await world.bulk(model, world.rows);
    const searched = LiveIndex.fromRecords(model, table, standardiseForModel(table, model));
    assert.deepEqual(describeIndex(searched), { links: expected.links, clusters: expected.clusters });
    const known = { links: expected.rowLinks, clusterOf: expected.clusterOf, decided: [] };
    const index = LiveIndex.fromRecords(model, table, standardiseForModel(table, model), known);
    assert.deepEqual(describeIndex(index), describeIndex(searched));
    assert.equal(index.keyOf(7).id, table.recordIds.at(7));
    const fed = feed(model, world.rows);
    for (const row of shuffled(world.rows, 2).slice(0, 60)) {
      const [a, b] = [index.numberOf(keyOf(row)), fed.numberOf(keyOf(row))];
      assert.deepEqual(index.valuesOf(a), fed.valuesOf(b));
      index.remove(a);
      fed.remove(b);
    }
    assert.deepEqual(describeIndex(index), describeIndex(fed));
  });
}

test("altered or shortened bytes are refused", async () => {
  const model = world.byRules;
  const bytes = bytesOf(feed(model, world.rows.slice(0, 20)));
  const refused = { code: "SNAPSHOT_INVALID" };
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ change;
      await assert.rejects(LiveIndex.restoreFrom(model, pieces(altered, 4096)), refused);
      await assert.rejects(LiveIndex.restoreFrom(model, pieces(bytes.subarray(0, at), 4096)), refused);
    }),
    { numRuns: 60 },
  );
  await assert.rejects(LiveIndex.restoreFrom(model, pieces(Buffer.concat([bytes, Buffer.of(0)]), 999)), refused);
  await assert.rejects(LiveIndex.restoreFrom(model, pieces(Buffer.from("no snapshot at all"), 4)), refused);
});

test("a snapshot of another model is refused", async () => {
  const bytes = bytesOf(feed(world.byRules, world.rows.slice(0, 20)));
  await assert.rejects(LiveIndex.restoreFrom(world.small, pieces(bytes, 5000)), { code: "SNAPSHOT_INVALID" });
});
