// Day numbers and dates against the platform's own calendar.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dateOf, dayOf } from "../../../src/generate/persons/calendar.ts";

test("dateOf and dayOf agree with Date over four centuries", () => {
  fc.assert(
    fc.property(fc.integer({ min: -73_000, max: 73_000 }), (day) => {
      const expected = new Date(day * 86_400_000);
      const date = dateOf(day);
      assert.deepEqual(date, {
        year: expected.getUTCFullYear(),
        month: expected.getUTCMonth() + 1,
        day: expected.getUTCDate(),
      });
      assert.equal(dayOf(date.year, date.month, date.day), day);
    }),
  );
});
