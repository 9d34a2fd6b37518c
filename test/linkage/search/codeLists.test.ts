// Lists in one array hold what as many arrays would, whatever is added and taken out.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CodeLists } from "../../../src/linkage/search/codeLists.ts";

const step = fc.record({ code: fc.nat(5), index: fc.nat(40), isAdd: fc.boolean() });

const filled = fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 100 });

test("lists hold what was filled in or added and not taken out, the last standing in for what went", () => {
  fc.assert(
    fc.property(filled, fc.array(step, { maxLength: 300 }), (codes, steps) => {
      const lists = new CodeLists();
      const plain = Array.from({ length: 6 }, (): number[] => []);
      const places = codes.map((code, value) => (code < 0 ? 0 : (plain[code] ?? []).push(value) - 1));
      assert.deepEqual([...lists.fill(Int32Array.from(codes))], places);
      steps.forEach(({ code, index, isAdd }, at) => {
        const value = codes.length + at;
        const own = plain[code] ?? [];
        if (isAdd || own.length === 0) {
          assert.equal(lists.add(code, value), own.push(value) - 1);
          return;
        }
        const place = index % own.length;
        const last = own.pop() ?? -1;
        if (place < own.length) own[place] = last;
        assert.equal(lists.removeAt(code, place), place < own.length ? last : -1);
      });
      plain.forEach((own, code) => {
        const copied = new Int32Array(own.length + 1);
        assert.equal(lists.size(code), own.length);
        assert.equal(lists.copy(code, copied, 1), own.length + 1);
        assert.deepEqual([...copied.subarray(1)], own);
      });
    }),
  );
});
