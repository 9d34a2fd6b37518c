// Groups of equal keys against a Map of joined keys.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRecords } from "../../../src/linkage/splink/groupRecords.ts";

test("entries of one group are equal in every column, in the order given, and nobody is left alone", () => {
  const size = 4;
  const entries = fc.array(fc.array(fc.integer({ min: -1, max: size - 1 }), { minLength: 3, maxLength: 3 }), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 3 }), (rows, width) => {
      const order = Int32Array.from(rows.keys()).reverse();
      const columns = Array.from({ length: width }, (_, column) => ({
        codes: Int32Array.from(rows, (row) => row[column] ?? -1),
        size: size + column,
      }));
      const expected = new Map<string, number[]>();
      for (const entry of order) {
        const key = (rows[entry] ?? []).slice(0, width);
        if (key.some((code) => code < 0)) continue;
        expected.set(key.join(), [...(expected.get(key.join()) ?? []), entry]);
      }
      const { members, starts } = groupRecords(order, columns);
      const found = Array.from(starts.subarray(0, -1), (from, group) => [
        ...members.subarray(from, starts[group + 1] ?? 0),
      ]);
      const byFirst = (groups: readonly number[][]): string[] => groups.map((group) => group.join()).sort();
      const isGroup = (group: readonly number[]): boolean => group.length > 1 || width === 0;
      assert.deepEqual(
        byFirst(found.filter((group) => group.length > 0)),
        byFirst([...expected.values()].filter(isGroup)),
      );
    }),
  );
});
