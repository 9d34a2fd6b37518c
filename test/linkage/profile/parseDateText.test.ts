// Dates are read strictly: what the calendar does not know is no date, and a text that allows two orders says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDateText } from "../../../src/linkage/profile/parseDateText.ts";

const pad = (number: number): string => String(number).padStart(2, "0");

test("every calendar day is read back from each form", () => {
  const days = fc.date({ min: new Date("1850-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const expected = { year, month, day };
      const word = date.toLocaleString("en-GB", { month: "short", timeZone: "UTC" });
      for (const text of [
        `${year}-${pad(month)}-${pad(day)}`,
        `${year}${pad(month)}${pad(day)}`,
        `${year}-${pad(month)}-${pad(day)}T00:00`,
        `${day} ${word} ${year}`,
        `${word} ${day} ${year}`,
        `${day}-${word}-${year}`,
      ]) {
        assert.deepEqual(parseDateText(text, 26)?.dayFirst, expected, text);
      }
      assert.deepEqual(parseDateText(`${day}/${month}/${year}`, 26)?.dayFirst, expected);
      assert.deepEqual(parseDateText(`${month}/${day}/${year}`, 26)?.monthFirst, expected);
      assert.deepEqual(parseDateText(`${pad(day)}.${pad(month)}.${year}`, 26)?.dayFirst, expected);
    }),
  );
});

test("days that do not exist and texts that are no dates are refused", () => {
  for (const text of [
    "31/02/1990",
    "30.02.2000",
    "1990-13-01",
    "19901301",
    "00/00/0000",
    "29/02/1999",
    "12345678",
    "446-25-5155",
    "1/2",
    "Smith",
    "10.5.3.1",
    "07700 900123",
    "12-Foo-1990",
  ]) {
    assert.equal(parseDateText(text, 26), null, text);
  }
});

test("two-digit years up to the pivot are of this century, others of the last", () => {
  assert.equal(parseDateText("4/7/81", 26)?.dayFirst?.year, 1981);
  assert.equal(parseDateText("4/7/26", 26)?.dayFirst?.year, 2026);
  assert.equal(parseDateText("12-May-89", 26)?.dayFirst?.year, 1989);
  assert.equal(parseDateText("4/7/27", 26)?.dayFirst?.year, 1927);
});

test("a text says whether it fixes its order", () => {
  assert.equal(parseDateText("13/01/1990", 26)?.monthFirst, null);
  assert.equal(parseDateText("01/13/1990", 26)?.dayFirst, null);
  assert.equal(parseDateText("01/02/1990", 26)?.isCertain, false);
  assert.equal(parseDateText("1 février 1990", 26)?.isCertain, true);
  assert.equal(parseDateText("1990-02-01", 26)?.isYearFirst, true);
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseDateText(text, 26)));
});
