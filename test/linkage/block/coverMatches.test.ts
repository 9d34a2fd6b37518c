// The rules kept: those that find the likely matches, by what they find for what they cost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createRule } from "../../../src/linkage/block/blockingRule.ts";
import type { MeasuredRule } from "../../../src/linkage/block/chooseRules.ts";
import { coverMatches as coverLikely } from "../../../src/linkage/block/coverMatches.ts";

const unlimited = { pairsMax: Number.POSITIVE_INFINITY, cheapPairs: Number.POSITIVE_INFINITY };

/** As many rules; what they are made of and measure does not matter here. */
const rulesOf = (count: number): MeasuredRule[] =>
  Array.from({ length: count }, () => ({ rule: createRule([]), measure: {} as MeasuredRule["measure"] }));

interface LikelyMatch {
  readonly probability: number;
  readonly rules: readonly number[];
}

/** As coverMatches, of matches one by one. */
function coverMatches(
  rules: readonly MeasuredRule[],
  costs: readonly number[],
  matches: readonly LikelyMatch[],
  ...budget: [Parameters<typeof coverLikely>[3], number?]
): number[] {
  const probabilities = Float64Array.from(matches, ({ probability }) => probability);
  const ofRule = rules.map((_, rule) =>
    Int32Array.from(matches.keys().filter((match) => matches[match]?.rules.includes(rule))),
  );
  return coverLikely(rules, costs, { probabilities, ofRule }, ...budget);
}

const found = (count: number, ...rules: number[]): LikelyMatch[] =>
  Array.from({ length: count }, () => ({ probability: 1, rules }));

test("rules that together find all are kept, those that find nothing are not", () => {
  const matches = [...found(50, 0), ...found(50, 1)];
  assert.deepEqual(coverMatches(rulesOf(3), [10, 20, 30], matches, unlimited), [0, 1]);
});

test("of two rules that find the same the cheaper comes first, and the budget ends the choice", () => {
  const matches = found(100, 0, 1);
  assert.deepEqual(coverMatches(rulesOf(2), [90_000, 20_000], matches, { ...unlimited, pairsMax: 100_000 }), [1]);
});

test("a rule that finds little is kept while pairs are cheap, and left out where they are dear", () => {
  const matches = [...found(1000, 0), ...found(10, 1)];
  const costs = [10_000, 100_000];
  assert.deepEqual(coverMatches(rulesOf(2), costs, matches, unlimited), [0, 1]);
  assert.deepEqual(coverMatches(rulesOf(2), costs, matches, { ...unlimited, cheapPairs: 50_000 }), [0]);
  assert.deepEqual(coverMatches(rulesOf(2), costs, matches, { ...unlimited, cheapPairs: 50_000 }, 20), [0, 1]);
});

test("a dear rule left out does not end the choice: a cheaper one that yields less may still fit", () => {
  const matches = [...found(1000, 0), ...found(20, 1), ...found(4, 2)];
  const budget = { ...unlimited, cheapPairs: 50_000 };
  assert.deepEqual(coverMatches(rulesOf(3), [10_000, 100_000, 30_000], matches, budget), [0, 2]);
});
