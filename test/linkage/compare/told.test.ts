// Codes that another field tells: which is found, what agreement beside it weighs, and that bounds, saved models and questions
// in real time know it as the plain way does.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { allPairsRule } from "../../../src/linkage/block/blockingRule.ts";
import { collectFrequencies } from "../../../src/linkage/compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { addTold, findTold } from "../../../src/linkage/compare/told/findTold.ts";
import { countBeside } from "../../../src/linkage/compare/told/toldValues.ts";
import { link } from "../../../src/linkage/link.ts";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import { scorePair } from "../../../src/linkage/score/pairScorer.ts";
import { scorePairs } from "../../../src/linkage/score/scorePool.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { valuesOf } from "../live/liveWorld.ts";
import { type MadeUpRow, prepare } from "../madeUpRecords.ts";
import { surveyWaves } from "../surveyWaves.ts";

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

test("bounded scoring finds what the plain way finds", async () => {
  const { records, aligned, comparer } = prepareTold(400);
  const pairCount = (records.recordCount * (records.recordCount - 1)) / 2;
  const count = (left: Int32Array, right: Int32Array) => countLevels(comparer, left, right);
  const u = await estimateU(records, count, { seed: 1, acrossOnly: false });
  const model = createInitialModel(comparer.comparisons, u, { recordCount: records.recordCount, pairCount });
  const tables = tabulateWeights(model);
  const measured = [{ rule: allPairsRule, measure: { pairCount, largestBlock: records.recordCount } as never }];
  for (const floor of [-9, -5, -2]) {
    const context = { records, frequencies: aligned, model, options: { blockSizeMax: 1000, acrossOnly: false }, floor };
    const { links } = await scorePairs(context, measured, { threads: 1 });
    const found = new Map(
      Array.from({ length: links.count }, (_, i) => [`${links.left[i]} ${links.right[i]}`, links.logOdds[i]]),
    );
    let expected = 0;
    for (let left = 0; left < records.recordCount; left += 1) {
      for (let right = left + 1; right < records.recordCount; right += 1) {
        const odds = scorePair(tables, comparer.compare(left, right));
        if (odds < floor) continue;
        expected += 1;
        assert.equal(found.get(`${left} ${right}`), odds);
      }
    }
    assert.equal(found.size, expected);
    assert.ok(expected > 20, `${expected} pairs above ${floor}`);
  }
});

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
    const index = new LiveIndex(again.model);
    const { table } = again.facts.read;
    const numbers = new Map<string, number>();
    const ordered = Array.from({ length: table.recordCount }, (_, record) => table.recordIds.at(record));
    const rowOf = new Map(rows.map((row) => [row.id!, row]));
    for (const id of ordered) {
      const row = rowOf.get(id)!;
      const batch = index.standardise([valuesOf(again.model, row)]);
      numbers.set(id, index.put({ source: row.wave!, id }, batch, 0).number);
    }
    let compared = 0;
    for (let i = 0; i < links.count; i += 7) {
      const [left, right] = [numbers.get(ordered[links.left[i]!]!)!, numbers.get(ordered[links.right[i]!]!)!];
      const found = index.linksOf(left).find(({ other }) => other === right);
      assert.equal(found?.logOdds, links.logOdds[i]);
      compared += 1;
    }
    assert.ok(compared > 50, `${compared} links`);
  } finally {
    rmSync(out, { recursive: true });
  }
});
