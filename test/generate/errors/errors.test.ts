// Each kind of error does what it says, on any text.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeDateDigitError, makeYearError, swapDayMonth } from "../../../src/generate/errors/dateErrors.ts";
import { makeNumberError } from "../../../src/generate/errors/numberError.ts";
import { spellPhonetically } from "../../../src/generate/errors/phoneticSpelling.ts";
import { makeTypingError } from "../../../src/generate/errors/typingError.ts";
import { dateOf, dayOf } from "../../../src/generate/persons/calendar.ts";
import { Random } from "../../../src/generate/random/random.ts";

/** Damerau–Levenshtein distance with adjacent swaps, plainly. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row !== undefined) row[j] = best;
    }
  }
  return at(a.length, b.length);
}

const names = fc.stringMatching(/^[A-Z][a-z]{2,12}$/);
const numbers = fc.stringMatching(/^[0-9]{6,11}$/);
const dates = fc.integer({ min: dayOf(1901, 1, 1), max: dayOf(2024, 12, 31) }).map(dateOf);

test("a slip is at most one edit, and nearly always a change", () => {
  let changed = 0;
  const random = new Random(1);
  fc.assert(
    fc.property(names, (name) => {
      const typed = makeTypingError(random, name);
      assert.ok(editDistance(name, typed) <= 1);
      if (typed !== name) changed += 1;
    }),
    { numRuns: 500 },
  );
  assert.ok(changed > 450);
});

test("a wrong number is one edit away and never the same", () => {
  const random = new Random(2);
  fc.assert(fc.property(numbers, (number) => assert.equal(editDistance(number, makeNumberError(random, number)), 1)));
});

test("a phonetic spelling changes the name or leaves one that no rule fits", () => {
  const random = new Random(3);
  assert.equal(spellPhonetically(random, "Bob"), "Bob");
  for (const name of ["Philip", "Catherine", "Stephen", "Nicholas", "Thompson"])
    assert.notEqual(spellPhonetically(random, name), name);
});

test("a wrong digit is found where chance finds none", () => {
  const never = Object.assign(Object.create(Random.prototype), {
    below: (count: number) => (count === 10 ? 9 : 0),
    chance: () => false,
  }) as Random;
  for (const date of [
    { year: 2024, month: 12, day: 30 },
    { year: 2023, month: 2, day: 28 },
    { year: 1999, month: 4, day: 30 },
  ]) {
    const wrong = makeDateDigitError(never, date, 2024);
    assert.notDeepEqual(wrong, date);
    assert.deepEqual(dateOf(dayOf(wrong.year, wrong.month, wrong.day)), wrong);
  }
});

test("wrong dates are possible dates and differ", () => {
  const random = new Random(4);
  fc.assert(
    fc.property(dates, (date) => {
      for (const wrong of [makeDateDigitError(random, date, 2024), makeYearError(random, date, 2024)]) {
        assert.deepEqual(dateOf(dayOf(wrong.year, wrong.month, wrong.day)), wrong);
        assert.notDeepEqual(wrong, date);
        assert.ok(wrong.year <= 2024);
      }
      const swapped = swapDayMonth(date);
      if (swapped !== null) assert.deepEqual(swapDayMonth(swapped), date);
      else assert.ok(date.day > 12 || date.day === date.month);
    }),
  );
});
