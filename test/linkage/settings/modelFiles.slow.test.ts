// A model file gives back exactly the model, and nothing that is wrong with it passes.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import { loadModel, readModelFile } from "../../../src/linkage/settings/loadModel.ts";
import { editedNote } from "../../../src/linkage/settings/modelFormat.ts";
import { readFrequencies } from "../../../src/linkage/settings/readFrequencies.ts";
import { writeFrequencies } from "../../../src/linkage/settings/writeFrequencies.ts";
import { writeModel } from "../../../src/linkage/settings/writeModel.ts";
import type { NamesakeError } from "../../../src/shared/errors.ts";
import { arbitraryModel, frequencyTables, makeModel } from "./arbitraryModel.ts";

let folder = "";
let path = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-model-"));
  path = join(folder, "model.json");
});
after(() => rm(folder, { recursive: true, force: true }));

/** Places in the document ("thresholds/link/logOdds") and what to put there. */
type Changes = Readonly<Record<string, unknown>>;

/** Writes a small model, changes its document, and gives the path. */
async function edit(changes: Changes): Promise<string> {
  await writeModel(makeModel(), folder);
  const document: unknown = JSON.parse(await readFile(path, "utf8"));
  for (const [place, value] of Object.entries(changes)) {
    const steps = place.split("/");
    const last = steps.pop() ?? "";
    const parent = steps.reduce((object, step) => (object as Record<string, unknown>)[step], document);
    (parent as Record<string, unknown>)[last] = value;
  }
  await writeFile(path, JSON.stringify(document));
  return path;
}

async function mistakesOf(loading: Promise<unknown>): Promise<readonly string[]> {
  const error = await loading.then(
    () => assert.fail("the model was accepted"),
    (reason: NamesakeError) => reason,
  );
  assert.equal(error.code, "MODEL_INVALID", String(error));
  return error.where;
}

test("any model is read as it was written, and written again with the same bytes and hash", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryModel, async (model) => {
      const { hash } = await writeModel(model, folder);
      const bytes = await readFile(path, "utf8");
      const loaded = await readModelFile(path);
      assert.deepStrictEqual(loaded.model, model);
      assert.equal(loaded.hash, hash);
      assert.equal(loaded.isEdited, false);
      assert.deepStrictEqual(await loadModel(path), model);
      await writeModel(loaded.model, folder);
      assert.equal(await readFile(path, "utf8"), bytes);
    }),
    { numRuns: 60 },
  );
});

test("any frequencies are read from their file as they were written, whatever the order of values", async () => {
  await fc.assert(
    fc.asyncProperty(frequencyTables, async (tables) => {
      const { file, sha256 } = await writeFrequencies(tables, folder);
      assert.deepStrictEqual(await readFrequencies(join(folder, file), sha256), { tables });
      const reversed = new Map(
        [...tables]
          .reverse()
          .map(([slot, { total, counts }]) => [slot, { total, counts: new Map([...counts].reverse()) }]),
      );
      assert.deepStrictEqual(await writeFrequencies(reversed, folder), { file, sha256 });
    }),
    { numRuns: 60 },
  );
});

test("many frequencies stand in a file beside the model, few in it", async () => {
  const own = await mkdtemp(join(folder, "many-"));
  const many = makeModel(150_000);
  const { hash } = await writeModel(many, own);
  const [frequencies = "", model] = (await readdir(own)).sort();
  assert.match(frequencies, /^frequencies-[0-9a-f]{16}\.json$/);
  assert.equal(model, "model.json");
  const loaded = await readModelFile(join(own, "model.json"));
  assert.deepStrictEqual(loaded.model, many);
  assert.equal(loaded.hash, hash);

  await writeFile(
    join(own, frequencies),
    (await readFile(join(own, frequencies), "utf8")).replace("value 7", "value X"),
  );
  assert.match((await mistakesOf(loadModel(join(own, "model.json")))).join(), /hash differs/);
  await rm(join(own, frequencies));
  assert.match((await mistakesOf(loadModel(join(own, "model.json")))).join(), /is missing beside the model/);

  const few = await mkdtemp(join(folder, "few-"));
  await writeModel(makeModel(2000), few);
  assert.deepEqual(await readdir(few), ["model.json"]);
});

test("many stop keys stand in a file beside the model, few in it", async () => {
  const own = await mkdtemp(join(folder, "stop-"));
  const many = makeModel(3, 5000);
  const { hash } = await writeModel(many, own);
  const [model, stopKeys = ""] = (await readdir(own)).sort();
  assert.equal(model, "model.json");
  assert.match(stopKeys, /^stop-keys-[0-9a-f]{16}\.json$/);
  const loaded = await readModelFile(join(own, "model.json"));
  assert.deepStrictEqual(loaded.model, many);
  assert.deepEqual([loaded.hash, loaded.isEdited], [hash, false]);

  const text = await readFile(join(own, stopKeys), "utf8");
  await writeFile(join(own, stopKeys), text.replace("[0,7,", "[0,8,"));
  assert.match((await mistakesOf(loadModel(join(own, "model.json")))).join(), /stopKeys: .* hash differs/);
  await rm(join(own, stopKeys));
  assert.match((await mistakesOf(loadModel(join(own, "model.json")))).join(), /is missing beside the model/);

  const few = await mkdtemp(join(folder, "few-stop-"));
  await writeModel(makeModel(3, 200), few);
  assert.deepEqual(await readdir(few), ["model.json"]);
});

test("stop keys go with their rule: rules can be taken out and added, and a model without any has none", async () => {
  const added = await loadModel(await edit({ "blocking/rules": [["surname"], ["given_name sound", "sex"]] }));
  assert.deepEqual(added.blocking.stopKeys, [new Uint32Array(0), Uint32Array.of(0, 7)]);
  const removed = await loadModel(await edit({ "blocking/rules": [["surname"]] }));
  assert.deepEqual(removed.blocking.stopKeys, [new Uint32Array(0)]);
  const { blocking } = await loadModel(
    await edit({ "blocking/stopKeys": undefined, "blocking/blockSizeCeiling": undefined }),
  );
  assert.deepEqual([blocking.stopKeys, blocking.blockSizeCeiling], [[new Uint32Array(0)], blocking.blockSizeMax]);
});

test("a column of birth dates that does not say its latest year has that of the training", async () => {
  const place = await edit({ "fields/0/columns/0/type": "birthDate", "fields/0/columns/0/latestYear": undefined });
  const { fields } = await loadModel(place);
  assert.deepEqual([fields[0]?.columns[0]?.latestYear, fields[1]?.columns[0]?.latestYear], [2001, null]);
});

test("wrong stop keys and ceilings are refused with their paths", async () => {
  const rule = ["given_name sound", "sex"];
  for (const [stopKeys, mistake] of [
    [[{ rule, keys: [7, 7] }], /^blocking\.stopKeys\[0\]\.keys: must ascend/],
    [[{ rule, keys: [-1] }], /^blocking\.stopKeys\[0\]\.keys\[0\]: must be a whole number/],
    [[{ keys: [1] }], /^blocking\.stopKeys\[0\]\.rule: is missing/],
    [{ file: "other.json", sha256: "0".repeat(64) }, /^blocking\.stopKeys\.file: must be named stop-keys-/],
    [{ file: "stop-keys-0123456789abcdef.json", sha256: "0" }, /^blocking\.stopKeys\.sha256: must be 64/],
    ["none", /^blocking\.stopKeys: must be an object/],
  ] as const) {
    assert.match((await mistakesOf(loadModel(await edit({ "blocking/stopKeys": stopKeys }))))[0] ?? "", mistake);
  }
  const low = await mistakesOf(loadModel(await edit({ "blocking/blockSizeCeiling": 3 })));
  assert.match(low.join(), /^blocking\.blockSizeCeiling: must be a whole number at least 250$/);
});

test("the hash depends on every part of a model", async () => {
  const model = makeModel();
  const { hash } = await writeModel(model, folder);
  const others = [
    { ...model, scoring: { ...model.scoring, prior: 0.002 } },
    { ...model, thresholds: { ...model.thresholds, link: 2.5 } },
    { ...model, frequencies: makeModel(4).frequencies },
    { ...model, acrossOnly: true },
    { ...model, blocking: { ...model.blocking, blockSizeCeiling: 1000 } },
    { ...model, blocking: { ...model.blocking, stopKeys: [Uint32Array.of(1)] } },
  ];
  for (const other of others) assert.notEqual((await writeModel(other, folder)).hash, hash);
  assert.equal((await writeModel(makeModel(), folder)).hash, hash);
});

test("a changed m is taken and said from then on", async () => {
  const place = await edit({ "comparisons/1/levels/0/m": 0.9, "comparisons/1/levels/1/m": 0.1 });
  const { isEdited } = await readModelFile(place);
  const model = await loadModel(place);
  assert.equal(isEdited, true);
  assert.deepEqual(model.scoring.comparisons[1]?.m, [0.9, 0.1]);
  assert.deepEqual(model.training.notes, [editedNote]);
  await writeModel(model, folder);
  assert.equal((JSON.parse(await readFile(path, "utf8")) as { edited: boolean }).edited, true);
  assert.deepStrictEqual((await readModelFile(path)).model, model);
  assert.equal((await readModelFile(path)).isEdited, false);
  assert.deepStrictEqual(await loadModel(path), model);
});

test("five mistakes are reported together with their paths, without values of records", async () => {
  const place = await edit({
    "comparisons/0/kind": "givenname",
    "comparisons/1/levels/0/m": 1.5,
    "clustering/componentSizeMaximum": 5,
    "frequencies/tables/name.given/counts/1/1": "Zebedee",
    acrossOnly: undefined,
  });
  const mistakes = await mistakesOf(loadModel(place));
  assert.deepEqual([...mistakes].sort(), [
    "acrossOnly: is missing",
    "clustering.componentSizeMaximum: is no key here; nearest: componentSizeMax",
    'comparisons[0].kind: "givenname" is no kind of comparison; nearest: givenName',
    "comparisons[1].levels[0].m: must be a number above 0 and at most 1",
    'frequencies.tables["name.given"].counts[1][1]: must be a whole number at least 1 and at most 10000',
  ]);
});

const firstLevel = "comparisons/1/levels/0";
const wrong: readonly [string, Changes, RegExp][] = [
  ["m that adds up to less", { [`${firstLevel}/m`]: 0.5 }, /comparisons\[1\]\.levels: m must add up to 1, not 0.54/],
  ["u of nothing", { [`${firstLevel}/u`]: 0 }, /levels\[0\]\.u: must be a number above 0/],
  ["u above 1 in all", { [`${firstLevel}/u`]: 0.9 }, /levels: u adds up to more than 1/],
  ["h for one level", { [`${firstLevel}/h`]: 0.5 }, /h for every level or for none/],
  ["a level renamed", { [`${firstLevel}/label`]: "same" }, /levels\[0\]\.label: "same" is no level at this place/],
  ["a level left out", { "comparisons/1/levels": [] }, /must be these 2, in this order: "exact", "different"/],
  ["a field that is not there", { "comparisons/0/field": "nom" }, /field: is not the name of one of the fields/],
  ["a kind for other fields", { "comparisons/1/field": "name" }, /sex does not compare fields of kind name/],
  [
    "a spelling of nothing",
    { "fields/0/spellings": [["darwish"]] },
    /fields\[0\]\.spellings\[0\]: must be two spellings/,
  ],
  ["a prior of 1", { "priors/match/probability": 1 }, /priors\.match\.probability: must be/],
  ["two figures for one threshold", { "thresholds/link/logOdds": 5 }, /thresholds\.link: logOdds and probability/],
  ["a component above the link", { "thresholds/component": { logOdds: 3 } }, /component: must not be above link/],
  ["a frequency above its total", { "frequencies/tables/name.given/counts/0/1": 10_001 }, /counts\[0\]\[1\]: must be/],
  ["a value twice", { "frequencies/tables/name.given/counts/0/0": "value 1" }, /counts\[1\]: repeats a value/],
  [
    "a file elsewhere",
    { frequencies: { file: "../x.json", sha256: "0".repeat(64) } },
    /frequencies\.file: must be named/,
  ],
  ["a later version", { version: 2, acrossOnly: "?" }, /version: 2 is newer/],
  ["another format", { format: "splink" }, /is no model/],
];

for (const [name, changes, expected] of wrong) {
  test(`refused: ${name}`, async () => {
    const mistakes = await mistakesOf(loadModel(await edit(changes)));
    assert.equal(mistakes.length, 1, mistakes.join("; "));
    assert.match(mistakes[0] ?? "", expected);
  });
}

test("a threshold may be given as a probability alone, and notes anywhere", async () => {
  const link = { probability: 0.5, comment: "as agreed" };
  assert.equal((await loadModel(await edit({ "thresholds/link": link, $note: "ours" }))).thresholds.link, 0);
});

test("a text that is cut short is refused with line and column", async () => {
  await writeModel(makeModel(), folder);
  const whole = await readFile(path, "utf8");
  await writeFile(path, whole.slice(0, whole.length / 2));
  assert.match((await mistakesOf(loadModel(path))).join(), /is not JSON: line \d+, column \d+$/);
});

test("damaged documents are refused, never crash", async () => {
  await writeModel(makeModel(), folder);
  const whole = await readFile(path, "utf8");
  const junk = fc.constantFrom(null, -1, 0, 1.5, "x", [], {}, [[]], true);
  await fc.assert(
    fc.asyncProperty(fc.nat(150), junk, async (at, value) => {
      let seen = 0;
      const text = JSON.stringify(JSON.parse(whole), (_, old) => {
        seen += 1;
        return seen === at + 2 ? value : (old as unknown);
      });
      await writeFile(path, text);
      await loadModel(path).catch((error: NamesakeError) => {
        assert.equal(error.code, "MODEL_INVALID", String(error.stack));
      });
    }),
    { numRuns: 150 },
  );
});

test("docs/model.md speaks of every key of a model", async () => {
  const text = await readFile(resolve(import.meta.dirname, "../../../docs/model.md"), "utf8");
  await writeModel(makeModel(), folder);
  const document = JSON.parse(await readFile(path, "utf8")) as Record<string, object>;
  const sections = ["priors", "blocking", "thresholds", "clustering", "frequencies"].map((key) => document[key] ?? {});
  for (const key of [document, ...sections].flatMap((section) => Object.keys(section))) {
    assert.ok(text.includes(`\`${key}\``), `${key} is documented`);
  }
});

test("a suffix found within names is compared over a field that no plan lists", async () => {
  const model = makeModel();
  const { levels } = comparisonKinds.suffix;
  const [m, u] = [levels.map(({ mPrior }) => mPrior), levels.map(() => 0.5)];
  const suffix = { name: "name_suffix", kind: "suffix", field: "name_suffix", m, u, h: null } as const;
  const comparisons = [...model.scoring.comparisons, suffix];
  await writeModel({ ...model, scoring: { ...model.scoring, comparisons } }, folder);
  assert.deepStrictEqual((await loadModel(path)).scoring.comparisons, comparisons);
});
