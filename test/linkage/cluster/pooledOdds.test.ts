// A slip is one record's: a value that many records have on one side, and another on the other, are two persons'.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRatios, createSums, pooledOdds, putRatios } from "../../../src/linkage/cluster/pooledOdds.ts";
import { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import { type ScoringModel, tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";

const model: ScoringModel = {
  prior: 0.001,
  householdPrior: 0,
  comparisons: [
    {
      name: "birth_date",
      kind: "date",
      field: "birth_date",
      m: [0.85, 0.01, 0.06, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02],
      u: [0.0001, 0.0005, 0.002, 0.001, 0.003, 0.003, 0.01, 0.01, 0.03, 0.9404],
      h: null,
    },
    { name: "given_name", kind: "givenName", field: "name", ...names() },
  ],
};
const tables = tabulateWeights(model);
const [missing, exact, oneDigit, near] = [0, 1, 3, 3];

function names() {
  const m = [0.76, 0.05, 0.05, 0.03, 0.03, 0.02, 0.01, 0.02, 0.03];
  return { m, u: [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.43, 0.5], h: null };
}

/** Log odds of two clusters, the smaller of `smaller` members, from the levels of their pairs. */
function odds(pairs: readonly (readonly [date: number, name: number])[], smaller: number): number {
  const width = tables.comparisonCount;
  const sums = createSums(2 * width);
  for (const levels of pairs) {
    const evidence = new PairEvidence(width);
    evidence.levels.set(levels);
    if (levels[0] === exact) evidence.logUAdjust[0] = Math.log(0.0001);
    putRatios(sums, width, tables, evidence);
    addRatios(sums, 0, width, width);
  }
  return pooledOdds(tables, sums, 0, smaller);
}

const times = (count: number, date: number, name = missing) =>
  Array.from({ length: count }, () => [date, name] as const);

test("dates a digit apart speak for one person where one record has it, and against where many have either", () => {
  const one = odds(times(1, oneDigit), 1);
  const four = odds(times(4, oneDigit), 2);
  const many = odds(times(25, oneDigit), 5);
  assert.ok(one > Math.log(0.001) + 3);
  assert.ok(Math.abs(one - four + Math.log(0.15)) < 1e-9, `${one - four}`);
  assert.ok(many < Math.log(0.001));
});

test("one date that both have makes the others slips", () => {
  const pairs = [...times(1, exact), ...times(24, oneDigit)];
  assert.ok(odds(pairs, 5) > odds(times(25, oneDigit), 5) + 5);
});

test("members without a date count as no slips, and names are written in several ways", () => {
  const isSame = (some: number, other: number): void => assert.ok(Math.abs(some - other) < 1e-9, `${some} ${other}`);
  isSame(odds([...times(1, oneDigit), ...times(24, missing)], 5), odds(times(1, oneDigit), 1));
  isSame(odds(times(25, missing, near), 5), odds(times(1, missing, near), 1));
});
