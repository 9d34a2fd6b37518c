// Dates of a dictionary that a searched date may mean: what was left unsaid fits anything, and the errors that people make
// with dates fit less.
import type { DateParts } from "../standardise/values/parseDate.ts";
import { type Fit, type Fits, keepBetter } from "./valueMatch.ts";

/** @param dates per code yyyymmdd, unknown parts 0 */
export function fitDates(readings: readonly DateParts[], dates: Int32Array, count: number): Fits {
  const fits: Fits = new Map();
  for (const reading of readings) {
    // Of another year only a whole date may fit.
    const [first, last] = reading.day === 0 ? [reading.year * 10000, reading.year * 10000 + 9999] : [0, maxDate];
    for (let code = 0; code < count; code += 1) {
      const date = dates[code]!;
      if (date < first || date > last) continue;
      const known = { year: Math.floor(date / 10000), month: Math.floor(date / 100) % 100, day: date % 100 };
      const fit = fitDate(reading, known);
      if (fit !== null) keepBetter(fits, code, fit);
    }
  }
  return fits;
}

const maxDate = 99_999_999;

const same = (asked: number, known: number): boolean => asked === known;
const open = (asked: number, known: number): boolean => asked === 0 || known === 0 || asked === known;

function fitDate(asked: DateParts, known: DateParts): Fit | null {
  if (same(asked.year, known.year)) {
    if (asked.month === 0) return { similarity: 1, manner: "same year" };
    if (asked.day === 0 && same(asked.month, known.month)) return { similarity: 1, manner: "same month" };
    if (same(asked.month, known.month) && same(asked.day, known.day)) return { similarity: 1, manner: "exact" };
    if (open(asked.month, known.month) && open(asked.day, known.day)) return { similarity: 0.6, manner: "same year" };
    if (asked.day > 0 && asked.month === known.day && asked.day === known.month) {
      return { similarity: 0.75, manner: "day and month swapped" };
    }
  }
  if (asked.day === 0 || known.day === 0) return null;
  return countUnlikeDigits(asked, known) === 1 ? { similarity: 0.7, manner: "one digit differs" } : null;
}

function countUnlikeDigits(a: DateParts, b: DateParts): number {
  let left = a.year * 10000 + a.month * 100 + a.day;
  let right = b.year * 10000 + b.month * 100 + b.day;
  let count = 0;
  while (left > 0 || right > 0) {
    if (left % 10 !== right % 10) count += 1;
    left = Math.floor(left / 10);
    right = Math.floor(right / 10);
  }
  return count;
}
