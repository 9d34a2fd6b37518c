// What is written otherwise in many names is known of names that nobody's records show; what parts different names is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { learnRewrites, namesRewritten, rewritesBetween } from "../../../src/linkage/train/learnRewrites.ts";

test("two spellings are taken apart into runs of letters", () => {
  assert.deepEqual(rewritesBetween("skworzow", "skvortsov"), [
    ["v", "w"],
    ["ts", "z"],
    ["v", "w"],
  ]);
  assert.deepEqual(rewritesBetween("ghorbannezhad", "qorbannejad"), [
    ["gh", "q"],
    ["j", "zh"],
  ]);
  assert.deepEqual(rewritesBetween("aswad", "alaswad"), [["^", "^al"]]);
  assert.deepEqual(rewritesBetween("yousuf", "yusuf"), [["ou", "u"]]);
  assert.deepEqual(rewritesBetween("noor", "noor"), []);
});

test("it does not matter which spelling comes first, and names with little in common have none", () => {
  const names = ["alnajjar", "elnadjdjar", "tsou", "zou", "wei", "oualid", "mohammed", "mehmet", "x", ""];
  for (const one of names) {
    for (const other of names) {
      const [there, back] = [rewritesBetween(one, other), rewritesBetween(other, one)];
      assert.equal(there === null, back === null);
      assert.equal(there?.length, back?.length);
    }
  }
  assert.equal(rewritesBetween("smith", "jones"), null);
});

const stems = ["ban", "dor", "fel", "gim", "kon", "lut", "mas", "pir", "rud", "tol"];
const asV = stems.map((stem) => `${stem}ovski`);
const asW = stems.map((stem) => `${stem}owsky`);
const others = ["lena", "lina", "tomas", "tamas", "marin", "merin", "banko", "benko", "kora", "kara", "dora", "dara"];
const recordsOf = new Map([...asV, ...asW, ...others].map((name) => [name, 3]));
const shown = asV.slice(0, 8).map((one, i) => [one, asW[i]!] as const);

test("rewrites are those that many names show, where most that could be parted so are one", () => {
  assert.deepEqual(learnRewrites(shown, recordsOf), [
    ["i", "y"],
    ["v", "w"],
  ]);
  assert.deepEqual(learnRewrites(shown.slice(0, 7), recordsOf), []);
  const once = new Map([...recordsOf.keys()].map((name) => [name, 1]));
  assert.deepEqual(learnRewrites(shown, once), []);
  // A few slips of a for e and o do not make one name of all that differ so.
  const slips = [
    ["lena", "lina"],
    ["tomas", "tamas"],
  ] as const;
  assert.deepEqual(learnRewrites([...shown, ...slips], recordsOf), learnRewrites(shown, recordsOf));
});

test("what few of the names show that it parts is no spelling", () => {
  const many = Array.from({ length: 60 }, (_, i) => `t${String.fromCharCode(97 + (i % 26))}${i}lor`);
  const parted = many.flatMap((name) => [`${name}a`, `${name}o`]);
  const all = new Map(parted.map((name) => [name, 5]));
  const few = many.slice(0, 5).map((name) => [`${name}a`, `${name}o`] as const);
  assert.deepEqual(learnRewrites(few, all), []);
  const half = many.slice(0, 30).map((name) => [`${name}a`, `${name}o`] as const);
  assert.deepEqual(learnRewrites(half, all), [["a", "o"]]);
});

test("names that no record shows together are found by rewrites, whatever their order", () => {
  const names = [...asV, ...asW, ...others];
  const rewrites = learnRewrites(shown, recordsOf);
  const found = (list: readonly string[]): string[] =>
    namesRewritten(list, rewrites, () => true).map(([one, other]) => `${list[one]} ${list[other]}`);
  assert.deepEqual(
    found(names),
    stems.map((stem) => `${stem}ovski ${stem}owsky`),
  );
  assert.deepEqual(found(names.toReversed()), found(names));
  assert.deepEqual(
    namesRewritten(names, rewrites, () => false),
    [],
  );
  // Of a short name hardly anything would be left.
  assert.deepEqual(found(["vi", "wy", "ivi", "iwy"]), []);
});
