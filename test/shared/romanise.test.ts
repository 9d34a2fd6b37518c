import assert from "node:assert/strict";
import { test } from "node:test";
import anyAscii from "any-ascii";
import fc from "fast-check";
import { romanise } from "../../src/shared/romanise.ts";

test("Greek pairs of letters are written as they sound", () => {
  const expected: Readonly<Record<string, string>> = {
    ΓΕΩΡΓΙΟΥ: "GEORGIOU",
    Παπαδοπούλου: "Papadopoulou",
    "Ευάγγελος Παύλου": "Evangelos Pavlou",
    ΕΥΑΓΓΕΛΟΣ: "EVANGELOS",
    "Λευτέρης Αυξεντίου": "Lefteris Afxentiou",
    "Μπάμπης Λάμπρου": "Bampis Lamprou",
    "Ταΰγετος, Μαΐου": "Taygetos, Maiou",
    "Υψηλάντης Χρ.": "Ypsilantis Chr.",
  };
  for (const [greek, latin] of Object.entries(expected)) {
    assert.equal(romanise(greek), latin);
    assert.equal(romanise(greek.normalize("NFD")), latin);
  }
});

test("what carries a vowel in Arabic and Hebrew is one", () => {
  const expected: Readonly<Record<string, string>> = {
    أحمد: "ahmd",
    احمد: "ahmd",
    إبراهيم: "abrahym",
    عمر: "amr",
    خالد: "khald",
    יוסף: "ywsf",
    יעקב: "yakv",
    אברהם: "avrhm",
  };
  for (const [native, latin] of Object.entries(expected)) assert.equal(romanise(native), latin);
});

test("every other script is written letter by letter", () => {
  const text = fc.string({ unit: fc.constantFrom(..."aZ é漢жمבわ은ö-'".normalize("NFC")), maxLength: 12 });
  fc.assert(fc.property(text, (raw) => assert.equal(romanise(raw), anyAscii(raw.normalize("NFC")))));
});

test("what is romanised stays as it is", () => {
  const text = fc.string({ unit: fc.constantFrom(..."αάευΰγκξχμπονςΑΕΥΓΚΜΠ .-"), maxLength: 12 });
  fc.assert(fc.property(text, (raw) => assert.equal(romanise(romanise(raw)), romanise(raw))));
});
