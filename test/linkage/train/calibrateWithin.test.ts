// Pairs within sources, none of which is a match, tell how many of the doubtful pairs between sources are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ScoringModel, tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { calibrateWithin } from "../../../src/linkage/train/calibrateWithin.ts";
import { type TrainingPairs, TrainingPairsBuilder } from "../../../src/linkage/train/trainingPairs.ts";

const model: ScoringModel = {
  prior: 0.001,
  householdPrior: 0,
  comparisons: [{ name: "x", kind: "number", field: "x", m: [0.9, 0.1], u: [0.1, 0.9], h: null }],
};
const tables = tabulateWeights(model);
const differs = tables.logPrior + Math.log(0.1 / 0.9) - Math.log(tables.strangerPrior);
const recordCount = 10_000;

/** Pairs of records with these natural log odds under the model. */
function makePairs(pairs: readonly (readonly [left: number, right: number, odds: number])[]): TrainingPairs {
  const builder = new TrainingPairsBuilder(1);
  for (const [left, right, odds] of pairs) {
    const evidence = { levels: Uint8Array.of(2), logUAdjust: Float64Array.of(differs - odds) };
    builder.push(left, right, evidence, { weight: 1, standsFor: 1, startOdds: 0 });
  }
  return builder.finish();
}

/** `count` pairs of records of their own, from record `first` on. */
const alone = (count: number, odds: number, first = 0) =>
  Array.from({ length: count }, (_, i) => [first + 2 * i, first + 2 * i + 1, odds] as const);

const shiftOf = (across: Parameters<typeof makePairs>[0], within: Parameters<typeof makePairs>[0], ratio = 1): number =>
  calibrateWithin(makePairs(across), { pairs: makePairs(within), ratio }, model, recordCount);

const near = (actual: number, expected: number, by: number): void =>
  assert.ok(Math.abs(actual - expected) <= by, `${actual} is not within ${by} of ${expected}`);

test("doubtful pairs that have no equals within sources are likelier than the model has it, and the other way round", () => {
  // 1,000 pairs said to be matches with probability .1, of which 400 have equals: 600 are matches, less a deviation.
  const wanted = 600 - Math.sqrt(1000 + 400 + 1);
  const exact = Math.log(wanted / (1000 - wanted)) + Math.log(9);
  near(shiftOf(alone(1000, -Math.log(9)), alone(400, -2, 4000)), exact, 1e-6);
  assert.ok(shiftOf(alone(1000, Math.log(9)), alone(900, 2, 4000)) < -2);
});

test("twice as many possible pairs between sources as within them count each of those twice", () => {
  const [once, twice] = [1, 2].map((ratio) => shiftOf(alone(1000, -2), alone(200, -2, 4000), ratio));
  assert.ok(twice! < once!);
});

test("pairs that become doubtful when others are moved are looked at in their turn", () => {
  const far = [...alone(300, -4.5), ...alone(1000, -8.5, 1000)];
  assert.ok(shiftOf(alone(300, -4.5), []) < 8);
  assert.ok(shiftOf(far, []) > 8);
  assert.ok(shiftOf(far, alone(990, -8.5, 5000)) < 8);
});

test("what may be chance moves nothing", () => {
  assert.equal(shiftOf(alone(1000, 0), alone(500, 0, 4000)), 0);
  assert.equal(shiftOf(alone(10, -2), alone(4, -2, 4000)), 0);
  assert.equal(shiftOf([], []), 0);
});

test("records that have a certain partner, and pairs that are not the best of both records, do not count", () => {
  const across = alone(1000, -2);
  const plain = shiftOf(across, alone(300, -2, 4000));
  const certain = across.map(([left], i): readonly [number, number, number] => [left, 3000 + i, 9]);
  assert.equal(shiftOf([...across, ...certain], alone(300, -2, 4000)), 0);
  const rivals = across.map(([left], i): readonly [number, number, number] => [left, 6000 + i, -3]);
  near(shiftOf([...across, ...rivals], alone(300, -2, 4000)), plain, 1e-9);
});

test("strangers whose place partners take are not missed: as many fewer are each other's best", () => {
  // Of 10,000 records half have a partner at 4, which leaves a quarter of the strangers at −4 that stand within sources.
  const partners = alone(2500, 4);
  const strangers = alone(2000, -4, 4000);
  const left = alone(500, -4, 6000);
  assert.equal(shiftOf([...partners, ...left], strangers), 0);
});

test("strangers who are missed at low odds, as where whole households have their partners, undo no matches at high ones", () => {
  const partners = alone(60, 3.5);
  assert.equal(shiftOf([...partners, ...alone(5, -4, 1000)], alone(80, -4, 4000)), 0);
  assert.ok(shiftOf([...partners, ...alone(5, -4, 1000)], [...alone(80, -4, 4000), ...alone(50, 3.5, 6000)]) < 0);
});
