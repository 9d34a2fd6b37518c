// Counts less a person's own records: what is left is what strangers make of a value.
import assert from "node:assert/strict";
import { test } from "node:test";
import { collectFrequencies } from "../../../src/linkage/compare/frequencies.ts";
import type { ComparisonParameters, ScoringModel } from "../../../src/linkage/score/scoringModel.ts";
import {
  countOwnRecords,
  discountOwnRecords,
  weighBesideOwnRecords,
} from "../../../src/linkage/train/discountOwnRecords.ts";
import type { TrainingPairs } from "../../../src/linkage/train/trainingPairs.ts";
import { prepare } from "../madeUpRecords.ts";

// One person with three records, and three people who share an address of their office and a town.
const people = [
  ["ann@home.example", "Leeds"],
  ["ann@home.example", "Leeds"],
  ["ann@home.example", "Leeds"],
  ["smiths@home.example", "Leeds"],
  ["smiths@home.example", "Leeds"],
  ["smiths@home.example", "Leeds"],
];
const { records } = prepare(
  people.map(([email, town], index) => ({ id: String(index), email: email ?? "", town: town ?? "" })),
  { email: "email", town: "town" },
);
const tables = collectFrequencies(records);
const left = [0, 0, 1, 3, 3, 4];
const right = [1, 2, 2, 4, 5, 5];
const pairs: TrainingPairs = {
  count: 6,
  comparisonCount: 2,
  left: Int32Array.from(left),
  right: Int32Array.from(right),
  levels: new Uint8Array(12).fill(1),
  logUAdjust: new Float64Array(12).fill(Math.log(0.5)),
  weights: new Float64Array(6).fill(1),
  standsFor: new Float64Array(6).fill(1),
  startOdds: new Float64Array(6),
};
const comparison = (kind: ComparisonParameters["kind"], field: string): ComparisonParameters => ({
  name: field,
  kind,
  field,
  m: [0.75, 0.25],
  u: [0.01, 0.99],
  h: null,
});
const model: ScoringModel = {
  prior: 0.2,
  householdPrior: 0,
  comparisons: [comparison("email", "email"), comparison("town", "town")],
};
const certain = Float64Array.of(1, 1, 1, 0, 0, 0);

test("a person's own value loses the person's other records; one that strangers share, and a place, lose none", () => {
  const owned = countOwnRecords(
    pairs,
    { model, probabilities: certain },
    { records, all: records, otherRecords: 1, familyNames: new Set() },
  );
  const discounted = discountOwnRecords(tables, owned);
  assert.deepEqual([...(discounted.get("email")?.counts ?? [])], [["smiths@home.example", 3]]);
  assert.equal(discounted.get("town"), tables.get("town"));
  assert.equal(tables.get("email")?.counts.get("ann@home.example"), 3, "the tables given stay");
  const { logUAdjust } = weighBesideOwnRecords(pairs, records, owned);
  assert.ok(Math.abs((logUAdjust[0] ?? 0) - Math.log(0.5 / 3)) < 1e-12, "agreement on it weighs three times as much");
  assert.deepEqual(
    Array.from(logUAdjust.slice(1)).filter((_, i) => i !== 1 && i !== 3),
    new Array(9).fill(Math.log(0.5)),
  );
});

test("of a sample every value loses the average", () => {
  const all = { ...records, recordCount: 1000 };
  const owned = countOwnRecords(
    pairs,
    { model, probabilities: certain },
    { records, all, otherRecords: 1.4, familyNames: new Set() },
  );
  assert.deepEqual(
    owned.map(({ own }) => Array.from(own)),
    [[1, 1]],
  );
});

test("where nobody has a second record the tables stay the very same", () => {
  const nobody = { model, probabilities: new Float64Array(6) };
  const owned = countOwnRecords(pairs, nobody, { records, all: records, otherRecords: 0, familyNames: new Set() });
  assert.equal(discountOwnRecords(tables, owned), tables);
});
