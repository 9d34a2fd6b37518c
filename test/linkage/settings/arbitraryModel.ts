// Any model that is valid, for properties of model files.
import fc from "fast-check";
import { type ComparisonKind, comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import type { FrequencyTables } from "../../../src/linkage/compare/frequencies.ts";
import type { BlockingModel, Model, TrainingFacts } from "../../../src/linkage/model.ts";
import { nameOrders } from "../../../src/linkage/profile/columnProfile.ts";
import { semanticTypes } from "../../../src/linkage/profile/semanticType.ts";
import type { ComparisonParameters } from "../../../src/linkage/score/scoringModel.ts";
import type { ColumnPlan, FieldPlan } from "../../../src/linkage/standardise/fieldPlan.ts";

const text = fc.string({ unit: "binary", maxLength: 12 });
const share = fc.double({ min: 1e-12, max: 1, noNaN: true });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const count = fc.nat(2 ** 31);

function normalised(length: number): fc.Arbitrary<number[]> {
  return fc.array(share, { minLength: length, maxLength: length }).map((shares) => {
    const sum = shares.reduce((total, value) => total + value, 0);
    return shares.map((value) => Math.max(value / sum, Number.MIN_VALUE));
  });
}

const column: fc.Arbitrary<ColumnPlan> = fc.record(
  {
    column: text,
    type: fc.constantFrom(...semanticTypes),
    dateOrder: fc.constantFrom("dayFirst", "monthFirst", "yearFirst", null),
    nameOrder: fc.constantFrom(...nameOrders, null),
    latestYear: fc.integer({ min: 1900, max: 2100 }),
    placeholders: fc.array(text, { maxLength: 3 }),
    dateOrders: fc.dictionary(text, fc.constantFrom("dayFirst", "monthFirst", "yearFirst"), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    nameOrders: fc.dictionary(text, fc.constantFrom(...nameOrders), { maxKeys: 3, noNullPrototype: true }),
    nameWords: fc.record(
      {
        given: fc.array(text, { maxLength: 3 }),
        surname: fc.array(text, { maxLength: 3 }),
        onlySources: fc.array(text, { maxLength: 3 }),
      },
      { requiredKeys: ["given", "surname"] },
    ),
    yearsBySource: fc.dictionary(text, fc.integer({ min: -90, max: 90 }), { maxKeys: 3, noNullPrototype: true }),
    ageIn: fc.integer({ min: 1800, max: 2100 }),
    event: fc.record({
      column: text,
      dateOrder: fc.constantFrom("dayFirst", "monthFirst", "yearFirst", null),
      latestYear: fc.integer({ min: 1900, max: 2100 }),
    }),
    isBesideAges: fc.constant(true as const),
    onlySources: fc.array(text, { maxLength: 3 }),
    sexCodes: fc.dictionary(text, fc.constantFrom("f", "m"), { maxKeys: 3, noNullPrototype: true }),
    prefixes: fc.array(text, { maxLength: 3 }),
    hasInitials: fc.constant(true as const),
    hasUnvowelled: fc.constant(true as const),
    writings: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ["column", "type", "dateOrder", "nameOrder", "latestYear", "placeholders"] },
);

const kindOfField = { name: "givenName", date: "date", address: "tokens", postcode: "postcode", text: "code" } as const;

function comparisonOver(field: FieldPlan): fc.Arbitrary<ComparisonParameters> {
  const name = kindOfField[field.kind as keyof typeof kindOfField];
  const kind: ComparisonKind = comparisonKinds[name];
  const size = kind.levels.length;
  return fc.record(
    {
      name: fc.constant(`over ${field.name}`),
      kind: fc.constant(name),
      field: fc.constant(field.name),
      m: normalised(size),
      u: normalised(size),
      h: fc.option(normalised(size)),
      n: normalised(size),
    },
    { requiredKeys: ["name", "kind", "field", "m", "u", "h"] },
  );
}

const fields: fc.Arbitrary<FieldPlan[]> = fc.uniqueArray(
  fc.record(
    {
      name: text,
      kind: fc.constantFrom(...(Object.keys(kindOfField) as (keyof typeof kindOfField)[])),
      columns: fc.array(column, { minLength: 1, maxLength: 3 }),
      spellings: fc.array(fc.tuple(text, text), { maxLength: 3 }),
      toldBy: text,
      seriesBy: fc.array(text, { maxLength: 2 }),
    },
    { requiredKeys: ["name", "kind", "columns"] },
  ),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name },
);

/** With total above every count. */
export const frequencyTables: fc.Arbitrary<FrequencyTables> = fc
  .array(fc.tuple(text, fc.array(fc.tuple(text, fc.integer({ min: 1, max: 1000 })), { maxLength: 20 })), {
    maxLength: 4,
  })
  .map(
    (slots) => new Map(slots.map(([slot, counts]) => [slot, { total: 1000 + counts.length, counts: new Map(counts) }])),
  );

const training: fc.Arbitrary<TrainingFacts> = fc.record({
  recordCount: count,
  sourceCount: count,
  pairCount: fc.maxSafeNat(),
  candidatePairCount: fc.maxSafeNat(),
  trainingPairCount: count,
  expectedMatches: fc.double({ min: 0, max: 1e12, noNaN: true }),
  seed: count,
  trainedOn: fc.constant("2001-02-03"),
  rounds: fc.array(fc.record({ round: count, prior: share, largestChange: share }), { maxLength: 3 }),
  notes: fc.array(text, { maxLength: 3 }),
});

const ruleWithKeys = fc.tuple(
  fc.array(text, { maxLength: 3 }),
  fc.uniqueArray(fc.nat(2 ** 32 - 1), { maxLength: 100 }),
);

const blocking: fc.Arbitrary<BlockingModel> = fc
  .tuple(
    fc.uniqueArray(ruleWithKeys, { maxLength: 4, selector: ([rule]) => JSON.stringify(rule) }),
    fc.integer({ min: 2, max: 1e6 }),
    fc.nat(1e6),
  )
  .map(([rules, blockSizeMax, more]) => ({
    rules: rules.map(([rule]) => rule),
    blockSizeMax,
    blockSizeCeiling: blockSizeMax + more,
    stopKeys: rules.map(([, keys]) => Uint32Array.from(keys).sort()),
  }));

/** Plain objects, as the engine makes them. */
export const arbitraryModel: fc.Arbitrary<Model> = fields
  .chain((plans) =>
    fc.record({
      scoring: fc.record({
        prior: fc.double({ min: 1e-15, max: 0.5, noNaN: true }),
        householdPrior: fc.double({ min: 0, max: 0.25, noNaN: true }),
        twinPrior: fc.double({ min: 0, max: 0.1, noNaN: true }),
        neighbourPrior: fc.double({ min: 0, max: 0.1, noNaN: true }),
        movedShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
        renamedShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
        comparisons: fc.tuple(...plans.map(comparisonOver)),
      }),
      fields: fc.constant(plans),
      acrossOnly: fc.boolean(),
      sourcesBy: fc.option(fc.record({ column: text, values: fc.array(text, { maxLength: 3 }) })),
      blocking,
      thresholds: fc.tuple(finite, finite, finite).map(([a, b, review]) => ({
        link: Math.max(a, b),
        review,
        component: Math.min(a, b),
      })),
      clustering: fc.record({
        componentSizeMax: fc.integer({ min: 1, max: 1e6 }),
        isOnePerSource: fc.boolean(),
        withinRatio: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      frequencies: frequencyTables,
      training,
    }),
  )
  .map((model) => structuredClone(model));

/** A small model with figures a person might see; `entries` values in its frequencies, `stopKeys` keys of its rule. */
export function makeModel(entries = 3, stopKeys = 2): Model {
  const counts = new Map(Array.from({ length: entries }, (_, i) => [`value ${i}`, 2 + (i % 5)]));
  const columns = [
    {
      column: "given",
      type: "givenName",
      dateOrder: null,
      nameOrder: null,
      latestYear: null,
      placeholders: ["unknown"],
    },
  ] as const;
  const { levels } = comparisonKinds.sex;
  return {
    scoring: {
      prior: 0.001,
      householdPrior: 0,
      twinPrior: 0,
      neighbourPrior: 0,
      movedShare: 0,
      renamedShare: 0,
      comparisons: [
        {
          name: "given_name",
          kind: "givenName",
          field: "name",
          m: comparisonKinds.givenName.levels.map(({ mPrior }) => mPrior),
          u: [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.03, 0.9],
          h: null,
        },
        { name: "sex", kind: "sex", field: "sex", m: levels.map(({ mPrior }) => mPrior), u: [0.5, 0.5], h: null },
      ],
    },
    fields: [
      { name: "name", kind: "name", columns },
      { name: "sex", kind: "sex", columns: [{ ...columns[0], column: "sex", type: "sex" }] },
    ],
    acrossOnly: false,
    sourcesBy: null,
    blocking: {
      rules: [["given_name sound", "sex"]],
      blockSizeMax: 250,
      blockSizeCeiling: 2000,
      stopKeys: [Uint32Array.from({ length: stopKeys }, (_, i) => 7 * i)],
    },
    thresholds: { link: 2, review: -1, component: -3 },
    clustering: { componentSizeMax: 300, isOnePerSource: false, withinRatio: 0 },
    frequencies: new Map([["name.given", { total: 10_000, counts }]]),
    training: {
      recordCount: 10_000,
      sourceCount: 1,
      pairCount: 49_995_000,
      candidatePairCount: 100_000,
      trainingPairCount: 50_000,
      expectedMatches: 4999.5,
      seed: 1,
      trainedOn: "2001-02-03",
      rounds: [{ round: 1, prior: 0.001, largestChange: 0.0001 }],
      notes: [],
    },
  };
}
