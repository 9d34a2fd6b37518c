import assert from "node:assert/strict";
import { test } from "node:test";
import { drawGridSettings } from "../../../bench/accuracy/suites/drawGridSettings.ts";
import { resolveGeneratePlan } from "../../../src/generate/resolveGeneratePlan.ts";

test("every setting is one that the generator takes, and dimensions are covered from end to end", () => {
  const settings = drawGridSettings(44, 100_000, 3);
  for (const { options } of settings) resolveGeneratePlan(options);
  const fieldCounts = settings.map(({ options }) => options.fields.length);
  for (let count = 2; count <= 12; count += 1) assert.equal(fieldCounts.filter((fields) => fields === count).length, 4);
  const shares = settings.map(({ options }) => options.duplicateShare ?? 0);
  assert.ok(Math.min(...shares) < 0.0013 && Math.max(...shares) > 0.65);
  const records = settings.map(({ options }) => options.records ?? 0);
  assert.ok(Math.min(...records) >= 1000 && Math.max(...records) > 70_000 && Math.max(...records) <= 100_000);
  assert.deepEqual(drawGridSettings(44, 100_000, 3), settings);
});
