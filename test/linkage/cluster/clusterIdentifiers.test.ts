// A cluster identifier shared by two clusters is a false merge of strangers in every file that joins on it.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { identifyClusters } from "../../../src/linkage/cluster/clusterIdentifiers.ts";
import { numberClusters } from "../../../src/linkage/cluster/numberClusters.ts";
import type { RecordTable } from "../../../src/linkage/read/recordTable.ts";
import { hashText } from "../../../src/shared/hashText.ts";
import { PackedStrings } from "../../../src/shared/packedStrings.ts";

function tableOf(ids: readonly string[], sources: readonly string[] = ["only"]): RecordTable {
  return {
    recordCount: ids.length,
    columns: [],
    sources,
    sourceOf: Uint16Array.from(ids, (_, record) => record % sources.length),
    recordIds: PackedStrings.from(ids),
    idColumn: "id",
    truth: null,
  };
}

for (const [shape, idOf] of [
  ["counting up", (i: number) => `${i}`],
  ["drawn at random", (i: number) => hashText(`low ${i}`).toString(36) + hashText(`high ${i}`).toString(36)],
] as const) {
  test(`300,000 records on their own have 300,000 identifiers: ${shape}`, () => {
    const count = 300_000;
    const ids = Array.from({ length: count }, (_, i) => idOf(i));
    const clusterOf = Int32Array.from({ length: count }, (_, i) => i);
    const identifiers = new Set(identifyClusters({ clusterOf, count }, tableOf(ids)));
    assert.equal(identifiers.size, count);
  });
}

test("the same members bear the same identifier wherever they stand, others another", () => {
  const groups = fc.array(fc.nat({ max: 4 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(groups, fc.infiniteStream(fc.nat()), (groupOf, random) => {
      const ids = groupOf.map((_, record) => `k${record}`);
      const order = ids.map((_, record) => ({ record, key: random.next().value as number }));
      order.sort((a, b) => a.key - b.key);
      const identify = (records: readonly number[]): Map<string, string> => {
        const firstOf = Int32Array.from(records, (record) => records.findIndex((r) => groupOf[r] === groupOf[record]));
        const clusters = numberClusters(firstOf);
        const names = identifyClusters(clusters, tableOf(records.map((record) => ids[record] ?? "")));
        return new Map(records.map((record, i) => [ids[record] ?? "", names.at(clusters.clusterOf[i] ?? -1)]));
      };
      const plain = identify(groupOf.map((_, record) => record));
      const shuffled = identify(order.map(({ record }) => record));
      for (const [id, name] of plain) {
        assert.equal(shuffled.get(id), name);
        for (const [other, otherName] of plain) {
          assert.equal(name === otherName, groupOf[Number(id.slice(1))] === groupOf[Number(other.slice(1))]);
        }
      }
      assert.ok([...plain.values()].every((name) => /^c[0-9a-f]{16}$/.test(name)));
    }),
    { numRuns: 50 },
  );
});

test("records of one identifier in two sources are two", () => {
  const table = tableOf(["7", "7"], ["a", "b"]);
  const names = identifyClusters({ clusterOf: Int32Array.of(0, 1), count: 2 }, table);
  assert.notEqual(names.at(0), names.at(1));
});
