import assert from "node:assert/strict";
import { test } from "node:test";
import { keepColumns, type RecordSet } from "../../../bench/accuracy/recordSets/recordSet.ts";
import { renameAttributes } from "../../../bench/accuracy/variants/renameAttributes.ts";
import { renameColumns } from "../../../bench/accuracy/variants/renameColumns.ts";
import { reorderColumns } from "../../../bench/accuracy/variants/reorderColumns.ts";
import { repeatRecords } from "../../../bench/accuracy/variants/repeatRecords.ts";
import { rewriteDates } from "../../../bench/accuracy/variants/rewriteDates.ts";
import { samplePersons, sampleRecords } from "../../../bench/accuracy/variants/sampleRecords.ts";
import { shuffleRows } from "../../../bench/accuracy/variants/shuffleRows.ts";
import { writeNull } from "../../../bench/accuracy/variants/writeNull.ts";
import { Random } from "../../../src/generate/random/random.ts";
import { smallSet } from "./recordSets.ts";

/** Each record as one text of all that belongs to it, sorted: equal where only order differs. */
const contents = (set: RecordSet): string[] =>
  set.rows
    .map((row, i) => {
      const values = set.columns.map((column, place) => `${column}=${row[place]}`).sort();
      return [set.ids[i], set.truth[i], set.sources?.[i], ...values].join(" ");
    })
    .sort();

test("shuffled rows and columns keep what belongs together", () => {
  for (let seed = 1; seed < 20; seed += 1) {
    assert.deepEqual(contents(shuffleRows(smallSet, new Random(seed))), contents(smallSet));
    assert.deepEqual(contents(reorderColumns(smallSet, new Random(seed))), contents(smallSet));
  }
  const orders = [1, 2, 3, 4, 5].map((seed) => shuffleRows(smallSet, new Random(seed)).ids.join(""));
  assert.ok(new Set(orders).size > 1, "rows do move");
});

test("renamed columns number identifier and source first", () => {
  const { set, names } = renameColumns(smallSet);
  assert.deepEqual([names.id, names.source, ...set.columns], ["c1", "c2", "c3", "c4", "c5"]);
  assert.deepEqual(renameColumns({ ...smallSet, sources: null }).set.columns, ["c2", "c3", "c4"]);
});

test("renamed attributes leave identifier and source their names", () => {
  assert.deepEqual(renameAttributes(smallSet), { ...smallSet, columns: ["c1", "c2", "c3"] });
});

test("dates are rewritten in columns of dates alone", () => {
  assert.deepEqual(
    rewriteDates(smallSet)?.rows.map((row) => row[1]),
    ["29/02/1980", "31/12/1981", "", "28/02/1980"],
  );
  assert.equal(rewriteDates(keepColumns(smallSet, ["name", "town"])), null);
});

test("missing values become the word NULL and others stay", () => {
  assert.deepEqual(writeNull(smallSet).rows[1], ["Bob, Ray", "19811231", "NULL"]);
  assert.deepEqual(writeNull(smallSet).rows[0], smallSet.rows[0]);
});

test("repeated records have identifiers of their own and their persons' truth", () => {
  const repeated = repeatRecords(smallSet, 3);
  assert.equal(new Set(repeated.ids).size, 12);
  assert.equal(repeated.truth.filter((person) => person === "1").length, 6);
  assert.deepEqual(repeated.rows[4], smallSet.rows[0]);
});

test("samples keep some; samples of persons keep persons whole", () => {
  const many = repeatRecords(smallSet, 200);
  const { rows } = sampleRecords(many, 0.1, new Random(3));
  assert.ok(rows.length > 40 && rows.length < 130);
  const whole = { ...many, truth: many.truth.map((person, i) => `${person}-${Math.floor(i / 4)}`) };
  const persons = samplePersons(whole, 0.3, new Random(3));
  const counts = Map.groupBy(persons.truth, (person) => person);
  for (const [person, members] of counts) assert.equal(members.length, person.startsWith("1-") ? 2 : 1);
});
