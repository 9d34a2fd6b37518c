import assert from "node:assert/strict";
import { test } from "node:test";
import { kinds } from "../../../bench/accuracy/kinds/kinds.ts";
import { misread } from "../../../bench/accuracy/kinds/slips/misread.ts";
import { mistype } from "../../../bench/accuracy/kinds/slips/mistype.ts";
import { drawDate, slipDate } from "../../../bench/accuracy/kinds/slips/slipDate.ts";
import { romaniseRussian } from "../../../bench/accuracy/kinds/words/transliterations.ts";
import { Random } from "../../../src/generate/random/random.ts";
import { makeKind } from "./makeKind.ts";

test("every kind makes complete rows, unique identifiers and persons with several records, the same for one seed", () => {
  for (const kind of kinds) {
    const set = kind.make(new Random(11), 0.1);
    assert.equal(new Set(set.ids).size, set.rows.length, kind.name);
    assert.ok(
      set.rows.every((row) => row.length === set.columns.length),
      kind.name,
    );
    assert.ok(new Set(set.truth).size < set.rows.length, kind.name);
    assert.deepEqual(kind.make(new Random(11), 0.1), set);
    assert.notDeepEqual(kind.make(new Random(12), 0.1).rows, set.rows);
  }
});

test("every kind has a truth for each record, headers that differ, and sources that hold a person once", () => {
  assert.equal(new Set(kinds.map(({ name }) => name)).size, kinds.length);
  for (const kind of kinds) {
    const set = kind.make(new Random(5), 0.1);
    assert.equal(set.name, kind.name);
    assert.ok(!kind.name.includes(","), "names are listed with commas between them");
    assert.equal(set.truth.length, set.rows.length, kind.name);
    assert.ok(
      set.truth.every((person) => person !== ""),
      kind.name,
    );
    assert.equal(new Set(["unique_id", "source_dataset", ...set.columns]).size, set.columns.length + 2, kind.name);
    assert.equal(set.acrossOnly, set.sources !== null, kind.name);
    if (set.sources === null) continue;
    assert.equal(set.sources.length, set.rows.length, kind.name);
    assert.equal(new Set(set.sources).size, 2, kind.name);
    const once = new Set(set.truth.map((person, i) => `${person} ${set.sources?.[i]}`));
    assert.equal(once.size, set.rows.length, `${kind.name}: each source once`);
  }
});

test("kinds are as large as they say, give or take the last family", () => {
  const fullSizes = {
    "mothers' names": 30_000,
    baptisms: 10_000,
    "names in signs": 11_000,
    "four names": 14_000,
    "two censuses": 13_000,
    passengers: 16_000,
    donors: 13_000,
    "watch list": 31_500,
  };
  for (const [name, size] of Object.entries(fullSizes)) {
    const extra = makeKind(name, 0.2).rows.length - size * 0.2;
    assert.ok(extra >= 0 && extra < 30, `${name}: ${extra} more`);
  }
});

test("kinds are what they are named for", () => {
  const sizesOf = (truth: readonly string[]) =>
    [...Map.groupBy(truth, (person) => person).values()].map(({ length }) => length);
  const hospital = makeKind("hospital visits");
  const distinct = new Set(hospital.rows.map((row) => row.join("|"))).size;
  assert.ok(1 - distinct / hospital.rows.length > 0.25 && Math.max(...sizesOf(hospital.truth)) > 8);
  const duplicates = sizesOf(makeKind("two-part names").truth).filter((size) => size === 2).length;
  assert.equal(duplicates, 500);
});

test("Russian names are romanised as each office does", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((office) => romaniseRussian("щербаков", office)),
    ["Shcherbakov", "Shcherbakov", "Schtscherbakow", "Chtcherbakov", "Scerbakov"],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((office) => romaniseRussian("юрий", office)),
    ["Yuriy", "Iurii", "Jurij", "Iourii", "Jurij"],
  );
});

test("slips change what they are given, and little of it", () => {
  const random = new Random(9);
  for (let i = 0; i < 200; i += 1) {
    assert.ok(Math.abs(mistype("Katharina", random).length - 9) <= 1);
    assert.equal(mistype("Al", random), "Al");
    const date = drawDate(random, 1950, 1990);
    const { year, month, day } = slipDate(date, random);
    assert.ok(month >= 1 && month <= 12 && day >= 1 && day <= 28 && Math.abs(year - date.year) <= 10);
  }
  assert.equal(misread("10 Oak", 0, random), "10 Oak");
  assert.notEqual(misread("1000000000", 0.9, random), "1000000000");
});
