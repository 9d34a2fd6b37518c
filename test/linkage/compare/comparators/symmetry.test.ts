// Which of two records stands first must not matter: the same levels and the same adjustments, both ways.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { comparisonKinds } from "../../../../src/linkage/compare/comparison.ts";
import type { PairComparer } from "../../../../src/linkage/compare/pairComparer.ts";
import { madeUpRecords, madeUpTypes, prepare } from "../../madeUpRecords.ts";

function assertSymmetric(comparer: PairComparer, left: number, right: number): void {
  const forth = comparer.compare(left, right);
  const levels = [...forth.levels];
  const adjusts = [...forth.logUAdjust];
  const back = comparer.compare(right, left);
  assert.deepEqual([...back.levels], levels);
  assert.deepEqual([...back.logUAdjust], adjusts);
}

const word = fc.constantFrom(
  "ann",
  "anne",
  "mary",
  "maria",
  "smith",
  "smyth",
  "bill",
  "william",
  "w",
  "li",
  "lee",
  "o",
);
const name = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join(" ")),
  fc.constant(""),
);
const person = fc.record({ given: name, middle: name, surname: name });
const nameTypes = { given: "givenName", middle: "middleName", surname: "surname" } as const;

test("made-up people compare the same both ways", () => {
  const people = madeUpRecords({ records: 300, seed: 8, errorRate: 3 });
  // Without names, which have a test of their own.
  const { given_name: _, surname: __, middle_name: ___, ...types } = madeUpTypes;
  const { comparer, records } = prepare(
    people.map((row) => ({ ...row, id: row.unique_id ?? "" })),
    types,
  );
  for (let left = 0; left < records.recordCount; left += 1) {
    for (let right = left + 1; right < records.recordCount; right += 7) assertSymmetric(comparer, left, right);
  }
});

test("whole names compare the same both ways, in whatever order their words stand", () => {
  const whole = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(whole, { minLength: 2, maxLength: 8 }), (people) => {
      const rows = people.map((row, i) => ({ whole: row, id: `${i}` }));
      const { comparer } = prepare([...rows, { id: "last", whole: "ann b smith" }], { whole: "fullName" });
      for (let i = 1; i < people.length; i += 1) assertSymmetric(comparer, 0, i);
    }),
    { numRuns: 300 },
  );
});

test("names compare the same both ways", {}, () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 8 }), (people) => {
      const rows = people.map((row, i) => ({ ...row, id: `${i}` }));
      const { comparer } = prepare([...rows, { id: "last", given: "ann", middle: "b", surname: "c" }], nameTypes);
      for (let i = 1; i < people.length; i += 1) assertSymmetric(comparer, 0, i);
    }),
    { numRuns: 300 },
  );
});

test("values that are missing compare as missing, with nothing to adjust", () => {
  const types = {
    ...madeUpTypes,
    code: "code",
    organisation: "organisation",
    age: "age",
    suffix: "nameSuffix",
  } as const;
  const full = Object.fromEntries(
    Object.keys(types).map((column) => [column, column === "birth_date" ? "1980-02-03" : "17 ab 23456"]),
  );
  const { comparer } = prepare(
    [{ id: "1" }, { id: "2", ...full, suffix: "junior" }, { id: "3", ...full, suffix: "III" }],
    types,
  );
  for (const [left, right] of [
    [0, 1],
    [1, 0],
    [0, 0],
  ] as const) {
    const { levels, logUAdjust } = comparer.compare(left, right);
    assert.ok(levels.every((level) => level === 0));
    assert.ok(logUAdjust.every((adjust) => adjust === 0));
  }
});

test("levels never exceed those that a comparison has", () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      const { comparer } = prepare(
        [
          { id: "1", ...a },
          { id: "2", ...b },
          { id: "3", given: "x", surname: "y" },
        ],
        nameTypes,
      );
      const { levels } = comparer.compare(0, 1);
      comparer.comparisons.forEach(({ kind }, index) => {
        assert.ok((levels[index] ?? 0) <= comparisonKinds[kind].levels.length);
      });
    }),
    { numRuns: 200 },
  );
});
