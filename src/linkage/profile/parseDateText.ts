// Reads one value as a calendar date, strictly (31/02 is no date), and says which orders of day and month are possible.
// Only for recognising dates and deciding their order; turning values into dates belongs to standardising.
import { foldMonth, monthNumber } from "../../shared/monthNames.ts";
import { gregorianYear, lastDayOf, plainDate } from "../../shared/plainDate.ts";

export interface DateReading {
  /** Readings by order of its numeric parts; null where impossible. Textual months and four-digit first years have one reading alone. */
  readonly dayFirst: DateParts | null;
  readonly monthFirst: DateParts | null;
  /** True where the text itself fixes the order (year first, or a month in letters). */
  readonly isCertain: boolean;
  /** True for year-first forms. */
  readonly isYearFirst: boolean;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function makeDate(written: number, month: number, day: number): DateParts | null {
  const year = gregorianYear(written);
  if (month < 1 || month > 12 || day < 1 || year < 1000 || year > 2200) return null;
  return day > lastDayOf(year, month) ? null : { year, month, day };
}

/** Two-digit years: up to `pivot` (two digits) are of this century. The profile only needs the shape to be plausible. */
function fullYear(text: string, pivot: number): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year <= pivot ? 2000 + year : 1900 + year;
}

const numeric = /^(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
/** A month: birth dates are published without their day. */
const yearMonth = /^(\d{4})[-/.](\d{2})$/;
const monthYear = /^(\d{1,2})[-/.](\d{4})$/;
const compact = /^\d{8}$/;
const shortCompact = /^\d{6}$/;
const dayMonthWord =
  /^(\d{1,2})(?:st|nd|rd|th)?[-/. ,]*(?:de |of )?([\p{L}\p{M}]{3,14})\.?[-/. ,]*(?:de )?'?(\d{4}|\d{2})(?: (?:г|р|года|року|r|roku)\.?)?$/u;
const monthWordDay = /^([\p{L}\p{M}]{3,14})\.?[-/. ,]*(\d{1,2})(?:st|nd|rd|th)?[-/. ,]+'?(\d{4}|\d{2})$/u;
const yearMonthWordDay = /^(\d{4})\.?[-/. ]([\p{L}\p{M}]{3,14})\.?[-/. ](\d{1,2})\.?$/u;
const timeOfDay = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[ap]m)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i;

function certain(date: DateParts | null, isYearFirst: boolean): DateReading | null {
  return date === null ? null : { dayFirst: date, monthFirst: date, isCertain: true, isYearFirst };
}

/**
 * Reads a raw value as a date; null where it is none. `pivot` is the last two digits of the current year.
 * @example parseDateText("31/02/1990", 26) === null
 */
export function parseDateText(raw: string, pivot: number): DateReading | null {
  if (raw.length < 6 || raw.length > 40) return null;
  const text = plainDate(raw.trim().replace(timeOfDay, "").replace(weekday, "").trim());
  let parts = yearFirst.exec(text);
  if (parts !== null) return certain(makeDate(Number(parts[1]), Number(parts[3]), Number(parts[4])), true);
  parts = yearMonth.exec(text);
  if (parts !== null) return readMonth(parts[1], parts[2], true);
  parts = monthYear.exec(text);
  if (parts !== null) return readMonth(parts[2], parts[1], false);
  parts = numeric.exec(text);
  if (parts !== null) return readNumeric(Number(parts[1]), Number(parts[3]), fullYear(parts[4] ?? "", pivot));
  if (compact.test(text)) return readCompact(text);
  if (shortCompact.test(text)) return readShort(text, pivot);
  parts = dayMonthWord.exec(text);
  if (parts !== null) return readWords(parts[3], parts[2], parts[1], pivot);
  parts = monthWordDay.exec(text);
  if (parts !== null) return readWords(parts[3], parts[1], parts[2], pivot);
  parts = yearMonthWordDay.exec(text);
  return parts === null ? null : readWords(parts[1], parts[2], parts[3], pivot);
}

const earliestYear = 1700;

/** The first of the month stands for it. */
function readMonth(year = "", month = "", isYearFirst: boolean): DateReading | null {
  return Number(year) < earliestYear ? null : certain(makeDate(Number(year), Number(month), 1), isYearFirst);
}

function readWords(year = "", word = "", day = "", pivot: number): DateReading | null {
  const month = monthNumber(foldMonth(word));
  return month === 0 ? null : certain(makeDate(fullYear(year, pivot), month, Number(day)), false);
}

function readNumeric(first: number, second: number, year: number): DateReading | null {
  const dayFirst = makeDate(year, second, first);
  const monthFirst = makeDate(year, first, second);
  if (dayFirst === null && monthFirst === null) return null;
  return { dayFirst, monthFirst, isCertain: false, isYearFirst: false };
}

/** 810403: hardly any other number of six digits is a day of the calendar. */
function readShort(text: string, pivot: number): DateReading | null {
  const [first, second, third] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)];
  const asYearFirst = makeDate(fullYear(first, pivot), Number(second), Number(third));
  if (asYearFirst !== null) return certain(asYearFirst, true);
  return readNumeric(Number(first), Number(second), fullYear(third, pivot));
}

function readCompact(text: string): DateReading | null {
  const asYearFirst = makeDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));
  if (asYearFirst !== null && asYearFirst.year >= earliestYear) return certain(asYearFirst, true);
  const year = Number(text.slice(4, 8));
  return year < earliestYear ? null : readNumeric(Number(text.slice(0, 2)), Number(text.slice(2, 4)), year);
}
