import assert from "node:assert/strict";
import { test } from "node:test";
import { readAccuracyOptions } from "../../../bench/accuracy/accuracyOptions.ts";

test("everything by default, parts by name", () => {
  assert.deepEqual(readAccuracyOptions([]).suites, ["sets", "robust", "kinds", "grid", "calibration"]);
  const some = readAccuracyOptions(["--only", "kinds,grid", "--sets", "a,b", "--quick", "--grid-runs", "5"]);
  assert.deepEqual([some.suites, some.sets, some.isQuick, some.gridRuns], [["kinds", "grid"], ["a", "b"], true, 5]);
});

test("unknown suites, odd numbers and partial tables for the document are refused", () => {
  assert.throws(() => readAccuracyOptions(["--only", "everything"]), /bench:accuracy \[--only/);
  assert.throws(() => readAccuracyOptions(["--examples", "few"]), /bench:accuracy \[--only/);
  assert.throws(() => readAccuracyOptions(["--docs", "--quick"]), /whole tables/);
});
