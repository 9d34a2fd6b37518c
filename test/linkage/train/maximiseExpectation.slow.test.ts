// Training against simulated pairs: the parameters that made them come back, whatever the seed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ComparisonKindName, comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import {
  type ComparisonParameters,
  levelStride,
  type ScoringModel,
  tabulateWeights,
} from "../../../src/linkage/score/scoringModel.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { maximiseExpectation, type TrainingOptions } from "../../../src/linkage/train/maximiseExpectation.ts";
import { joinTrainingPairs, type TrainingPairs } from "../../../src/linkage/train/trainingPairs.ts";
import { type Simulation, simulatePairs } from "./simulatedPairs.ts";

const comparison = (
  kind: ComparisonKindName,
  m: readonly number[],
  u: readonly number[],
  h: readonly number[] | null = null,
): ComparisonParameters => ({ name: kind, kind, field: kind, m, u, h });

const date = comparison(
  "date",
  [0.8, 0.02, 0.06, 0.02, 0.02, 0.02, 0.01, 0.01, 0.005, 0.005, 0.001, 0.029],
  [0.0001, 0.001, 0.002, 0.001, 0.003, 0.003, 0.01, 0.01, 0.03, 0.001, 0.003, 0.9359],
);
const document = comparison("document", [0.9, 0.04, 0.0001, 0.0599], [0.00001, 0.0001, 0.0001, 0.99979]);
const sex = comparison("sex", [0.97, 0.03], [0.5, 0.5]);
const postcode = comparison("postcode", [0.6, 0.1, 0.1, 0.2], [0.001, 0.004, 0.02, 0.975], [0.85, 0.05, 0.05, 0.05]);
const town = comparison("town", [0.7, 0.1, 0.2], [0.02, 0.01, 0.97], [0.9, 0.05, 0.05]);
const givenName = comparison(
  "givenName",
  [0.75, 0.05, 0.05, 0.04, 0.03, 0.02, 0.01, 0.02, 0.03],
  [0.005, 0.005, 0.005, 0.001, 0.004, 0.01, 0.002, 0.468, 0.5],
);

const surname = comparison(
  "surname",
  [0.85, 0.03, 0.03, 0.002, 0.005, 0.02, 0.003, 0.03, 0.03],
  [0.002, 0.002, 0.002, 0.001, 0.002, 0.01, 0.001, 0.48, 0.5],
  [0.7, 0.02, 0.02, 0.01, 0.01, 0.02, 0.02, 0.1, 0.1],
);

function train(
  { pairs }: Simulation,
  truth: ScoringModel,
  hasHouseholds: boolean,
  options: Partial<TrainingOptions> = {},
) {
  const u = { shares: truth.comparisons.map((one) => one.u), presentCounts: truth.comparisons.map(() => 1e5) };
  const size = { recordCount: Math.round(Math.sqrt(2 * pairs.count)), pairCount: pairs.count };
  const initial = createInitialModel(truth.comparisons, u, size);
  const start = hasHouseholds ? initial : { ...initial, householdPrior: 0 };
  const result = maximiseExpectation(pairs, start, {
    pairCount: pairs.count,
    householdPriorMin: 0,
    typicalTwinPrior: start.twinPrior ?? 0,
    recordCount: size.recordCount,
    expectedNamesakes: null,
    nameDependenceMax: 1,
    onePerSource: null,
    matchesMax: pairs.count,
    u,
    ...options,
  });
  return { ...result, initial: start };
}

function assertClose(actual: readonly number[], expected: readonly number[], tolerance: number, what: string): void {
  for (const [i, value] of expected.entries()) {
    assert.ok(Math.abs((actual[i] ?? 9) - value) <= tolerance, `${what} level ${i + 1}: ${actual[i]} is not ${value}`);
  }
}

test("m and the prior of simulated pairs come back, with and without missing values", () => {
  const truth: ScoringModel = { prior: 0.02, householdPrior: 0, comparisons: [date, document, postcode] };
  for (const seed of [1, 2, 3]) {
    for (const missing of [0, 0.2]) {
      const simulation = simulatePairs(truth, [3000, 0, 147_000], { seed, missing });
      const { model } = train(simulation, truth, false);
      assert.ok(Math.abs(model.prior / 0.02 - 1) < 0.05, `prior ${model.prior}`);
      for (const [c, one] of truth.comparisons.entries()) {
        assertClose(model.comparisons[c]?.m ?? [], one.m, 0.03, `${one.name} seed ${seed}`);
        assert.deepEqual(model.comparisons[c]?.u, one.u);
      }
    }
  }
});

test("households beside matches: each class is found, and members of a household are kept apart", () => {
  const comparisons = [givenName, date, sex, postcode, town];
  const truth: ScoringModel = { prior: 0.01, householdPrior: 0.02, comparisons };
  for (const seed of [1, 2, 3]) {
    const simulation = simulatePairs(truth, [1500, 3000, 145_500], { seed });
    const { model, probabilities } = train(simulation, truth, true);
    const { classOf } = simulation;
    const share = (wanted: number): number => {
      const own = [...probabilities].filter((_, pair) => classOf[pair] === wanted);
      return own.filter((probability) => probability > 0.5).length / own.length;
    };
    assert.ok(share(0) > 0.9, `of one person ${share(0)} taken for one`);
    assert.ok(share(1) < 0.02, `of one household ${share(1)} taken for one person`);
    assert.ok(share(2) < 0.001, `of strangers ${share(2)} taken for one person`);
    assert.ok(Math.abs(model.householdPrior / 0.02 - 1) < 0.15, `household prior ${model.householdPrior}`);
    assertClose(model.comparisons[3]?.h ?? [], postcode.h ?? [], 0.06, "postcodes of households");
  }
});

test("codes that are to say nothing move no probability, and are learnt from what other fields tell", () => {
  const code = comparison("code", [0.9, 0.01, 0.09], [0.2, 0.01, 0.79], [0.2, 0.01, 0.79]);
  const truth: ScoringModel = { prior: 0.02, householdPrior: 0, comparisons: [date, document, code] };
  const simulation = simulatePairs(truth, [3000, 0, 147_000], { seed: 4 });
  const silent = train(simulation, truth, false, { isWithoutCodes: true });
  const without = { ...truth, comparisons: [date, document] };
  const { comparisonCount } = simulation.pairs;
  const kept = <T extends Uint8Array | Float32Array | Float64Array>(rows: T): T =>
    rows.filter((_, at) => at % comparisonCount < 2) as T;
  const pairs = {
    ...simulation.pairs,
    comparisonCount: 2,
    levels: kept(simulation.pairs.levels),
    logUAdjust: kept(simulation.pairs.logUAdjust),
  };
  const absent = train({ ...simulation, pairs }, without, false);
  for (const [pair, probability] of silent.probabilities.entries())
    assert.ok(Math.abs(probability - absent.probabilities[pair]!) < 0.01, `pair ${pair}`);
  assertClose(silent.model.comparisons[2]?.m ?? [], code.m, 0.03, "code");
});

test("strangers of one place are neighbours, and no households", () => {
  const places = [
    { ...postcode, n: [0.01, 0.04, 0.93, 0.02] },
    { ...town, n: [0.95, 0.04, 0.01] },
  ];
  const truth: ScoringModel = {
    prior: 0.01,
    householdPrior: 0.002,
    neighbourPrior: 0.04,
    comparisons: [givenName, surname, date, ...places],
  };
  for (const seed of [1, 2, 3]) {
    const simulation = simulatePairs(truth, [1500, 300, 142_200, 0, 6000], { seed });
    const { model, probabilities } = train(simulation, truth, true);
    assert.ok(Math.abs((model.neighbourPrior ?? 0) / 0.04 - 1) < 0.1, `neighbours ${model.neighbourPrior}`);
    assert.ok(Math.abs(model.householdPrior / 0.002 - 1) < 0.25, `households ${model.householdPrior}`);
    assertClose(model.comparisons[3]?.n ?? [], places[0]?.n ?? [], 0.05, "postcodes of neighbours");
    const taken = (wanted: number): number =>
      probabilities.filter((probability, pair) => simulation.classOf[pair] === wanted && probability > 0.5).length;
    assert.ok(taken(0) > 1400, `${taken(0)} of 1,500 matches`);
    assert.ok(taken(4) <= 6, `${taken(4)} of 6,000 neighbours taken for one person`);
  }
});

test("twins where hardly anybody has a second record are not taken for one person; wrong given names are", () => {
  const comparisons = [givenName, surname, date];
  for (const seed of [1, 2, 3]) {
    const few: ScoringModel = { prior: 0.0001, householdPrior: 0, comparisons };
    const { model, probabilities } = train(simulatePairs(few, [40, 0, 300_000, 12], { seed }), few, false);
    const taken = probabilities.slice(-12).filter((probability) => probability > 0.5).length;
    assert.ok(taken <= 3, `${taken} of 12 pairs of twins taken for one person`);
    assert.ok(probabilities.slice(0, 40).filter((probability) => probability > 0.5).length >= 30);
    assert.ok(Math.abs((model.twinPrior ?? 0) * 300_052 - 12) < 8, `${(model.twinPrior ?? 0) * 300_052} twins`);
    // A tenth of the given names wrong among many matches, and no twins: they stay matches.
    const wrong = { ...givenName, m: [0.65, 0.05, 0.05, 0.04, 0.03, 0.02, 0.01, 0.05, 0.1] };
    const many: ScoringModel = { prior: 0.01, householdPrior: 0, comparisons: [wrong, surname, date] };
    const simulation = simulatePairs(many, [3000, 0, 297_000], { seed });
    const found = train(simulation, many, false).probabilities.slice(0, 3000);
    assert.ok(found.filter((probability) => probability > 0.5).length > 2850);
  }
});

test("people who share names and no birth date are held for few more errors of birth dates than sure pairs have", () => {
  const truth: ScoringModel = { prior: 0.001, householdPrior: 0, comparisons: [givenName, surname, date, document] };
  const strangersIn = {
    ...truth,
    comparisons: truth.comparisons.map((one) => (one === date ? { ...one, m: one.u } : one)),
  };
  for (const seed of [1, 2, 3]) {
    const { pairs } = simulatePairs(truth, [1000, 0, 298_000], { seed });
    const namesakes = simulatePairs(strangersIn, [1300, 0, 0], { seed: seed + 10 }).pairs;
    for (let row = 3; row < namesakes.levels.length; row += 4) namesakes.levels[row] = 0;
    const { model } = train(
      { pairs: joinTrainingPairs([pairs, namesakes], 4), classOf: new Uint8Array() },
      truth,
      false,
    );
    const different = model.comparisons[2]?.m.at(-1) ?? 1;
    assert.ok(different < 0.12, `${different} of birth dates differ, truly ${date.m.at(-1)}`);
  }
});

test("where nobody is in the file twice, households are not taken for persons", () => {
  const truth: ScoringModel = {
    prior: 1e-9,
    householdPrior: 0.02,
    comparisons: [givenName, date, sex, postcode, town],
  };
  for (const seed of [1, 2, 3]) {
    const simulation = simulatePairs(truth, [0, 3000, 147_000], { seed });
    const { probabilities } = train(simulation, truth, true);
    const taken = probabilities.reduce((sum, probability) => sum + (probability > 0.5 ? 1 : 0), 0);
    assert.ok(taken <= 30, `${taken} of 3,000 pairs of one household taken for one person`);
  }
});

/** Log of the likelihood times the Dirichlet priors that m is drawn with, u and the frequencies being given. */
function penalisedLogLikelihood(pairs: TrainingPairs, model: ScoringModel): number {
  const tables = tabulateWeights(model);
  const width = pairs.comparisonCount;
  let sum = 0;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    let match = tables.logPrior;
    for (let c = 0; c < width; c += 1) {
      const level = pairs.levels[pair * width + c] ?? 0;
      if (level === 0) continue;
      const at = c * levelStride + level;
      match += (tables.logM[at] ?? 0) - (tables.logU[at] ?? 0) - (pairs.logUAdjust[pair * width + c] ?? 0);
    }
    sum += Math.log(Math.exp(match) + tables.strangerPrior);
  }
  for (const { kind, m } of model.comparisons) {
    const { priorPairs, levels } = comparisonKinds[kind];
    m.forEach((value, level) => {
      sum += priorPairs * (levels[level]?.mPrior ?? 0) * Math.log(value);
    });
  }
  return sum;
}

test("training climbs its own objective, above the start and the truth itself, and comes to rest", () => {
  const truth: ScoringModel = { prior: 0.02, householdPrior: 0, comparisons: [date, document, postcode] };
  const simulation = simulatePairs(truth, [1000, 0, 49_000], { seed: 9 });
  const { model, rounds, initial } = train(simulation, truth, false);
  const reached = penalisedLogLikelihood(simulation.pairs, model);
  assert.ok(reached >= penalisedLogLikelihood(simulation.pairs, initial));
  assert.ok(reached >= penalisedLogLikelihood(simulation.pairs, truth) - 1e-6);
  const last = rounds.at(-1);
  assert.ok(last !== undefined && last.largestChange < 1e-3 && rounds.length < 60, `${rounds.length} rounds`);
  // Each round moves less than the first by far: no wandering.
  assert.ok(rounds.slice(5).every(({ largestChange }) => largestChange < (rounds[0]?.largestChange ?? 0)));
});
