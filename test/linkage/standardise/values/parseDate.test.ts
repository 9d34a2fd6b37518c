import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { DateOrder } from "../../../../src/linkage/profile/columnProfile.ts";
import { parseDate } from "../../../../src/linkage/standardise/values/parseDate.ts";

function read(raw: string, order: DateOrder = "dayFirst"): string | null {
  const date = parseDate(raw, order, 2026);
  return date === null ? null : [date.year, date.month, date.day].join("-");
}

test("one date in many spellings", () => {
  const spellings =
    "1981-07-04|19810704|4/7/1981|04.07.1981|4-7-81|04 07 1981|040781|4071981|4 July 1981|July 4, 1981|4th of July 1981|Jul 4 81|04-JUL-1981|4JUL1981|1981/07/04|1981-07-04T00:00:00Z|1981-07-04 10:11:12.123+01:00|04/07/1981 00:00|4/7/1981 12:00:00 AM|Sat Jul 04 1981|Saturday, 4 July 1981|4 juillet 1981|4. Juli 1981|4 de julio de 1981|4 luglio 1981|4 juli 1981|4 de julho de 1981|4 lipca 1981|1981年7月4日|١٩٨١-٠٧-٠٤|19810704.0";
  for (const raw of spellings.split("|")) assert.equal(read(raw), "1981-7-4", raw);
});

test("dates as other countries write them", () => {
  const spellings =
    "昭和56年7月4日|S56.7.4|s56/07/04|民國70年7月4日|1981년 7월 4일|1981. 7. 4.|04/07/2524|2524-07-04|4 июля 1981 г.|4 липня 1981 року|4 Temmuz 1981|1981. július 4.|4. heinäkuuta 1981|4 Ιουλίου 1981|4 يوليو 1981|4 กรกฎาคม 2524|4. července 1981";
  for (const raw of spellings.split("|")) assert.equal(read(raw), "1981-7-4", raw);
  assert.equal(read("令和元年5月1日"), "2019-5-1");
  // The first six months of the Iranian year have 31 days.
  assert.equal(read("1360/02/31"), "1360-2-31");
  assert.equal(read("1360/09/31"), null);
  assert.equal(read("31/02/1981"), null);
  assert.equal(read("4 Quintember 1981"), null);
});

test("the order decides what is ambiguous, the calendar what is not", () => {
  assert.equal(read("03/04/1981", "dayFirst"), "1981-4-3");
  assert.equal(read("03/04/1981", "monthFirst"), "1981-3-4");
  assert.equal(read("03/04/1981", "yearFirst"), "1981-4-3");
  assert.equal(read("25/12/1981", "monthFirst"), "1981-12-25");
  assert.equal(read("07|03|1948"), "1948-3-7");
  assert.equal(read("81-07-04", "yearFirst"), "1981-7-4");
  assert.equal(read("030481", "monthFirst"), "1981-3-4");
  assert.equal(read("810403", "yearFirst"), "1981-4-3");
});

test("two-digit years are never in the future", () => {
  assert.equal(read("1/2/26"), "2026-2-1");
  assert.equal(read("1/2/27"), "1927-2-1");
  assert.equal(parseDate("1/2/27", "dayFirst", 2030)?.year, 2027);
});

test("parts of dates", () => {
  assert.equal(read("1981"), "1981-0-0");
  assert.equal(read("1981-07"), "1981-7-0");
  assert.equal(read("07/1981"), "1981-7-0");
  assert.equal(read("198107"), "1981-7-0");
  assert.equal(read("July 1981"), "1981-7-0");
  assert.equal(read("Jul-81"), "1981-7-0");
  assert.equal(read("1981-00-00"), "1981-0-0");
  assert.equal(read("??/07/1981"), "1981-7-0");
  assert.equal(read("c. 1650"), "1650-0-0");
  for (const raw of ["C1968", "circa 1968", "Approximately 1968", "um 1968", "between 1966 and 1970", "1967-1969"])
    assert.equal(read(raw), "1968-0-0", raw);
  assert.equal(read("02 Mar 1964; 1962"), "1964-3-2");
  assert.equal(read("1 May 1970 or 2 May 1970"), "1970-5-1");
  assert.equal(read("between 1950 and 1970"), null, "the middle of decades says nothing");
});

test("rubbish is null", () => {
  const rubbish =
    "|31/02/1999|29/02/1900|1981-13-04|00/00/0000|000000|0000|45123|14-Jul|13/25/1990|999|1981-07-04x|tomorrow|May|1 2 3 4|12:30|2999-01-01|--|3.14159";
  for (const raw of rubbish.split("|")) assert.equal(read(raw), null, raw);
  assert.equal(read("29/02/2000"), "2000-2-29");
});

test("every real date comes back from every way to write it", () => {
  const anyDate = fc.date({ min: new Date("1000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(anyDate, (date) => {
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const expected = [year, month, day].join("-");
      const [mm, dd] = [String(month).padStart(2, "0"), String(day).padStart(2, "0")];
      assert.equal(read(`${year}-${mm}-${dd}`), expected);
      assert.equal(read(`${year}${mm}${dd}`, "yearFirst"), expected);
      assert.equal(read(`${day}/${month}/${year}`, "dayFirst"), expected);
      assert.equal(read(`${month}.${day}.${year}`, "monthFirst"), expected);
      assert.equal(read(date.toISOString()), expected);
      assert.equal(read(date.toUTCString()), expected);
    }),
  );
});
