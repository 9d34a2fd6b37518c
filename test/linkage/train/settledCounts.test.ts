// Pairs that clusters settle, where those that sampled pairs stand for come out as more than there are: weights stay numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ComparisonParameters, levelStride, type ScoringModel } from "../../../src/linkage/score/scoringModel.ts";
import { maximiseExpectation } from "../../../src/linkage/train/maximiseExpectation.ts";
import { lessStandIns } from "../../../src/linkage/train/settlePairs.ts";
import { simulatePairs } from "./simulatedPairs.ts";

const document: ComparisonParameters = {
  name: "document",
  kind: "document",
  field: "document",
  m: [0.9, 0.04, 0.0001, 0.0599],
  u: [0.00001, 0.0001, 0.0001, 0.99979],
  h: null,
};

test("levels of which less than nothing is left count as none", () => {
  const truth: ScoringModel = { prior: 0.02, householdPrior: 0, comparisons: [document] };
  const { pairs } = simulatePairs(truth, [200, 0, 9800], { seed: 1 });
  const otherLevels = new Float64Array(levelStride);
  otherLevels[2] = -1000;
  const settled = { isJoined: new Uint8Array(pairs.count), others: -1000, otherLevels };
  const { model } = maximiseExpectation(pairs, truth, {
    pairCount: pairs.count,
    householdPriorMin: 0,
    typicalTwinPrior: 0,
    recordCount: 141,
    expectedNamesakes: null,
    nameDependenceMax: 1,
    onePerSource: null,
    matchesMax: pairs.count,
    u: { shares: [document.u], presentCounts: [1e5] },
    settled,
  });
  assert.ok(model.prior > 0 && model.prior < 1);
  assert.ok(
    model.comparisons[0]?.m.every((m) => m > 0 && m < 1),
    `${model.comparisons[0]?.m}`,
  );
});

test("what sampled pairs stand for is taken off as far as clusters hold it, and no further", () => {
  const truth: ScoringModel = { prior: 0.02, householdPrior: 0, comparisons: [document] };
  const { pairs } = simulatePairs(truth, [40, 0, 0], { seed: 2 });
  pairs.weights.fill(75);
  pairs.standsFor.fill(75);
  const isJoined = new Uint8Array(pairs.count).fill(1);
  const clustered = (count: number) => ({
    others: count,
    otherLevels: new Float64Array(levelStride).fill(count / 3, 1, 4),
  });
  const standIns = 40 * 74;
  const few = lessStandIns(clustered(6), pairs, isJoined, () => 1);
  assert.ok(Math.abs(few.others) < 1e-9, `${few.others} with fewer in clusters than sampled pairs stand for`);
  const many = lessStandIns(clustered(standIns + 500), pairs, isJoined, () => 1);
  assert.ok(Math.abs(many.others - 500) < 1e-6);
  assert.ok(Math.abs(many.otherLevels.reduce((sum, count) => sum + count, 0) - 500) < 1e-6);
  const none = lessStandIns(clustered(6), pairs, new Uint8Array(pairs.count), () => 1);
  assert.equal(none.others, 6);
});
