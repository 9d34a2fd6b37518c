import assert from "node:assert/strict";
import { test } from "node:test";
import { isOfficeMailbox } from "../../../../src/linkage/standardise/values/isOfficeMailbox.ts";
import { standardiseAddress } from "../../../../src/linkage/standardise/values/standardiseAddress.ts";
import { standardiseEmail } from "../../../../src/linkage/standardise/values/standardiseEmail.ts";
import { standardisePhone } from "../../../../src/linkage/standardise/values/standardisePhone.ts";
import { standardisePostcode } from "../../../../src/linkage/standardise/values/standardisePostcode.ts";
import { standardiseTown } from "../../../../src/linkage/standardise/values/standardiseTown.ts";

test("spellings of one phone number meet", () => {
  const numbers: [string, ...string[]][] = [
    ["2079460000", "+44 20 7946 0000", "020 7946 0000", "(0044) 2079460000", "+44 (0)20 7946 0000", "442079460000"],
    [
      "2025550123",
      "+1 (202) 555-0123",
      "202.555.0123",
      "1-202-555-0123 ext. 45",
      "12025550123",
      "tel: 202-555-0123 x9",
    ],
    ["9812345678", "+91 98123 45678", "098123 45678", "919812345678"],
    ["612345678", "+33 6 12 34 56 78", "06 12 34 56 78", "0033612345678"],
    ["9123456789", "8 (912) 345-67-89", "+7 912 345 67 89"],
    ["30123456", "+49 30 123456", "030/123456", "030 - 12 34 56"],
  ];
  for (const [expected, ...raws] of numbers) for (const raw of raws) assert.equal(standardisePhone(raw), expected, raw);
  assert.equal(standardisePhone("612345678", "FR"), standardisePhone("33612345678", "FR"));
  assert.equal(standardisePhone("07700 900123 / 020 7946 0000"), "7700900123");
  for (const raw of ["", "unknown", "123", "n/a"]) assert.equal(standardisePhone(raw), null);
});

test("numbers that differ stay different", () => {
  assert.notEqual(standardisePhone("020 7946 0000"), standardisePhone("020 7946 0001"));
  assert.notEqual(standardisePhone("0161 496 0000"), standardisePhone("0113 496 0000"));
});

test("e-mail addresses", () => {
  const expected = { text: "mary.smith@gmail.com", local: "mary.smith", domain: "gmail.com" };
  for (const raw of ["Mary.Smith@Gmail.com", "mailto:mary.smith+news@googlemail.com", "Mary <mary.smith@gmail.com>"]) {
    assert.deepEqual(standardiseEmail(raw), expected);
  }
  assert.deepEqual(standardiseEmail("nobody"), { text: "nobody", local: "nobody", domain: "" });
  assert.equal(standardiseEmail(" "), null);
});

test("postcodes and their districts", () => {
  const cases: [string, string, string][] = [
    ["SW1A 1AA", "sw1a1aa", "sw1a"],
    ["m11ae", "m11ae", "m1"],
    ["SW1A", "sw1a", "sw1a"],
    ["02138-1234", "02138", "021"],
    ["D-10115", "10115", "101"],
    ["K1A 0B1", "k1a0b1", "k1a"],
    ["1012 AB", "1012ab", "1012"],
    ["2600", "2600", "26"],
    ["75001.0", "75001", "750"],
  ];
  for (const [raw, text, district] of cases) assert.deepEqual(standardisePostcode(raw), { text, district }, raw);
  assert.equal(standardisePostcode("-"), null);
});

test("towns", () => {
  for (const raw of ["St Albans", "Saint Albans", "ST. ALBANS", "st albans, herts"]) {
    assert.equal(standardiseTown(raw), "st albans");
  }
  assert.equal(standardiseTown("New York City"), "new york");
  assert.equal(standardiseTown("City of London"), "london");
  assert.equal(standardiseTown("Mt. Isa"), "mount isa");
  assert.equal(standardiseTown("weston-s-mare"), "weston s mare");
  assert.equal(standardiseTown("?"), null);
});

test("addresses", () => {
  const cases: [string, string, string][] = [
    ["Flat 3, 12 St. John's Rd.", "saint johns road", "3 12"],
    ["12 High St, London", "high street london", "12"],
    ["12 high street london", "high street london", "12"],
    ["12 Old St Johns Rd", "old saint johns road", "12"],
    ["123 5th St Apt 4", "5th street", "123 4"],
    ["Hauptstr. 12a", "haupt strasse", "12a"],
    ["Hauptstraße 12a", "haupt strasse", "12a"],
    ["Kerkstr. 89 B", "kerk strasse", "89b"],
    ["Kerkstraat 89b", "kerk strasse", "89b"],
    ["Lindeln 135-bis", "lindelaan", "135bis"],
    ["Marktpln. 3", "marktplein", "3"],
    ["12 E Main St", "east main street", "12"],
    ["P.O. Box 0123", "pobox", "123"],
    ["Unit 5/12 N. Main Ave", "north main avenue", "5 12"],
    ["北京市海淀区中关村大街12号301室", "beijingshi haidianqu zhongguancun dajie hao shi", "12 301"],
    ["东京都新宿区西新宿2丁目8番1号", "dongjingdou xinsuqu xixinsu dingmu fan hao", "2 8 1"],
  ];
  for (const [raw, tokens, numbers] of cases) {
    const address = standardiseAddress(raw);
    assert.deepEqual([address.tokens.join(" "), address.numbers.join(" ")], [tokens, numbers], raw);
  }
});

test("an office's mailbox is told from a person's", () => {
  for (const local of ["info", "no-reply", "sales2", "customer.service", "postmaster"]) {
    assert.equal(isOfficeMailbox(local), true, local);
  }
  for (const local of ["info.smith", "mail4anna", "sally", "j.sales", ""]) {
    assert.equal(isOfficeMailbox(local), false, local);
  }
});
