// Codes that another field tells: which is found, what agreement beside it weighs, and that bounds, saved models and questions
// in real time know it as the plain way does.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { collectFrequencies } from "../../../src/linkage/compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { addTold, findTold } from "../../../src/linkage/compare/told/findTold.ts";
import { countBeside } from "../../../src/linkage/compare/told/toldValues.ts";
import { link } from "../../../src/linkage/link.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { type MadeUpRow, prepare } from "../madeUpRecords.ts";
import { surveyWaves } from "../surveyWaves.ts";
import { assertBoundsKeepAll, assertIndexLinksAlike } from "./plainOracle.ts";

const types = {
  year: "birthYear",
  region: "code",
  area: "code",
  born_in: "code",
  school: "code",
  luck: "code",
} as const;

/** An area follows from the region for certain; most were born where they live; school goes with the year. */
function makeRows(count: number): MadeUpRow[] {
  const random = createRandom(4);
  const draw = (values: number): number => Math.floor(random() * values);
  return Array.from({ length: count }, (_, i) => {
    const region = draw(12);
    const year = 1930 + draw(40);
    return {
      id: String(10_000 + i),
      year: String(year),
      region: `R${region}`,
      area: `A${region % 4}`,
      born_in: `R${draw(10) < 8 ? region : draw(12)}`,
      school: year > 1962 ? "pupil" : `degree ${draw(4)}`,
      luck: `L${draw(9)}`,
    };
  });
}

function prepareTold(count: number) {
  const { records: standard } = prepare(makeRows(count), types);
  const told = findTold(standard);
  const records = { ...standard, fields: addTold(standard.fields, told) };
  const aligned = alignFrequencies(records, new Map([...collectFrequencies(records), ...countBeside(records)]));
  return { told, records, aligned, comparer: new PairComparer(records, aligned) };
}

test("a code is told by what goes with it most, and one that goes with nothing by nothing", () => {
  const { told } = prepareTold(3000);
  assert.equal(told.get("school"), "birth_date");
  assert.ok(told.has("area"));
  assert.ok(told.has("region") !== told.has("born_in"), "one of the two tells the other");
  assert.ok(!told.has("luck"));
  const named = prepare(
    makeRows(3000).map((row) => ({ ...row, name: "Ann" })),
    { ...types, name: "givenName" },
  );
  const besideNames = findTold(named.records);
  assert.ok(besideNames.has("area"));
  assert.ok(
    ![...besideNames.values()].includes("birth_date"),
    "dates of birth tell persons apart, where there are names",
  );
});

test("agreement weighs as the value is common beside what tells it", () => {
  const { records, comparer, told } = prepareTold(3000);
  const area = comparer.comparisons.findIndex(({ name }) => name === "area");
  const teller = comparer.comparisons.findIndex(({ name }) => name === told.get("area"));
  const seen = { told: 0, other: 0, unlike: 0 };
  for (let right = 1; right < 600; right += 1) {
    const { levels, logUAdjust } = comparer.compare(0, right);
    const [level, adjust] = [levels[area]!, logUAdjust[area]!];
    if (level === 1 && levels[teller] === 1) {
      assert.ok(adjust > Math.log(0.6), `it follows: ${adjust}`);
      seen.told += 1;
    } else if (level === 1) {
      assert.ok(Math.abs(adjust - Math.log(0.25)) < 0.2, `as among all: ${adjust}`);
      seen.other += 1;
    } else {
      assert.ok(adjust <= 0);
      seen.unlike += 1;
    }
    const turned = comparer.compare(right, 0);
    assert.deepEqual([turned.levels[area], turned.logUAdjust[area]], [level, adjust]);
  }
  assert.ok(Math.min(seen.told, seen.other, seen.unlike) > 10, JSON.stringify(seen));
  assert.equal(records.fields.find(({ name }) => name === "luck") !== undefined, true);
});

test("bounded scoring finds what the plain way finds", () => assertBoundsKeepAll(prepareTold(400)));

test("a saved model links as the run that trained it, and an index in memory scores as both", async () => {
  const rows = surveyWaves(500);
  const input = { input: rows, threads: 1, idColumn: "id", sourceColumn: "wave", truth: "person" };
  const out = mkdtempSync(join(tmpdir(), "namesake-test-"));
  try {
    const run = await link(input);
    const { fields } = run.model;
    assert.ok(fields.filter(({ toldBy }) => toldBy !== undefined).length >= 3, JSON.stringify(fields));
    await run.write({ out, overwrite: true });
    const again = await link({ ...input, model: join(out, "model.json") });
    assert.deepEqual(again.facts.clusters.clusterOf, run.facts.clusters.clusterOf);
    const { links } = again.facts.scored;
    assert.deepEqual(links.logOdds, run.facts.scored.links.logOdds);
    assertIndexLinksAlike(again, rows, (row) => row["wave"]!);
  } finally {
    rmSync(out, { recursive: true });
  }
});
