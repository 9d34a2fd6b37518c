// Tables of the live index against maps and sets.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CodeTable } from "../../../src/linkage/live/codeTable.ts";
import { Postings } from "../../../src/linkage/live/postings.ts";

/** Few keys, neighbours in the table among them, so that blocks grow, shrink and are used again. */
const entries = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 30 }), fc.boolean()), {
  maxLength: 400,
});

test("postings hold what a map of sets holds", () => {
  fc.assert(
    fc.property(entries, (taken) => {
      const postings = new Postings();
      const sets = new Map<number, Set<number>>();
      for (const [seed, row, isAdded] of taken) {
        const key = seed % 2 === 0 ? seed * 16 : seed;
        const set = sets.get(key) ?? new Set();
        sets.set(key, set);
        if (isAdded && !set.has(row)) assert.equal(postings.add(key, row), set.add(row).size);
        if (!isAdded && set.delete(row)) assert.equal(postings.remove(key, row), set.size);
      }
      const into = new Int32Array(64);
      for (const [key, set] of sets) {
        assert.equal(postings.count(key), set.size);
        assert.equal(postings.copy(key, into, 3, 40), set.size);
        assert.deepEqual(new Set(into.subarray(3, 3 + set.size)), set);
      }
    }),
  );
});

test("rows beyond the most wanted are counted, not copied", () => {
  const postings = new Postings();
  for (let row = 1; row <= 5; row += 1) postings.add(7, row);
  const into = new Int32Array(8);
  assert.equal(postings.copy(7, into, 0, 4), 5);
  assert.deepEqual([...into], [0, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal(postings.copy(8, into, 0, 4), 0);
});

test("a code table finds what is in it, whatever was removed", () => {
  const numbers = fc.array(fc.tuple(fc.nat({ max: 200 }), fc.boolean()), { maxLength: 300 });
  fc.assert(
    fc.property(numbers, (taken) => {
      const hash = (code: number): number => Math.floor(code / 3) * 5;
      const table = new CodeTable(hash);
      const held = new Set<number>();
      for (const [code, isAdded] of taken) {
        if (isAdded && !held.has(code)) table.add(hash(code), code);
        if (!isAdded) table.remove(hash(code), code);
        if (isAdded) held.add(code);
        else held.delete(code);
      }
      for (let code = 0; code <= 200; code += 1) {
        assert.equal(
          table.find(hash(code), (other) => other === code),
          held.has(code) ? code : -1,
        );
      }
    }),
  );
});
