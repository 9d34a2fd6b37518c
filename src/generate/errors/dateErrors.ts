// Errors in dates that leave a possible date, as forms check at least that: a wrong digit, swapped day and month, a year
// off, a first of the month for an unknown day.
import { type CalendarDate, dateOf, dayOf } from "../persons/calendar.ts";
import type { Random } from "../random/random.ts";

function isPossible(date: CalendarDate, latestYear: number): boolean {
  const { year, month, day } = date;
  if (year < 1900 || year > latestYear || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const again = dateOf(dayOf(year, month, day));
  return again.month === month && again.day === day;
}

/** Day and month swapped; null where the day is above 12 or equals the month. */
export function swapDayMonth(date: CalendarDate): CalendarDate | null {
  if (date.day > 12 || date.day === date.month) return null;
  return { year: date.year, month: date.day, day: date.month };
}

/** One of the eight digits replaced, or two neighbours swapped. */
export function makeDateDigitError(random: Random, date: CalendarDate, latestYear: number): CalendarDate {
  const digits = String(date.year * 10000 + date.month * 100 + date.day).padStart(8, "0");
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const at = 2 + random.below(6);
    const isSwap = random.chance(0.25) && at < 7;
    const changed = isSwap
      ? digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2)
      : digits.slice(0, at) + String(random.below(10)) + digits.slice(at + 1);
    const candidate = readDigits(changed);
    if (changed !== digits && isPossible(candidate, latestYear)) return candidate;
  }
  return firstOtherDay(digits, latestYear) ?? date;
}

const readDigits = (digits: string): CalendarDate => ({
  year: Number(digits.slice(0, 4)),
  month: Number(digits.slice(4, 6)),
  day: Number(digits.slice(6)),
});

/** For dates near which hardly any is possible: the first with another digit in the day. Every possible date has one. */
function firstOtherDay(digits: string, latestYear: number): CalendarDate | undefined {
  return [7, 6]
    .flatMap((at) => [..."0123456789"].map((digit) => digits.slice(0, at) + digit + digits.slice(at + 1)))
    .filter((changed) => changed !== digits)
    .map(readDigits)
    .find((candidate) => isPossible(candidate, latestYear));
}

/** The year one to two off, or ten; kept possible. */
export function makeYearError(random: Random, date: CalendarDate, latestYear: number): CalendarDate {
  const step = random.chance(0.75) ? 1 : random.chance(0.5) ? 2 : 10;
  const year = date.year + (random.chance(0.5) ? step : -step);
  const moved = { year, month: date.month, day: date.day };
  if (isPossible(moved, latestYear)) return moved;
  return { year: date.year - 1, month: date.month, day: Math.min(28, date.day) };
}

/** The first of January (7 in 10) or of the month. */
export function forgetDay(random: Random, date: CalendarDate): CalendarDate {
  return { year: date.year, month: random.chance(0.7) ? 1 : date.month, day: 1 };
}
