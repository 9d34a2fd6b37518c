// Lists in one array hold what as many arrays would, whatever is added and taken out.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CodeLists } from "../../../src/linkage/search/codeLists.ts";

const step = fc.record({ code: fc.nat(5), index: fc.nat(40), isAdd: fc.boolean() });

test("lists hold what was added and not taken out, the last standing in for what went", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const lists = new CodeLists();
      const plain = Array.from({ length: 6 }, (): number[] => []);
      steps.forEach(({ code, index, isAdd }, value) => {
        const own = plain[code] ?? [];
        if (isAdd || own.length === 0) {
          assert.equal(lists.add(code, value), own.push(value) - 1);
          return;
        }
        const at = index % own.length;
        const last = own.pop() ?? -1;
        if (at < own.length) own[at] = last;
        assert.equal(lists.removeAt(code, at), at < own.length ? last : -1);
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
