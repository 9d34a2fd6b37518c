import assert from "node:assert/strict";
import { test } from "node:test";
import { shareWithin } from "../../../bench/accuracy/measure/thresholdCeiling.ts";

const pairs = (count: number, logOdds: number): number[] => Array.from({ length: count }, () => logOdds);

test("where probabilities leave no doubt, the threshold is always the best", () => {
  assert.equal(shareWithin([...pairs(100, 30), ...pairs(100, -30)], 0, 0.01), 1);
});

test("among few doubtful pairs chance often puts the best threshold elsewhere, among many it does not", () => {
  const doubtful = (times: number): number[] =>
    [2, 1, 0.5, -0.5, -1, -2].flatMap((logOdds) => pairs(2 * times, logOdds));
  const few = shareWithin(doubtful(1), 0, 0.01);
  const many = shareWithin(doubtful(400), -0.75, 0.01);
  assert.ok(few < 0.8, `few: ${few}`);
  assert.ok(many > few, `many: ${many}`);
});

test("a threshold at the wrong end is not within reach", () => {
  assert.equal(shareWithin([...pairs(1000, 2), ...pairs(1000, -6)], 14, 0.01), 0);
});
