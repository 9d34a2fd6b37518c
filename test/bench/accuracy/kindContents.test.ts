import assert from "node:assert/strict";
import { test } from "node:test";
import { makeKind } from "./makeKind.ts";

/** A value of a row by its column's place. */
const at = (row: readonly string[] | undefined, place: number): string => row?.[place] ?? assert.fail("no such value");

test("twins have the mother and the birth date in common, never the given name, and often the sex", () => {
  const { rows, truth } = makeKind("mothers' names");
  const births = Map.groupBy(
    [...rows.keys()].filter((i) => at(rows[i], 1) !== ""),
    (i) => `${at(rows[i], 1)} ${at(rows[i], 2)}`,
  );
  const twins = [...births.values()].filter((records) => new Set(records.map((i) => truth[i])).size === 2);
  assert.ok(twins.length > 40 && twins.length < 160, `${twins.length} of about 9,000 persons`);
  let sameSex = 0;
  for (const records of twins) {
    const [one = [], other = []] = Map.groupBy(records, (i) => truth[i]).values();
    const givenNames = (found: readonly number[]) => new Set(found.map((i) => at(rows[i], 0).split(" ")[0]));
    assert.ok(givenNames(one).isDisjointFrom(givenNames(other)));
    if (at(rows[one[0] ?? -1], 3) === at(rows[other[0] ?? -1], 3)) sameSex += 1;
  }
  assert.ok(sameSex / twins.length > 0.5 && sameSex / twins.length < 0.8, `${sameSex} of ${twins.length}`);
});

test("baptisms have few given names, surnames in old spellings, and brothers and sisters", () => {
  const { rows, truth } = makeKind("baptisms");
  const counts = [...Map.groupBy(rows, (row) => at(row, 0)).values()].map(({ length }) => length).sort((a, b) => b - a);
  const common = counts.slice(0, 28).reduce((sum, count) => sum + count, 0);
  assert.ok(common / rows.length > 0.9);
  assert.ok(rows.some((row) => /y|ae|c/.test(at(row, 1))));
  const families = Map.groupBy(rows.keys(), (i) => [1, 2, 3, 5].map((place) => at(rows[i], place)).join(" "));
  const withChildren = [...families.values()].filter((records) => new Set(records.map((i) => truth[i])).size > 1);
  assert.ok(withChildren.length > 300, "brothers and sisters are many");
});

test("values are written as each kind says", () => {
  const every = (name: string, place: number, pattern: RegExp) => {
    for (const row of makeKind(name, 0.1).rows) assert.match(at(row, place), pattern, name);
  };
  every("names in signs", 0, /^[\p{Script=Han}々]+[ \u3000]?[\p{Script=Han}々]+$/u);
  every("names in signs", 1, /^$|^[\p{Script=Katakana}]+ [\p{Script=Katakana}]+$/u);
  every("names in signs", 2, /^\d{4}(-\d\d-|\/\d\d\/)\d\d$/);
  every("names in signs", 4, /^$|^0[789]0-\d{4}-\d{4}$/);
  every("passengers", 0, /^[A-Z]+\/[A-Z ]+$/);
  every("passengers", 2, /^\d\d[A-Z]{3}\d\d$/);
  every("mothers' names", 2, /^\d\d\/\d\d\/\d{4}$/);
  every("watch list", 2, /^$|^\d{4}(-\d\d-\d\d)?$/);
  every("donors", 2, /^[A-Z]{2}\d+ ?\d[A-Z]{2}$/);
  every("four names", 7, /^$|^C\d{6}$/);
});

test("households share case numbers", () => {
  const { rows, truth } = makeKind("four names", 0.1);
  const cases = Map.groupBy(
    [...rows.keys()].filter((i) => at(rows[i], 7) !== ""),
    (i) => at(rows[i], 7),
  );
  const shared = [...cases.values()].filter((records) => new Set(records.map((i) => truth[i])).size > 1);
  assert.ok(shared.length > cases.size / 4, `${shared.length} of ${cases.size}`);
});

test("both censuses give the age at the first, and people move and marry in between", () => {
  const { rows, truth, sources } = makeKind("two censuses", 0.3);
  const both = [...Map.groupBy(rows.keys(), (i) => truth[i]).values()]
    .filter(({ length }) => length === 2)
    .map((records) => ["1881", "1891"].map((source) => rows[records.find((i) => sources?.[i] === source) ?? -1]));
  const share = (claim: (first: readonly string[], second: readonly string[]) => boolean): number =>
    both.filter(([first = [], second = []]) => claim(first, second)).length / both.length;
  const isAgeWithin = (years: number) =>
    share((first, second) => Math.abs(Number(at(first, 2)) - Number(at(second, 2))) <= years);
  assert.equal(isAgeWithin(4), 1);
  assert.ok(isAgeWithin(1) > 0.6);
  const changed = (place: number) => share((first, second) => at(first, place) !== at(second, place));
  assert.ok(changed(7) > 0.15 && changed(7) < 0.35, "moved");
  assert.ok(share((first, second) => at(first, 4) === "child" && at(second, 4) === "wife") > 0.03, "married");
});

test("the watch list has years, gaps and a few hundred of the customers", () => {
  const { rows, truth, sources } = makeKind("watch list", 0.2);
  const listed = [...rows.keys()].filter((i) => sources?.[i] === "list");
  assert.equal(listed.length, 300);
  assert.equal([...Map.groupBy(truth, (person) => person).values()].filter(({ length }) => length === 2).length, 60);
  const share = (pattern: RegExp) => listed.filter((i) => pattern.test(at(rows[i], 2))).length / listed.length;
  assert.ok(share(/^\d{4}$/) > 0.15 && share(/^\d{4}$/) < 0.35);
  assert.ok(share(/^$/) > 0.02);
});
