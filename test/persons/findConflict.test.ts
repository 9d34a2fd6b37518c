// Contradictory rulings are found, with a true chain, and only they.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findContradiction } from "../../src/linkage/cluster/findContradiction.ts";
import { DecisionTable, pairsOf } from "../../src/persons/mirror/decisionTable.ts";
import { findConflict } from "../../src/persons/resolve/findConflict.ts";
import type { DecisionRow } from "../../src/store/personStore.ts";

const ruling = (number: number, kind: DecisionRow["kind"], groups: number[][]): DecisionRow => ({
  number,
  id: `decision ${number}`,
  kind,
  groups,
  reason: "",
  client: 0,
  moment: 1,
  withdrawnAt: null,
  withdrawnBy: null,
});

test("a chain through others is shown from one record to the other", () => {
  const table = new DecisionTable();
  table.put(ruling(0, "same", [[1, 2]]));
  table.put(ruling(1, "different", [[2], [3]]));
  table.put(ruling(2, "same", [[3, 4]]));
  assert.deepEqual(findConflict(table, { kind: "same", groups: [[1, 4]] }), [
    { kind: "same", left: 1, right: 2 },
    { kind: "different", left: 2, right: 3 },
    { kind: "same", left: 3, right: 4 },
  ]);
  assert.deepEqual(
    findConflict(table, {
      kind: "split",
      groups: [
        [1, 9],
        [8, 2],
      ],
    }),
    [{ kind: "same", left: 1, right: 2 }],
  );
  assert.equal(findConflict(table, { kind: "different", groups: [[1], [4]] }), null);
});

const decision = fc.record({
  kind: fc.constantFrom("same" as const, "different" as const),
  pair: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 2, maxLength: 2 }),
});

test("one by one, rulings are refused just where the engine calls the set a contradiction", () => {
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 14 }), (wanted) => {
      const table = new DecisionTable();
      for (const { kind, pair } of wanted) {
        const [left = 0, right = 0] = pair;
        const groups = kind === "same" ? [[left, right]] : [[left], [right]];
        const inForce = [...table.inForce()].map((row) => {
          const [[a, b] = [0, 0]] = [...pairsOf(row)];
          return { left: a, right: b, kind: row.kind === "same" ? ("same" as const) : ("different" as const) };
        });
        const isContradiction = findContradiction([...inForce, { left, right, kind }]) !== null;
        assert.equal(findConflict(table, { kind, groups }) !== null, isContradiction);
        if (!isContradiction) table.put(ruling(table.count, kind, groups));
      }
    }),
  );
});

test("a withdrawn ruling rules nothing, another of the same still does", () => {
  const table = new DecisionTable();
  table.put(ruling(0, "same", [[1, 2]]));
  table.put(ruling(1, "same", [[2, 1]]));
  table.put({ ...ruling(0, "same", [[1, 2]]), withdrawnAt: 5, withdrawnBy: 0 });
  assert.deepEqual(table.sameOf(1), [2]);
  table.truncate(1);
  assert.deepEqual(table.sameOf(1), []);
});
