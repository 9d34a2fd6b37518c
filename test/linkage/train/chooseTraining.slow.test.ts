// Where a model would tell persons badly, another way to train is found: one partner in each other source, or no word for codes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { madeUpRecords } from "../madeUpRecords.ts";

type Row = Record<string, string>;

/** Two waves of a household survey: codes that go with each other, most of them with the age, and none that names a person. */
function surveyWaves(people: number): Row[] {
  const random = createRandom(21);
  const draw = (values: number): number => Math.floor(random() * values);
  return Array.from({ length: people }, (_, person): Row[] => {
    const year = 1925 + draw(75);
    const age = 2010 - year;
    const stage = age < 22 ? 0 : age < 62 ? 1 : 2;
    const fixed = { birth_year: year, month: 1 + draw(12), region: draw(9), sex: 1 + draw(2), born_in: draw(20) };
    const status = (): Row => {
      const usual = random() < 0.85;
      return {
        activity: String(usual ? stage : draw(3)),
        education: String(usual ? [0, 2, 1][stage] : draw(3)),
        marital: String(usual ? [0, 1, 1][stage] : draw(3)),
        tenure: String(usual ? [2, 0, 1][stage] : draw(3)),
        health: String(usual ? stage : draw(3)),
        size: String(usual ? [4, 3, 1][stage] : draw(5)),
      };
    };
    const row = (wave: number): Row => ({
      id: `${wave}-${person}`,
      wave: `wave ${wave}`,
      person: String(person),
      ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, String(value)])),
      ...status(),
    });
    return person % 3 === 0 ? [row(1)] : person % 3 === 1 ? [row(2)] : [row(1), row(2)];
  }).flat();
}

const roles = { threads: 1, idColumn: "id", sourceColumn: "wave", truth: "person", acrossOnly: true };

test("waves of codes that go with each other: a person has one record in each", async () => {
  const run = await link({ input: surveyWaves(3000), ...roles });
  assert.equal(run.model.clustering.isOnePerSource, true);
  const f1 = run.summary.evaluation?.f1 ?? 0;
  assert.ok(f1 > 0.9, `F1 ${f1}`);
});

test("what the settings say of sources is obeyed", async () => {
  for (const onePerSource of [true, false]) {
    const run = await link({ input: surveyWaves(300), ...roles, settings: { clustering: { onePerSource } } });
    assert.equal(run.model.clustering.isOnePerSource, onePerSource);
  }
});

test("a model that tells persons well is left as it is", async () => {
  const input = madeUpRecords({ records: 1500, seed: 6 });
  const run = await link({ input, threads: 1, idColumn: "unique_id", sourceColumn: "source", truth: "cluster_id" });
  assert.ok(
    run.summary.notes.every((note) => !note.startsWith("Codes that")),
    run.summary.notes.join("\n"),
  );
});
