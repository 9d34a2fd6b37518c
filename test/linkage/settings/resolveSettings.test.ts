// Flags over file over defaults, and every mistake of a settings file in one error.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { blockingDefaults } from "../../../src/linkage/block/chooseRules.ts";
import type { LinkOptions } from "../../../src/linkage/linkOptions.ts";
import type { ColumnProfile } from "../../../src/linkage/profile/columnProfile.ts";
import { semanticTypes } from "../../../src/linkage/profile/semanticType.ts";
import { describeSettings } from "../../../src/linkage/settings/describeSettings.ts";
import { requireKnownColumns } from "../../../src/linkage/settings/requireKnownColumns.ts";
import { resolveSettings } from "../../../src/linkage/settings/resolveSettings.ts";
import type { NamesakeError } from "../../../src/shared/errors.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-settings-"));
});
after(() => rm(folder, { recursive: true, force: true }));

const today = new Date("2001-02-03T00:00:00Z");
const resolveWith = (options: Partial<LinkOptions>) => resolveSettings({ input: "people.csv", ...options }, today);

async function refused(options: Partial<LinkOptions>): Promise<NamesakeError> {
  return resolveWith(options).then(
    () => assert.fail("the settings were accepted"),
    (error: NamesakeError) => error,
  );
}

async function mistakesIn(settings: object): Promise<readonly string[]> {
  const error = await refused({ settings });
  assert.equal(error.code, "SETTINGS_INVALID", String(error));
  return error.where;
}

test("without settings everything is decided by the data or a default", async () => {
  assert.deepEqual(await resolveWith({}), {
    read: {},
    truthFile: null,
    profile: { types: {}, dateOrders: {}, currentYear: 2001 },
    acrossOnly: false,
    blocking: {},
    blockingRules: null,
    training: { seed: 1, pairsMax: 3_000_000 },
    favour: "balance",
    maxFalseMergeRate: null,
    reviewProbability: 0.05,
    linkProbability: null,
    componentSizeMax: 300,
    onePerSource: "auto",
    currentYear: 2001,
  });
});

const whole = {
  version: 1,
  $schema: "ours",
  comment: "all keys",
  input: {
    id: "key",
    source: "system",
    sourcesBy: null,
    acrossOnly: true,
    columnNames: { left: { nachname: "surname" } },
  },
  columns: {
    comment: "a note where no object stands",
    dob: {
      type: "birthDate",
      dateOrder: "monthFirst",
      confidence: 0.5,
      reasons: ["named like it"],
      "comment on it": 1,
    },
    comments: { type: "freeText" },
    "last name": { type: "surname" },
  },
  blocking: {
    allPairsMax: 10,
    blockSizeMax: 20,
    pairsPerRecordMax: 30.5,
    pairsPerRecordOfRuleMax: 4,
    rules: [["sex"], []],
  },
  training: { seed: 3, pairsMax: 5000 },
  thresholds: { favour: "recall", linkProbability: 0.9, reviewProbability: 0.1 },
  clustering: { componentSizeMax: 50, onePerSource: true },
  currentYear: 1999,
};

test("every key of a settings file is taken", async () => {
  assert.deepEqual(await resolveWith({ settings: whole }), {
    read: { idColumn: "key", sourceColumn: "system", columnNames: { left: { nachname: "surname" } } },
    truthFile: null,
    profile: {
      types: { dob: "birthDate", comments: "freeText", "last name": "surname" },
      dateOrders: { dob: "monthFirst" },
      currentYear: 1999,
    },
    acrossOnly: true,
    blocking: { allPairsMax: 10, blockSizeMax: 20, pairsPerRecordMax: 30.5, pairsPerRecordOfRuleMax: 4 },
    blockingRules: [["sex"], []],
    training: { seed: 3, pairsMax: 5000 },
    favour: "recall",
    maxFalseMergeRate: null,
    reviewProbability: 0.1,
    linkProbability: 0.9,
    componentSizeMax: 50,
    onePerSource: true,
    sourcesBy: null,
    currentYear: 1999,
  });
});

test("flags win over the file", async () => {
  const flags = { idColumn: "other", sourceColumn: "from", acrossOnly: false, seed: 9, favour: "precision" } as const;
  const resolved = await resolveWith({ settings: whole, ...flags });
  assert.equal(resolved.read.idColumn, "other");
  assert.equal(resolved.read.sourceColumn, "from");
  assert.equal(resolved.acrossOnly, false);
  assert.equal(resolved.training.seed, 9);
  assert.equal(resolved.favour, "precision");
  assert.equal(resolved.linkProbability, null, "a flag that places the threshold sets a fixed one aside");
  assert.equal((await resolveWith({ settings: whole, maxFalseMergeRate: 0.01 })).maxFalseMergeRate, 0.01);
});

test("a null identifier asks for row numbers, an absent one lets the data decide", async () => {
  assert.equal((await resolveWith({ settings: { input: { id: null } } })).read.idColumn, null);
  assert.equal("idColumn" in (await resolveWith({ settings: { input: {} } })).read, false);
});

test("the plan is frozen all the way down", async () => {
  const { profile, blockingRules, training } = await resolveWith({ settings: whole });
  for (const part of [profile, profile.types, blockingRules, blockingRules?.[0], training])
    assert.ok(Object.isFrozen(part));
});

test("truth is a file where one exists, else a column", async () => {
  const file = join(folder, "truth.csv");
  await writeFile(file, "a,b\n");
  const asFile = await resolveWith({ truth: file });
  assert.equal(asFile.truthFile, file);
  assert.equal("truthColumn" in asFile.read, false);
  const asColumn = await resolveWith({ truth: "cluster" });
  assert.equal(asColumn.truthFile, null);
  assert.equal(asColumn.read.truthColumn, "cluster");
});

test("five mistakes are reported together, each with its path and the nearest known word", async () => {
  const mistakes = await mistakesIn({
    input: { identifier: "id" },
    columns: { dob: { type: "birthdate" }, "post code": { typ: "postcode" } },
    training: { seed: -1 },
    clustering: { onePerSource: "yes" },
  });
  assert.deepEqual(mistakes, [
    "input.identifier: is no key here; known: id, source, sourcesBy, acrossOnly, columnNames",
    'columns.dob.type: "birthdate" is no type; nearest: birthDate',
    'columns["post code"].typ: is no key here; nearest: type',
    "training.seed: must be a whole number at least 0 and at most 4294967295",
    'clustering.onePerSource: must be true, false or "auto"',
  ]);
});

const wrong: readonly [string, object, RegExp][] = [
  ["a later version", { version: 2 }, /^version: 2 is newer/],
  ["a section that is no object", { columns: ["dob"] }, /^columns: must be an object/],
  ["a list as the document", [], /^the document: must be an object/],
  [
    "a date order of no date",
    { columns: { a: { type: "town", dateOrder: "dayFirst" } } },
    /^columns\.a\.dateOrder: is for/,
  ],
  ["two ways to the threshold", { thresholds: { linkProbability: 0.9, maxFalseMergeRate: 0.1 } }, /keep one$/],
  ["review above link", { thresholds: { linkProbability: 0.5, reviewProbability: 0.6 } }, /must not be above/],
  ["a probability of 1", { thresholds: { linkProbability: 1 } }, /above 0 and below 1/],
  ["no rules", { blocking: { rules: [] } }, /^blocking\.rules: must hold at least one/],
  ["a rule of one text", { blocking: { rules: ["surname"] } }, /^blocking\.rules\[0\]: must be a list/],
  ["a key twice", { blocking: { rules: [["sex", "sex"]] } }, /^blocking\.rules\[0\]: holds a key twice/],
  ["four keys", { blocking: { rules: [["a", "b", "c", "d"]] } }, /^blocking\.rules\[0\]: holds more than 3/],
  ["an empty name", { input: { columnNames: { left: { a: "" } } } }, /^input\.columnNames\.left\.a: must name/],
  ["half a pair", { training: { pairsMax: 5000.5 } }, /^training\.pairsMax: must be a whole number/],
];

for (const [name, settings, expected] of wrong) {
  test(`refused: ${name}`, async () => {
    const mistakes = await mistakesIn(settings);
    assert.equal(mistakes.length, 1, mistakes.join("; "));
    assert.match(mistakes[0] ?? "", expected);
  });
}

test("options of the library are checked like the file", async () => {
  const { code, where } = await refused({ seed: Number.NaN, maxFalseMergeRate: 2, favour: "ballance" as "balance" });
  assert.equal(code, "SETTINGS_INVALID");
  assert.deepEqual(
    where.map((place) => place.split(":")[0]),
    ["option seed", "option favour", "option maxFalseMergeRate"],
  );
});

test("a settings file is named where it is missing, a folder, or no JSON", async () => {
  const path = join(folder, "settings.json");
  assert.equal((await refused({ settings: path })).code, "FILE_NOT_FOUND");
  assert.equal((await refused({ settings: folder })).code, "FILE_IS_DIRECTORY");
  await writeFile(path, '{\n  "training": { "seed": 1 },\n}\n');
  const { code, where } = await refused({ settings: path });
  assert.equal(code, "SETTINGS_INVALID");
  assert.deepEqual(where, [`${path} is not JSON: line 3, column 1`]);
  await writeFile(path, '\uFEFF{ "training": { "seed": 5 } }');
  assert.equal((await resolveWith({ settings: path })).training.seed, 5);
  await writeFile(path, Buffer.from([0x7b, 0xff, 0x7d]));
  assert.deepEqual((await refused({ settings: path })).where, [`${path} is not UTF-8 text`]);
});

test("any JSON is either a plan or a list of mistakes", async () => {
  const keys = fc.constantFrom(
    "input",
    "columns",
    "blocking",
    "training",
    "thresholds",
    "clustering",
    "rules",
    "id",
    "type",
  );
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(null, -1, 0.5, 7, "", "auto", true),
      fc.array(tie("node"), { maxLength: 2 }),
      fc.dictionary(fc.oneof(keys, fc.string()), tie("node"), { maxKeys: 4 }),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(fc.oneof(tree, fc.dictionary(keys, tree)), async (value) => {
      const settings = JSON.parse(JSON.stringify(value)) as object | null;
      if (typeof settings !== "object" || settings === null) return;
      await resolveWith({ settings }).catch((error: NamesakeError) => {
        assert.equal(error.code, "SETTINGS_INVALID", String(error.stack));
        assert.ok(error.where.length > 0);
      });
    }),
    { numRuns: 300 },
  );
});

const profile: fc.Arbitrary<ColumnProfile> = fc
  .record({
    name: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "comment", "$id", "7")),
    type: fc.constantFrom(...semanticTypes),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    reasons: fc.array(fc.string(), { maxLength: 2 }),
    order: fc.constantFrom("dayFirst", "monthFirst", "yearFirst", null),
  })
  .map(({ name, type, confidence, reasons, order }) => ({
    ...{ name, type, confidence, reasons, missingCount: 1, filledCount: 2, distinctCount: 2 },
    ...{ placeholderCodes: [0], placeholders: [{ value: "Zebedee", count: 1 }], suspiciousCount: 0 },
    topValues: [{ value: "Zebedee", count: 1 }],
    dateOrder: type === "birthDate" ? order : null,
    dateOrderReason: null,
    nameOrder: null,
  }));

const rule = fc.uniqueArray(fc.string(), { maxLength: 3 });

test("the plan that a run writes, given back, is the plan with everything fixed, and writes itself again", async () => {
  const profiles = fc.uniqueArray(profile, { selector: ({ name }) => name, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(profiles, fc.array(rule, { minLength: 1, maxLength: 4 }), async (columns, rules) => {
      const asked = await resolveWith({ settings: whole });
      const facts = { profiles: columns, rules, idColumn: null, inputs: [], sourcesBy: "wave" };
      const text = JSON.stringify(describeSettings(asked, facts));
      assert.ok(!text.includes("Zebedee"), "values of records stay out");
      const again = await resolveSettings({ input: "people.csv", settings: JSON.parse(text) as object }, new Date(0));
      const dated = columns.filter(({ dateOrder }) => dateOrder !== null);
      assert.deepStrictEqual(again, {
        ...asked,
        read: { ...asked.read, idColumn: null },
        sourcesBy: "wave",
        profile: {
          types: Object.fromEntries(columns.map(({ name, type }) => [name, type])),
          dateOrders: Object.fromEntries(dated.map(({ name, dateOrder }) => [name, dateOrder])),
          currentYear: 1999,
        },
        blocking: { ...blockingDefaults, ...asked.blocking },
        blockingRules: rules,
      });
      assert.equal(JSON.stringify(describeSettings(again, facts)), text);
    }),
  );
});

test("a column of truth stays out of matching where the plan is given back without it", async () => {
  const asked = await resolveWith({ truth: "cluster" });
  const document = describeSettings(asked, { profiles: [], rules: [[]], idColumn: "id", inputs: [], sourcesBy: null });
  const again = await resolveWith({ settings: document });
  assert.deepEqual(again.profile.types, { cluster: "notForMatching" });
});

test("a column that is not there is refused with the nearest one", async () => {
  const plan = await resolveWith({
    settings: {
      input: { sourcesBy: "surnam" },
      columns: { surnme: { type: "surname" }, key: { type: "notForMatching" } },
    },
  });
  requireKnownColumns(plan, ["surnme", "surnam"], "key");
  assert.throws(
    () => requireKnownColumns(plan, ["surname", "dob"], "key"),
    (error: NamesakeError) => {
      assert.equal(error.code, "COLUMN_NOT_FOUND");
      assert.deepEqual(error.where, [
        'settings columns "surnme": no such column; nearest: "surname"',
        'settings input.sourcesBy "surnam": no such column; nearest: "surname"',
      ]);
      return true;
    },
  );
});

test("the examples of docs/settings.md are valid and name every key", async () => {
  const text = await readFile(resolve(import.meta.dirname, "../../../docs/settings.md"), "utf8");
  const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) => JSON.parse(json) as object);
  assert.ok(examples.length > 0);
  for (const settings of examples) await resolveWith({ settings });
  const keys = [...text.matchAll(/^\| `([\w.…]+)` \|/gm)].map(([, key]) => key);
  for (const section of ["input", "blocking", "training", "thresholds", "clustering"] as const) {
    for (const key of Object.keys({ ...whole[section], maxFalseMergeRate: 0 })) {
      if (key === "maxFalseMergeRate" && section !== "thresholds") continue;
      assert.ok(keys.includes(`${section}.${key}`), `${section}.${key} is documented`);
    }
  }
});
