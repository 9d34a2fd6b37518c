// Digits of any script and full-width signs are read as ASCII, everything else as it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldMonth, monthNumber } from "../../src/shared/monthNames.ts";
import { plainDate } from "../../src/shared/plainDate.ts";
import { plainText } from "../../src/shared/plainText.ts";

const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xbe6, 0xe50, 0xf20, 0x1040, 0x17e0, 0xff10, 0x1d7ce, 0x1d7d8, 0x1e950,
];

test("names as machines read them from documents", () => {
  const cases = [
    ["SMITH<<ANNA<MARIA", "SMITH, ANNA MARIA"],
    ["VAN<DER<BERG<<JAN<<<<<<", "VAN DER BERG, JAN"],
    ["SUHARTO<<<<", "SUHARTO"],
    ["a<<b", "a<<b"],
    ["P4510011<", "P4510011<"],
    ["A<B", "A<B"],
  ] as const;
  for (const [raw, plain] of cases) {
    assert.equal(plainText(raw), plain);
    assert.equal(plainText(plain), plain);
  }
});

test("numbers in the digits of any script", () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...zeros), (number, zero) => {
      const native = String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
      assert.equal(plainText(`№ ${native}.`), `№ ${number}.`);
    }),
  );
});

test("full-width signs become ASCII, other text stays", () => {
  assert.equal(plainText("ＡＢ－１２　ｃ"), "AB-12 c");
  assert.equal(plainText("은지".normalize("NFD")), "은지");
  for (const text of ["", "John 12", "Żółć", "渡辺 一郎", "½ ² Ⅳ 四", "नमस्ते"]) assert.equal(plainText(text), text);
});

test("plainText is idempotent", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => assert.equal(plainText(plainText(text)), plainText(text))),
  );
});

test("only dates change", () => {
  assert.equal(plainDate("平成2年1月2日"), "1990-1-2");
  for (const text of ["S60", "H2.13", "12.3.1990", "田中 一郎", "2年"]) assert.equal(plainDate(text), text);
});

test("names of months, alone and as they stand beside a day", () => {
  for (const [name, month] of [
    ["января", 1],
    ["Février", 2],
    ["březen", 3],
    ["kwietnia", 4],
    ["Μαΐου", 5],
    ["Haziran", 6],
    ["يوليو", 7],
    ["elokuuta", 8],
    ["วันที่", 0],
    ["กันยายน", 9],
    ["listopad", 11],
    ["desember", 12],
    ["Smith", 0],
    ["", 0],
  ] as const)
    assert.equal(monthNumber(foldMonth(name)), month, name);
});
