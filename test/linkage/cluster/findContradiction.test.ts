// Contradictions against plain reachability, and the chain that is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Decision } from "../../../src/linkage/cluster/decision.ts";
import { findContradiction } from "../../../src/linkage/cluster/findContradiction.ts";

const same = (left: number, right: number): Decision => ({ left, right, kind: "same" });
const different = (left: number, right: number): Decision => ({ left, right, kind: "different" });

test("a chain of same with a different across it is found and shown in order", () => {
  const decisions = [same(9, 4), different(1, 2), same(7, 9), different(4, 30), same(30, 7)];
  assert.deepEqual(findContradiction(decisions), { different: 3, chain: [0, 2, 4] });
});

test("the shortest chain is shown", () => {
  const decisions = [same(1, 2), same(2, 3), same(3, 4), same(4, 1), different(3, 1)];
  assert.deepEqual(findContradiction(decisions), { different: 4, chain: [1, 0] });
});

test("a record said to differ from itself contradicts alone", () => {
  assert.deepEqual(findContradiction([same(5, 5), different(5, 5)]), { different: 1, chain: [] });
});

test("nothing is found where nothing contradicts", () => {
  assert.equal(findContradiction([]), null);
  assert.equal(findContradiction([same(1, 2), different(2, 3), same(3, 4), same(2, 1)]), null);
});

test("what is found is a contradiction, and what is not found is none", () => {
  const seen = { found: 0, none: 0 };
  const record = fc.nat({ max: 7 });
  const decision = fc.record({ left: record, right: record, kind: fc.constantFrom("same", "different") });
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 9 }), (decisions) => {
      const reached = (from: number): Set<number> => {
        const seenRecords = new Set([from]);
        for (const at of seenRecords) {
          for (const { left, right, kind } of decisions) {
            if (kind !== "same") continue;
            if (left === at) seenRecords.add(right);
            if (right === at) seenRecords.add(left);
          }
        }
        return seenRecords;
      };
      const isContradicted = decisions.some(
        ({ left, right, kind }) => kind === "different" && reached(left).has(right),
      );
      const found = findContradiction(decisions as Decision[]);
      assert.equal(found !== null, isContradicted);
      if (found === null) {
        seen.none += 1;
        return;
      }
      seen.found += 1;
      let at = decisions[found.different]?.left;
      for (const step of found.chain) {
        const { left, right, kind } = decisions[step] ?? assert.fail("no such decision");
        assert.equal(kind, "same");
        assert.ok(at === left || at === right);
        at = at === left ? right : left;
      }
      assert.equal(at, decisions[found.different]?.right);
    }),
    { numRuns: 500 },
  );
  assert.ok(seen.found > 50 && seen.none > 50, JSON.stringify(seen));
});

test("a chain of a hundred thousand decisions is followed", () => {
  const count = 100_000;
  const decisions = Array.from({ length: count }, (_, i) => same(i, i + 1));
  assert.equal(findContradiction([...decisions, different(0, count)])?.chain.length, count);
});
