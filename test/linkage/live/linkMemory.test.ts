// The memory of links against maps, through growth, moves and a snapshot.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LinkMemory } from "../../../src/linkage/live/linkMemory.ts";

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom("set", "set", "add", "remove", "forget", "reload"),
    row: fc.integer({ min: 1, max: 200 }),
    other: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 50, maxLength: 400 },
);

test("links of rows are those of a map of maps", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let memory = new LinkMemory();
      const expected = new Map<number, Map<number, number>>();
      for (const { kind, row, other } of taken) {
        if (kind === "set") {
          const rows = Array.from({ length: other % 30 }, (_, i) => i + 1);
          memory.set(row, { rows, odds: rows.map((each) => each / 2) });
          expected.set(row, new Map(rows.map((each) => [each, each / 2])));
        } else if (kind === "add") {
          memory.add(row, other, other / 2);
          expected.get(row)?.set(other, other / 2);
        } else if (kind === "remove") {
          memory.remove(row, other);
          expected.get(row)?.delete(other);
        } else if (kind === "forget") {
          memory.forget(row);
          expected.delete(row);
        } else {
          const reloaded = new LinkMemory();
          reloaded.load(structuredClone(memory.freeze()));
          memory = reloaded;
        }
      }
      for (let row = 1; row <= 200; row += 1) {
        assert.equal(memory.isKnown(row), expected.has(row));
        if (!memory.isKnown(row)) continue;
        const { rows, odds } = memory.read(row);
        assert.deepEqual(new Map(rows.map((other, i) => [other, odds[i]])), expected.get(row));
      }
    }),
  );
});
