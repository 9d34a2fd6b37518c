// A second given name that other records confirm speaks for a relative; one that stands alone, for a mistake.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ScoringModel } from "../../../src/linkage/score/scoringModel.ts";
import { type TrainingPairs, TrainingPairsBuilder } from "../../../src/linkage/train/trainingPairs.ts";
import { multiplyOdds, weighSecondNames } from "../../../src/linkage/train/weighSecondNames.ts";

const model: ScoringModel = {
  prior: 0.001,
  householdPrior: 0,
  comparisons: [
    {
      name: "given_name",
      kind: "givenName",
      field: "name",
      m: [0.76, 0.05, 0.05, 0.03, 0.03, 0.02, 0.01, 0.02, 0.03],
      u: [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.43, 0.5],
      h: null,
    },
  ],
};
const [missing, exact, different] = [0, 1, 9];

type Pair = readonly [left: number, right: number, level: number, probability: number];

function weigh(pairs: readonly Pair[], multiplicity: Uint32Array | null = null) {
  const builder = new TrainingPairsBuilder(1);
  for (const [left, right, level] of pairs) {
    const evidence = { levels: Uint8Array.of(level), logUAdjust: Float64Array.of(0) };
    builder.push(left, right, evidence, { weight: 1, standsFor: 1, startOdds: 0 });
  }
  const found: TrainingPairs = builder.finish();
  const probabilities = Float64Array.from(pairs, ([, , , probability]) => probability);
  const recordCount = 1 + Math.max(...pairs.flatMap((pair) => pair.slice(0, 2)));
  return weighSecondNames(found, { model, probabilities }, { recordCount, multiplicity });
}

/** `count` homes of four records: two of one name each where relatives live, else three of one name and one mistake. */
const homes = (count: number, areRelatives: boolean): Pair[] =>
  Array.from({ length: count }, (_, home): Pair[] => {
    const [a, b, c, d] = [0, 1, 2, 3].map((record) => 4 * home + record) as [number, number, number, number];
    if (areRelatives)
      return [
        [a, b, exact, 0.99],
        [c, d, exact, 0.99],
        ...[a, b].flatMap((left) => [c, d].map((right): Pair => [left, right, different, 0.4])),
      ];
    return [
      [a, b, exact, 0.99],
      [a, c, exact, 0.99],
      [b, c, exact, 0.99],
      ...[a, b, c].map((left): Pair => [left, d, different, 0.4]),
    ];
  }).flat();

test("names that stand alone are mistakes: what contradicts them counts less", () => {
  const pairs = homes(100, false);
  const { oddsFactors, relatives } = weigh(pairs) ?? { oddsFactors: [], relatives: 1 };
  assert.ok(relatives < 0.05);
  pairs.forEach(([, , level], pair) => {
    if (level === exact) assert.equal(oddsFactors[pair], 1);
    else assert.ok(oddsFactors[pair]! > 2, `${oddsFactors[pair]}`);
  });
});

test("names that are confirmed as often as any may be relatives', and nothing changes", () => {
  const { oddsFactors, relatives } = weigh(homes(100, true)) ?? { oddsFactors: [], relatives: 0 };
  assert.equal(relatives, 1);
  for (const factor of oddsFactors) assert.equal(factor, 1);
});

test("beside many mistakes the few names that are confirmed are relatives'", () => {
  const pairs = [...homes(100, false)];
  const shifted = homes(5, true).map(([left, right, ...rest]): Pair => [left + 400, right + 400, ...rest]);
  const { oddsFactors } = weigh([...pairs, ...shifted]) ?? { oddsFactors: [] };
  shifted.forEach(([, , level], pair) => {
    if (level === different) assert.ok(oddsFactors[pairs.length + pair]! < 0.2);
  });
});

test("identical records confirm each other; without given names, or without a second record, nothing is told", () => {
  const alone: Pair[] = Array.from({ length: 50 }, (_, i) => [2 * i, 2 * i + 1, different, 0.4]);
  assert.equal(weigh(alone), null);
  assert.equal(weigh(alone.map(([left, right]): Pair => [left, right, missing, 0.9])), null);
  const rows = Array.from({ length: 100 }, (_, row): Pair => [row, row, exact, 0.99]);
  assert.notEqual(weigh([...alone, ...rows], new Uint32Array(100).fill(2)), null);
});

test("odds are multiplied, and the other classes keep their proportions", () => {
  const classes = {
    matches: Float64Array.of(0.2, 0.2, 0),
    households: Float64Array.of(0.4, 0.4, 0.5),
    twins: Float64Array.of(0.2, 0.2, 0.5),
    neighbours: Float64Array.of(0.1, 0.1, 0),
  };
  multiplyOdds(Float64Array.of(1, 4, 4), classes);
  assert.equal(classes.matches[0], 0.2);
  assert.ok(Math.abs(classes.matches[1]! - 0.5) < 1e-12);
  assert.ok(Math.abs(classes.households[1]! / classes.neighbours[1]! - 4) < 1e-12);
  assert.ok(Math.abs(classes.households[1]! - 0.25) < 1e-12);
  assert.deepEqual([classes.matches[2], classes.households[2], classes.twins[2]], [0, 0.5, 0.5]);
});
