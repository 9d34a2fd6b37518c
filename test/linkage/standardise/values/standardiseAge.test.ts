// Ages in whole years, whatever infants' are told in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAgeOfInfant, standardiseAge } from "../../../../src/linkage/standardise/values/standardiseAge.ts";

test("years, and months, weeks and days of infants, are whole years", () => {
  const read = { "34": 34, "34 yrs": 34, "34.0": 34, "30 months": 2, "5 mo": 0, "18mo": 1, "3 weeks": 0, "12 d": 0 };
  for (const [text, years] of Object.entries(read)) assert.equal(standardiseAge(text), years, text);
  const ofInfants = { "7 m": 0, "35 m": 2, "2 w": 0, "17 d": 0, "7/12": 0, "3/52": 0, infant: 0, "New-born": 0 };
  for (const [text, years] of Object.entries(ofInfants)) {
    assert.equal(standardiseAge(text), years, text);
    assert.ok(isAgeOfInfant(text), text);
  }
  for (const text of ["adult", "m", ""]) assert.equal(standardiseAge(text), null, text);
  for (const text of ["34", "34 yrs", "12a", "7/14"]) assert.ok(!isAgeOfInfant(text), text);
});

test("an age's own text is read as itself", () => {
  for (const years of [0, 1, 12, 110]) assert.equal(standardiseAge(String(years)), years);
});
