// Counts less a person's own records: what is left is what strangers make of a value.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FrequencyTable } from "../../../src/linkage/compare/frequencies.ts";
import type { ComparisonParameters } from "../../../src/linkage/score/scoringModel.ts";
import { discountOwnRecords } from "../../../src/linkage/train/discountOwnRecords.ts";

const comparison = (kind: ComparisonParameters["kind"], field: string, exact: number): ComparisonParameters => ({
  name: field,
  kind,
  field,
  m: [exact, 1 - exact],
  u: [0.01, 0.99],
  h: null,
});

const table = (counts: Record<string, number>): FrequencyTable => ({
  total: 100,
  counts: new Map(Object.entries(counts)),
});

const tables = new Map([
  ["email", table({ own: 4, two: 3, shared: 40 })],
  ["town", table({ leeds: 40 })],
  ["birth_date.years", table({ 1980: 9 })],
]);
const comparisons = [comparison("email", "email", 0.75), comparison("town", "town", 0.9)];

test("values of one person's lose the person's other records, those that families share none", () => {
  const discounted = discountOwnRecords(tables, comparisons, 4);
  assert.deepEqual(discounted.get("email"), table({ shared: 37 }));
  assert.equal(discounted.get("town"), tables.get("town"));
  assert.equal(discounted.get("birth_date.years"), tables.get("birth_date.years"));
  assert.equal(tables.get("email")?.counts.get("shared"), 40, "the tables given stay");
});

test("where hardly anybody has a second record the tables stay the very same", () => {
  assert.equal(discountOwnRecords(tables, comparisons, 0.6), tables);
});
