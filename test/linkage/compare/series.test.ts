// Numbers of two series contradict nothing: which columns say the series, what comparison makes of it, and that bounds, saved
// models and questions in real time know it as the plain way does.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { collectFrequencies } from "../../../src/linkage/compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { addSeries, findSeries } from "../../../src/linkage/compare/told/findSeries.ts";
import { link } from "../../../src/linkage/link.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { type MadeUpRow, madeUpRecords, prepare, withoutColumns } from "../madeUpRecords.ts";
import { assertBoundsKeepAll, assertIndexLinksAlike } from "./plainOracle.ts";

/** Travellers who show a passport or an identity card, whose numbers are written alike. */
function makeRows(persons: number): (MadeUpRow & { person: string })[] {
  const random = createRandom(3);
  const people = madeUpRecords({ records: persons, duplicateShare: 0, seed: 5 });
  const number = (): string => String(100_000_000 + Math.floor(random() * 900_000_000));
  return people.flatMap((row, i) => {
    const numbers = { P: number(), I: number() };
    return Array.from({ length: 1 + Math.floor(random() * 3) }, (_, copy) => {
      const type = random() < 0.6 ? "P" : "I";
      return {
        id: `${10_000 + i}-${copy}`,
        person: String(i),
        given: row["given_name"] ?? "",
        surname: row["surname"] ?? "",
        born: row["birth_date"] ?? "",
        doc_type: type,
        doc_no: numbers[type],
        gate: `G${2 * copy + Math.floor(random() * 2)}`,
      };
    });
  });
}

const types = {
  given: "givenName",
  surname: "surname",
  born: "birthDate",
  doc_type: "code",
  doc_no: "document",
  gate: "code",
} as const;

function prepareSeries(persons: number) {
  const { records: standard } = prepare(withoutColumns(makeRows(persons), "person"), types);
  const records = { ...standard, fields: addSeries(standard.fields, findSeries(standard)) };
  const aligned = alignFrequencies(records, collectFrequencies(records));
  return { records, aligned, comparer: new PairComparer(records, aligned) };
}

test("the series is said by what is named for the number, or by what its shape follows", () => {
  const rows = withoutColumns(makeRows(300), "person");
  const named = prepare(rows, types).records;
  assert.deepEqual([...findSeries(named)], [["doc_no", ["doc_type"]]]);
  const renamed = rows.map(({ doc_type = "", doc_no = "", ...row }) => ({ ...row, c1: doc_type, c2: doc_no }));
  const { doc_type, doc_no, ...others } = types;
  assert.deepEqual([...findSeries(prepare(renamed, { ...others, c1: doc_type, c2: doc_no }).records)], []);
  const shaped = renamed.map((row) => ({ ...row, c2: row.c1 === "I" ? `AB${row.c2.slice(2)}` : row.c2 }));
  const found = findSeries(prepare(shaped, { ...others, c1: doc_type, c2: doc_no }).records);
  assert.deepEqual([...found], [["c2", ["c1"]]]);
  const status = rows.map(({ doc_type: type = "", ...row }) => ({ ...row, doc_status: type }));
  assert.deepEqual([...findSeries(prepare(status, { ...others, doc_no, doc_status: "code" }).records)], []);
});

test("different numbers of two series are no evidence, of one they contradict, and equal ones agree", () => {
  const { comparer, records } = prepareSeries(200);
  const at = (name: string): number => comparer.comparisons.findIndex((comparison) => comparison.name === name);
  const [type, number] = [at("doc_type"), at("doc_no")];
  const seen = { apart: 0, differ: 0, agree: 0 };
  for (let left = 0; left < 150; left += 1) {
    for (let right = left + 1; right < records.recordCount; right += 1) {
      const { levels } = comparer.compare(left, right);
      const [series, level] = [levels[type]!, levels[number]!];
      const turned = comparer.compare(right, left).levels[number];
      assert.equal(turned, level);
      if (series !== 1) {
        assert.ok(level === 0 || level === 2, `level ${level} of two series`);
        seen.apart += 1;
      } else if (level === 1) seen.agree += 1;
      else {
        assert.notEqual(level, 0);
        seen.differ += 1;
      }
    }
  }
  assert.ok(Math.min(seen.apart, seen.differ, seen.agree) > 20, JSON.stringify(seen));
});

test("bounded scoring finds what the plain way finds", () => assertBoundsKeepAll(prepareSeries(200)));

test("a saved model links as the run that trained it, and an index in memory scores as both", async () => {
  const rows = makeRows(400);
  const input = { input: rows, threads: 1, idColumn: "id", truth: "person" };
  const out = mkdtempSync(join(tmpdir(), "namesake-test-"));
  try {
    const run = await link(input);
    const plan = run.model.fields.find(({ name }) => name === "doc_no");
    assert.deepEqual(plan?.seriesBy, ["doc_type"]);
    assert.ok(run.summary.notes.some((note) => note.includes("doc_no")));
    await run.write({ out, overwrite: true });
    const again = await link({ ...input, model: join(out, "model.json") });
    assert.deepEqual(again.facts.clusters.clusterOf, run.facts.clusters.clusterOf);
    const { links } = again.facts.scored;
    assert.deepEqual(links.logOdds, run.facts.scored.links.logOdds);
    assertIndexLinksAlike(again, rows, () => "");
  } finally {
    rmSync(out, { recursive: true });
  }
});
