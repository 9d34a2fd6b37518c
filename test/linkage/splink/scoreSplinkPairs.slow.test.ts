// Scores under a Splink model against the SQL that Splink would run, pair by pair; the floor and threads change nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readRecords } from "../../../src/linkage/read/readRecords.ts";
import { JsonPlace } from "../../../src/linkage/settings/json/jsonPlace.ts";
import { bindModel } from "../../../src/linkage/splink/bindModel.ts";
import { prepareSplinkRecords } from "../../../src/linkage/splink/prepareSplinkRecords.ts";
import { readSplinkModel } from "../../../src/linkage/splink/readSplinkModel.ts";
import { scoreSplinkPairs } from "../../../src/linkage/splink/scoreSplinkPairs.ts";
import { type SampleRow, sampleModel, sampleRows } from "./sampleModel.ts";
import { idOf, type ScoredPair, scoreBySql } from "./scoreBySql.ts";

async function score(document: unknown, rows: readonly SampleRow[], floor: number, threads = 1) {
  const mistakes: string[] = [];
  const model = await readSplinkModel(new JsonPlace(document, "", mistakes));
  const bound = bindModel(model);
  assert.deepEqual([...mistakes, ...bound.mistakes], []);
  const input = rows.map((row, index) => ({ unique_id: idOf(index), ...row }));
  const { table } = await readRecords({ input, idColumn: "unique_id" });
  const records = await prepareSplinkRecords(table, model, bound);
  const { links, pairCounts } = await scoreSplinkPairs(model, bound, records, { floor, threads });
  const pairs: ScoredPair[] = Array.from({ length: links.count }, (_, index) => ({
    left: table.recordIds.at(links.left[index] ?? 0),
    right: table.recordIds.at(links.right[index] ?? 0),
    weight: (links.logOdds[index] ?? 0) * Math.LOG2E,
    rule: links.rule[index] ?? -1,
  }));
  return { pairs, links, pairCounts };
}

function assertSame(found: readonly ScoredPair[], expected: readonly ScoredPair[]): void {
  assert.deepEqual(
    found.map(({ left, right, rule }) => [left, right, rule]),
    expected.map(({ left, right, rule }) => [left, right, rule]),
  );
  found.forEach(({ weight }, index) => {
    assert.ok(Math.abs(weight - (expected[index]?.weight ?? 0)) < 1e-9);
  });
}

test("every pair, weight and rule is what Splink's SQL gives, at any floor", async () => {
  let linkCount = 0;
  await fc.assert(
    fc.asyncProperty(sampleRows, fc.constantFrom(-100, -5, 0, 4), async (rows, floor) => {
      const expected = await scoreBySql(sampleModel, rows, floor);
      const { pairs } = await score(sampleModel, rows, floor);
      assertSame(pairs, expected);
      linkCount += expected.length;
    }),
    { numRuns: 60 },
  );
  assert.ok(linkCount > 20, "the sample makes pairs at all");
});

test("several threads and one give the same links in the same order", async () => {
  const rows = fc.sample(sampleRows, { numRuns: 400, seed: 5 }).flat();
  const many = Array.from({ length: 2600 }, (_, index) => ({
    ...(rows[index % rows.length] as SampleRow),
    surname: index % 3 === 0 ? "Lee" : "Smith",
  }));
  const model = { ...sampleModel, blocking_rules_to_generate_predictions: ["l.surname = r.surname"] };
  const [one, two] = [await score(model, many, 6, 1), await score(model, many, 6, 2)];
  assert.ok((one.pairCounts[0] ?? 0) > 1_500_000, "the sample is large enough for threads");
  assert.deepEqual(two.links, one.links);
  assert.ok(one.links.count > 0);
});

test("a block of more records than there are places is scored in tiles, whichever side a record is on", async () => {
  const rows = fc.sample(sampleRows, { numRuns: 300, seed: 3 }).flat();
  const many = Array.from({ length: 1100 }, (_, index) => ({
    ...(rows[index % rows.length] as SampleRow),
    surname: index % 2 === 0 ? "Lee" : "Smith",
    given: index % 3 === 0 ? "Lee" : "Ann",
  }));
  const model = {
    ...sampleModel,
    blocking_rules_to_generate_predictions: ["l.given = r.surname", "l.given = r.given"],
  };
  const { pairs } = await score(model, many, 7);
  assert.ok(pairs.length > 1000);
  assertSame(pairs, await scoreBySql(model, many, 7));
});

test("the left record is the one with the smaller identifier, numbers being numbers", async () => {
  const model = {
    ...sampleModel,
    blocking_rules_to_generate_predictions: ["l.given = r.surname"],
    comparisons: sampleModel.comparisons.slice(1, 2),
  };
  const input = [
    { unique_id: "9", given: "Lee", surname: "Ann", born: "1980-01-02" },
    { unique_id: "10", given: "Bob", surname: "Lee", born: "1980-01-02" },
  ];
  const loaded = await readSplinkModel(new JsonPlace(model, "", []));
  const bound = bindModel(loaded);
  const { table } = await readRecords({ input, idColumn: "unique_id" });
  const records = await prepareSplinkRecords(table, loaded, bound);
  const { links } = await scoreSplinkPairs(loaded, bound, records, { floor: -100, threads: 1 });
  assert.equal(links.count, 1);
});

test("link_only compares records of different sources alone", async () => {
  const row = { given: "Ann", surname: "Lee", born: "1980-01-02", town: "Hull", age: "20", words: "[ox]" };
  const model = await readSplinkModel(new JsonPlace({ ...sampleModel, link_type: "link_only" }, "", []));
  const bound = bindModel(model);
  const input = {
    a: [
      { unique_id: "1", ...row },
      { unique_id: "2", ...row },
    ],
    b: [{ unique_id: "3", ...row }],
  };
  const { table } = await readRecords({ input, idColumn: "unique_id" });
  const records = await prepareSplinkRecords(table, model, bound);
  const { links } = await scoreSplinkPairs(model, bound, records, { floor: -100, threads: 1 });
  assert.equal(links.count, 2);
});

test("columns that the model uses and the records lack are named", async () => {
  const model = await readSplinkModel(new JsonPlace(sampleModel, "", []));
  const { table } = await readRecords({
    input: [{ unique_id: "1", given: "Ann", surname: "Lee" }],
    idColumn: "unique_id",
  });
  await assert.rejects(prepareSplinkRecords(table, model, bindModel(model)), {
    code: "COLUMN_NOT_FOUND",
    where: ["born", "town", "age", "words"],
  });
});
