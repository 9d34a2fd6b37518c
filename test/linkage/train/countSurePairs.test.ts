// Pairs that are sure without a field: those that the scorer would be sure of if the field were missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ComparisonKind, comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import { scorePair } from "../../../src/linkage/score/pairScorer.ts";
import {
  type ComparisonParameters,
  levelStride,
  type ScoringModel,
  tabulateWeights,
} from "../../../src/linkage/score/scoringModel.ts";
import { countSurePairs } from "../../../src/linkage/train/countSurePairs.ts";
import { simulatePairs } from "./simulatedPairs.ts";

const kinds = ["givenName", "surname", "date", "document", "postcode", "phone"] as const;

/** m as before training; strangers agree in a way other than exactly once in a hundred. */
const comparisons = kinds.map((name): ComparisonParameters => {
  const { levels, role }: ComparisonKind = comparisonKinds[name];
  const m = levels.map(({ mPrior }) => mPrior);
  const u = levels.map((_, level) =>
    level === 0 ? 0.002 : level === levels.length - 1 ? 0.988 : 0.01 / levels.length,
  );
  const sum = u.reduce((total, share) => total + share, 0);
  const shares = u.map((share) => share / sum);
  const h = shares.map((share, level) => 0.4 * share + (level === 0 ? 0.6 : 0));
  return { name, kind: name, field: name, m, u: shares, h: role === "shared" ? h : null };
});
const model: ScoringModel = {
  prior: 1e-4,
  householdPrior: 1e-3,
  twinPrior: 1e-5,
  neighbourPrior: 1e-3,
  comparisons: comparisons.map((one) => (one.kind === "postcode" ? { ...one, n: [0.4, 0.1, 0.1, 0.4] } : one)),
};

test("names and what a person has one of are counted as the scorer would count them without the field", () => {
  const { pairs } = simulatePairs(model, [400, 200, 2000, 50, 100], { seed: 5, missing: 0.2 });
  pairs.weights.forEach((_, pair) => {
    pairs.weights[pair] = 1 + (pair % 3);
  });
  const tables = tabulateWeights(model);
  const expected = new Float64Array(kinds.length * levelStride);
  const evidence = new PairEvidence(kinds.length);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const row = pair * kinds.length;
    for (const [c, kind] of kinds.entries()) {
      const level = pairs.levels[row + c] ?? 0;
      if (level === 0 || kind === "postcode" || kind === "phone") continue;
      evidence.levels.set(pairs.levels.subarray(row, row + kinds.length));
      evidence.logUAdjust.set(pairs.logUAdjust.subarray(row, row + kinds.length));
      evidence.levels[c] = 0;
      if (scorePair(tables, evidence) >= Math.log(1000)) expected[c * levelStride + level]! += pairs.weights[pair]!;
    }
  }
  assert.deepEqual(countSurePairs(pairs, model.comparisons, tables, new Float64Array(pairs.count).fill(0.5)), expected);
  for (const c of [0, 1, 2, 3]) {
    const own = expected.subarray(c * levelStride, (c + 1) * levelStride);
    assert.ok(own.filter((count) => count > 0).length > 1, `${kinds[c]} is sure at several levels`);
  }
});
