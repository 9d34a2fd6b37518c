// A pair does not vouch for itself: what m rests on, and what of it is left without the pair.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ComparisonParameters, levelStride, tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { classifyPairs, createClasses } from "../../../src/linkage/train/classifyPairs.ts";
import { supportLevels, withoutOwn } from "../../../src/linkage/train/levelSupport.ts";
import { updateComparison } from "../../../src/linkage/train/updateModel.ts";

// Strangers stand at each level, so that none is cut to what they show.
const u = [0.00001, 0.0001, 0.01, 0.98989];
const document: ComparisonParameters = {
  name: "document",
  kind: "document",
  field: "document",
  m: [0.9, 0.04, 0.0001, 0.0599],
  u,
  h: null,
};
const model = { prior: 0.001, householdPrior: 0, comparisons: [document] };

test("without a pair, m is what the other pairs and the prior make it", () => {
  const counts = [50, 3, 0, 4];
  const support = supportLevels(model, Float64Array.from([0, ...counts, ...new Array(levelStride - 5).fill(0)]), [u]);
  const mOf = (levels: readonly number[]): number[] => [...updateComparison(document, u, { matches: levels }).m];
  const all = mOf(counts);
  for (const level of [1, 3]) {
    const others = counts.map((count, index) => (index === level ? count - 0.7 : count));
    const expected = Math.log((mOf(others)[level] ?? 0) / (all[level] ?? 1));
    assert.ok(Math.abs(withoutOwn(support, 0, level + 1, 0.7) - expected) < 1e-12);
  }
  assert.equal(withoutOwn(support, 0, 1, 0.05), 0, "one of many");
});

test("no pair takes more than was counted of it: the prior stays", () => {
  const support = supportLevels(model, new Float64Array(levelStride), [u]);
  assert.ok(Number.isFinite(withoutOwn(support, 0, 2, 5)));
  assert.equal(withoutOwn(support, 0, 2, 5), 0);
});

test("the one doubtful pair at a level is doubted more, many at it are not", () => {
  const classify = (count: number): number => {
    const pairs = {
      count,
      comparisonCount: 1,
      levels: new Uint8Array(count).fill(2),
      logUAdjust: new Float64Array(count),
      weights: new Float64Array(count).fill(1),
    };
    const counts = new Float64Array(levelStride);
    counts[1] = 10;
    counts[2] = count / 2;
    const [m] = [updateComparison(document, u, { matches: counts.subarray(1) }).m];
    const tables = tabulateWeights({ ...model, comparisons: [{ ...document, m }] });
    const classes = createClasses(count);
    classes.matches.fill(0.5);
    classifyPairs(pairs, tables, classes, { support: supportLevels(model, counts, [u]) });
    const [own = 0] = classes.matches;
    classifyPairs(pairs, tables, classes);
    return own / (classes.matches[0] ?? 1);
  };
  assert.ok(classify(1) < 0.85, `${classify(1)}`);
  assert.ok(classify(1000) > 0.99, `${classify(1000)}`);
});
