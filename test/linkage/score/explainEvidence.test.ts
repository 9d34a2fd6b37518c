// A waterfall must tell the story of the score itself: for any model and any evidence its steps sum to the match weight.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type Comparison,
  type ComparisonKind,
  type ComparisonKindName,
  comparisonKinds,
} from "../../../src/linkage/compare/comparison.ts";
import { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import { explainEvidence } from "../../../src/linkage/score/explainEvidence.ts";
import { bitsPerNat, scorePair } from "../../../src/linkage/score/pairScorer.ts";
import {
  type ComparisonParameters,
  type ScoringModel,
  tabulateWeights,
} from "../../../src/linkage/score/scoringModel.ts";

const kindNames = Object.keys(comparisonKinds) as ComparisonKindName[];

interface Scored {
  readonly model: ScoringModel;
  readonly levels: readonly number[];
  readonly adjusts: readonly number[];
}

/** `count` probabilities above 0 that sum to 1. */
const shares = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: count, maxLength: count }).map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });

function comparisonOf(kindName: ComparisonKindName, index: number) {
  const kind: ComparisonKind = comparisonKinds[kindName];
  const count = kind.levels.length;
  return fc.record({
    parameters: fc
      .record(
        { m: shares(count), u: shares(count), h: shares(count), n: shares(count) },
        { requiredKeys: ["m", "u", "h"] },
      )
      .map(({ h, ...own }): ComparisonParameters => {
        const name = `${kindName}${index}`;
        return { name, kind: kindName, field: name, ...own, h: kind.role === "shared" ? h : null };
      }),
    level: fc.nat({ max: count }),
    adjust: fc.double({ min: -18, max: 1, noNaN: true }),
  });
}

const scored: fc.Arbitrary<Scored> = fc
  .array(fc.constantFrom(...kindNames), { minLength: 0, maxLength: 12 })
  .chain((names) =>
    fc.record({
      parts: fc.tuple(...names.map(comparisonOf)),
      prior: fc.double({ min: 1e-9, max: 0.4, noNaN: true }),
      householdPrior: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.25, noNaN: true })),
      twinPrior: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.1, noNaN: true })),
      neighbourPrior: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.1, noNaN: true })),
      movedShare: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.9, noNaN: true })),
      renamedShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
    }),
  )
  .map(({ parts, ...priors }) => ({
    model: { ...priors, comparisons: parts.map(({ parameters }) => parameters) },
    levels: parts.map(({ level }) => level),
    adjusts: parts.map(({ level, adjust }) => (level === 0 ? 0 : adjust)),
  }));

function evidenceOf({ levels, adjusts }: Scored): PairEvidence {
  const evidence = new PairEvidence(levels.length);
  evidence.levels.set(levels);
  evidence.logUAdjust.set(adjusts);
  return evidence;
}

test("the steps sum to the match weight, whatever the model and the evidence", () => {
  fc.assert(
    fc.property(scored, (example) => {
      const tables = tabulateWeights(example.model);
      const evidence = evidenceOf(example);
      const steps = explainEvidence(tables, evidence, example.model.comparisons);
      const sum = steps.reduce((total, { weight }) => total + weight, 0);
      const weight = scorePair(tables, evidence) * bitsPerNat;
      assert.ok(Math.abs(sum - weight) <= 1e-9, `${sum} is not ${weight}`);
      assert.equal(steps[0]?.label, "Prior");
      assert.equal(
        steps.some(({ label }) => label === "Household"),
        example.model.householdPrior > 0,
      );
      assert.equal(
        steps.some(({ label }) => label === "Twin"),
        (example.model.twinPrior ?? 0) > 0,
      );
      assert.equal(
        steps.some(({ label }) => label === "Neighbour"),
        (example.model.neighbourPrior ?? 0) > 0,
      );
      assert.equal(
        steps.some(({ label }) => label === "Move"),
        (example.model.movedShare ?? 0) > 0,
      );
      const missing = steps.filter(({ level }) => level === "missing");
      assert.equal(missing.length, example.levels.filter((level) => level === 0).length);
      assert.ok(missing.every((step) => step.weight === 0));
    }),
    { numRuns: 500 },
  );
});

test("a rare value and an average one differ in the step on how common the value is, and there alone", () => {
  const surname: ComparisonParameters = {
    name: "surname",
    kind: "surname",
    field: "name",
    m: [0.84, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02],
    u: [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.92],
    h: [0.8, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025, 0.025],
  };
  const comparisons: Comparison[] = [surname];
  const tables = tabulateWeights({ prior: 0.001, householdPrior: 0, comparisons: [surname] });
  const explain = (frequency: number) =>
    explainEvidence(tables, evidenceOf({ ...example, adjusts: [Math.log(frequency)] }), comparisons);
  const example = { model: { prior: 0.001, householdPrior: 0, comparisons: [surname] }, levels: [1], adjusts: [0] };
  const close = (actual: number | undefined, expected: number) =>
    assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-9, `${actual} is not ${expected}`);

  const rare = explain(0.01 / 8);
  assert.deepEqual(
    rare.map(({ label, level }) => [label, level]),
    [
      ["Prior", ""],
      ["Surname", "exact"],
      ["Surname", "how common the value is"],
    ],
  );
  close(rare[0]?.weight, Math.log2(0.001 / 0.999));
  close(rare[1]?.weight, Math.log2(84));
  close(rare[2]?.weight, 3);
  assert.deepEqual(explain(0.01).slice(0, 2), rare.slice(0, 2));
  close(explain(0.04)[2]?.weight, -2);
});

test("what a household explains as well is taken away in the last step", () => {
  const [town, givenName] = [
    { name: "town", kind: "town", field: "town", m: [0.8, 0.1, 0.1], u: [0.01, 0.01, 0.98], h: [0.9, 0.05, 0.05] },
    {
      name: "given_name",
      kind: "givenName",
      field: "name",
      m: [0.84, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02],
      u: [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.92],
      h: null,
    },
  ] as const satisfies readonly ComparisonParameters[];
  const model: ScoringModel = { prior: 0.001, householdPrior: 0.01, comparisons: [town, givenName] };
  const tables = tabulateWeights(model);
  const last = (levels: number[], adjusts: number[]) =>
    explainEvidence(tables, evidenceOf({ model, levels, adjusts }), model.comparisons).at(-1);
  const same = last([1, 9], [Math.log(0.01), 0]);
  assert.equal(same?.label, "Household");
  // Others of the home agree on the town 90 times as often as strangers, and differ in the given name almost always: but for those
  // who share it, and those of whom one has the other's as a middle name.
  const expected = Math.log2(0.999 / (0.989 + 0.01 * 90 * (1 - 0.004 - 0.01)));
  assert.ok(Math.abs((same?.weight ?? 0) - expected) < 1e-9);
  assert.equal(Math.abs(last([0, 0], [0, 0])?.weight ?? 1) < 1e-12, true);
});
