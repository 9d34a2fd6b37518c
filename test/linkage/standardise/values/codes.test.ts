import assert from "node:assert/strict";
import { test } from "node:test";
import { foldText } from "../../../../src/linkage/standardise/values/foldText.ts";
import { foldWords } from "../../../../src/linkage/standardise/values/foldWords.ts";
import { standardiseCode } from "../../../../src/linkage/standardise/values/standardiseCode.ts";
import { standardiseCountry } from "../../../../src/linkage/standardise/values/standardiseCountry.ts";
import { standardiseDocument } from "../../../../src/linkage/standardise/values/standardiseDocument.ts";
import { standardiseNumber } from "../../../../src/linkage/standardise/values/standardiseNumber.ts";
import { standardiseSex } from "../../../../src/linkage/standardise/values/standardiseSex.ts";

test("folding", () => {
  assert.equal(foldText("  Łukasz\tŻÓŁĆ \n"), "lukasz zolc");
  assert.equal(foldText("O’Hara–Smith"), "o'hara-smith");
  assert.equal(foldText("Stra\u0308ße"), "strasse");
  assert.equal(foldText("İstanbul"), "istanbul");
  assert.equal(foldWords("O'Hara & Sons, Ltd."), "ohara and sons ltd");
});

test("countries and nationalities", () => {
  for (const raw of [
    "GB",
    "uk",
    "GBR",
    "United Kingdom",
    "Royaume-Uni",
    "Vereinigtes Königreich",
    "British",
    "England",
  ]) {
    assert.equal(standardiseCountry(raw), "gb", raw);
  }
  for (const raw of ["US", "USA", "U.S.A.", "United States", "Estados Unidos"])
    assert.equal(standardiseCountry(raw), "us", raw);
  assert.equal(standardiseCountry("Côte d'Ivoire"), "ci");
  assert.equal(standardiseCountry("Niger"), "ne");
  assert.equal(standardiseCountry("Atlantis"), "atlantis");
  assert.equal(standardiseCountry(""), null);
});

test("forms of address tell the sex, or nothing", () => {
  for (const raw of ["Mrs", "Ms.", "Miss", "Mme", "Frau", "Señora", "Bayan"])
    assert.equal(standardiseSex(raw), "f", raw);
  for (const raw of ["Mr", "Mr.", "Herr", "Sr.", "Shri", "Bay"]) assert.equal(standardiseSex(raw), "m", raw);
  for (const raw of ["Dr", "Rev.", "Mx", "Mr & Mrs"]) assert.equal(standardiseSex(raw), null, raw);
});

test("sex in several languages; a system's own codes stay", () => {
  for (const raw of ["F", "female", "Frau", "femme", "mujer", "donna", "kobieta", "женский"]) {
    assert.equal(standardiseSex(raw), "f", raw);
  }
  for (const raw of ["M", "Male", "homme", "hombre", "Männlich", "uomo", "男", "남성", "erkek"])
    assert.equal(standardiseSex(raw), "m", raw);
  assert.equal(standardiseSex("non-binary"), "x");
  assert.equal(standardiseSex("1"), "1");
  assert.equal(standardiseSex("unknown"), null);
  assert.equal(standardiseSex("Not known"), null);
  assert.equal(standardiseSex("nan"), null);
});

test("documents, codes, numbers", () => {
  assert.equal(standardiseDocument("ab 12-34/56 c"), "AB123456C");
  assert.equal(standardiseDocument("00123.0"), "00123");
  assert.equal(standardiseCode("007"), "7");
  assert.equal(standardiseCode("7.0"), "7");
  assert.equal(standardiseCode("000"), "0");
  assert.equal(standardiseCode(" B-12 "), "b 12");
  const numbers: [string, number | null][] = [
    ["1,234.50", 1234.5],
    ["1.234,50", 1234.5],
    ["1 234,5 kg", 1234.5],
    ["£1234.5", 1234.5],
    ["1,234", 1234],
    ["1,23", 1.23],
    ["1.234.567", 1234567],
    ["-3", -3],
    ["1e3", 1000],
    ["none", null],
  ];
  for (const [raw, expected] of numbers) assert.equal(standardiseNumber(raw), expected, raw);
});
