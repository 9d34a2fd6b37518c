// Numbers of pairs against a Map.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { internPairs } from "../../../src/linkage/splink/internPairs.ts";

test("equal pairs and only they share a number; numbers are dense; negative ones have none", () => {
  const value = fc.oneof(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 300 }), (pairs) => {
      const first = Int32Array.from(pairs, ([a]) => a);
      const second = Int32Array.from(pairs, ([, b]) => b);
      const seen = new Map<string, number>();
      const expected = pairs.map(([a, b]) => {
        if (a < 0 || b < 0) return -1;
        const id = seen.get(`${a} ${b}`) ?? seen.size;
        seen.set(`${a} ${b}`, id);
        return id;
      });
      const { ids, count } = internPairs(first, second);
      assert.deepEqual([...ids], expected);
      assert.equal(count, seen.size);
    }),
  );
});
