import assert from "node:assert/strict";
import { test } from "node:test";
import { isEastAsianSurname, joinSyllables } from "../../../../src/linkage/standardise/values/eastAsianNames.ts";

const joined = (name: string): string => joinSyllables(name.split(" ")).join(" ");

test("two syllables side by side are one given name", () => {
  assert.equal(joined("ji hoon"), "jihoon");
  assert.equal(joined("hsiao ming"), "hsiaoming");
  assert.equal(joined("ch iang"), "ch iang");
  assert.equal(joined("hing kuen eva"), "hingkuen eva");
  assert.equal(joined("albert tung yi"), "albert tungyi");
});

test("names of other words, of one and of three syllables stay as they are", () => {
  for (const name of ["mary jane", "robert", "ji", "thomas sung", "ji eun mi", "sung thomas min", ""])
    assert.equal(joined(name), name);
  assert.equal(joined(joined("ji hoon")), "jihoon");
});

test("surnames of Korea and China are known in several romanisations, those of Vietnam are left alone", () => {
  for (const name of ["kim", "gim", "park", "zhang", "chang", "cheung", "tsai", "cai"])
    assert.ok(isEastAsianSurname(name));
  for (const name of ["nguyen", "tran", "le", "ho", "lam", "smith", ""]) assert.ok(!isEastAsianSurname(name));
});
