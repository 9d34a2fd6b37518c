import assert from "node:assert/strict";
import { test } from "node:test";
import type { Measurement } from "../../../bench/accuracy/measure/measureRun.ts";
import { kindsTable } from "../../../bench/accuracy/suites/kindsSuite.ts";

const measured = (f1: number): Measurement => ({
  records: 1000,
  truePairs: 500,
  precision: 0.9,
  recall: 0.8,
  f1,
  bestF1: 0.86,
  bestThreshold: 0,
  estimated: {
    precision: { estimate: 0.9, low: 0.8, high: 1 },
    recall: { estimate: 0.8, low: 0.7, high: 0.9 },
  } as Measurement["estimated"],
  largestCluster: 4,
  largestTrueCluster: 3,
  seconds: 1,
  notes: [],
});

test("the table of kinds ends with the F1 of nameless columns, a failure in its place", () => {
  const kind = { kind: "families", description: "" };
  const { columns, rows } = kindsTable([
    { ...kind, outcome: measured(0.85), unnamed: measured(0.75) },
    { ...kind, outcome: measured(0.85), unnamed: { failure: "NO_FIELDS" } },
    { ...kind, outcome: { failure: "NO_FIELDS" }, unnamed: measured(0.75) },
  ]);
  assert.equal(columns.at(-1), "F1 called c1 … cn");
  const asNamed = columns.indexOf("F1");
  assert.deepEqual(
    rows.map((row) => [row.length, row[asNamed], row.at(-1)]),
    [
      [columns.length, ".8500", ".7500"],
      [columns.length, ".8500", "NO_FIELDS"],
      [columns.length, "NO_FIELDS", ".7500"],
    ],
  );
});
