// The threshold of largest expected F1 against every cut of the sorted probabilities.
import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceF1 } from "../../../src/linkage/train/balanceF1.ts";
import type { TrainingPairs } from "../../../src/linkage/train/trainingPairs.ts";

const balanceOf = (probabilities: readonly number[]): number =>
  balanceF1(
    { weights: new Float64Array(probabilities.length).fill(1) } as unknown as TrainingPairs,
    Float64Array.from(probabilities),
  );

test("even odds where pairs are certain, hardly less where they are clear, and where there are none", () => {
  assert.equal(balanceOf([1, 1, 0]), 0.5);
  const clear = balanceOf([1, 0.999, 0.99, 0.01, 0]);
  assert.ok(clear > 0.495 && clear < 0.5);
  assert.equal(balanceOf([]), 0.5);
  assert.equal(balanceOf([0, 0]), 0.5);
});

test("less where much is open, down to one in four", () => {
  const open = [0.9, 0.7, 0.6, 0.5, 0.4, 0.4, 0.3, 0.2];
  const expected = open.reduce((sum, p) => sum + p, 0);
  const best = Math.max(
    ...open.map((_, k) => (2 * open.slice(0, k + 1).reduce((sum, p) => sum + p, 0)) / (k + 1 + expected)),
  );
  assert.ok(Math.abs(balanceOf(open.toReversed()) - best / 2) < 1e-12, "order changes nothing");
  assert.ok(best / 2 < 0.4);
  assert.equal(balanceOf(new Array(100).fill(0.05)), 0.25);
});
