// A strict reader of dates as people and systems write them: the calendar decides, not a guess. 31/02/1999 is no date;
// a year alone or a year and month is a date with its other parts 0.
import { monthNumber } from "../../../shared/monthNames.ts";
import { gregorianYear, lastDayOf, plainDate } from "../../../shared/plainDate.ts";
import type { DateOrder } from "../../profile/columnProfile.ts";
import { foldText } from "./foldText.ts";

export interface DateParts {
  /** 1000 … 2100. */
  readonly year: number;
  /** 1 … 12; 0 where unknown. */
  readonly month: number;
  /** 1 … 31; 0 where unknown. */
  readonly day: number;
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/;
const timeOfDay = /[t ,] ?\d{1,2}:\d\d(:\d\d([.,]\d+)?)?( ?[ap]\.?m\.?)?( ?(z|utc|gmt|[+-]\d\d:?\d\d))*( ?\(.*\))?$/;

/** What says that a year is not known for certain: circa 1980, C1968. */
const aboutYear =
  /^(?:(?:approximately|approx|around|about|abt|circa|cca|ca|estimated|est|vers|env|environ|hacia|cerca de|um|etwa|okolo|ok)\b|c(?=\d|\b))[. ]*(?=\d)/;
/** 1957-1961, between 1957 and 1961. */
const betweenYears = /^(?:between |from )?(\d{4}) ?(?:and|to|until|-) ?(\d{4})$/;
/** Years that a span may take: of a longer one the middle says little. */
const spanMax = 10;

function readSpan(from: number, to: number): DateParts | null {
  return to < from || to - from > spanMax ? null : checked(Math.round((from + to) / 2), 0, 0);
}

/**
 * The date that `raw` says, or null; of several the first, of a span of years the middle. `order` reads what is ambiguous (03/04/1981, 040381); what only one order can
 * mean (25/12/1981) is read that way. Two-digit years lie in the hundred years up to `latestYear`; NaN reads none.
 */
export function parseDate(raw: string, order: DateOrder, latestYear: number): DateParts | null {
  const iso = isoDate.exec(raw);
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (raw.length > 100) return null;
  const text = foldText(
    plainDate(raw.trim())
      .replace(/(\d)\s*[年月]\s*/g, "$1-")
      .replace(/日/g, ""),
  )
    .replace(timeOfDay, "")
    .replace(aboutYear, "")
    .replace(/^(\d+)\.0+$/, "$1")
    .replace(/[-/., ]+$/, "");
  if (/^\d+$/.test(text)) return readDigits(text, order, latestYear);
  const [first = "", ...others] = text.split(/ ?(?:;|\bor\b) ?/);
  if (others.length > 0) return first === "" ? null : parseDate(first, order, latestYear);
  const span = betweenYears.exec(text);
  if (span !== null) return readSpan(Number(span[1]), Number(span[2]));
  const groups = text.split(/[^a-z0-9?*]+/).filter((group) => group !== "");
  if (groups.some((group) => /[a-z]{3}/.test(group) && !/^x+$/.test(group))) return readWords(text, order, latestYear);
  if (!/^[\dx?*]+([-/., ][-/., ]*[\dx?*]+)+$/.test(text)) return null;
  return readGroups(
    groups.map((group) => (/^[x?*]+$/.test(group) ? "0" : group)),
    order,
    latestYear,
  );
}

function checked(written: number, month: number, day: number): DateParts | null {
  const year = gregorianYear(written);
  if (!(year >= 1000 && year <= 2100 && month >= 0 && month <= 12 && day >= 0 && day <= 31)) return null;
  if (month === 0) return { year, month: 0, day: 0 };
  if (day > lastDayOf(year, month)) return null;
  return { year, month, day };
}

/** Two-digit years are believed only beside a month: 000000 is rubbish. */
function withMonth(date: DateParts | null): DateParts | null {
  return date !== null && date.month > 0 ? date : null;
}

function fullYear(text: string, latestYear: number): number {
  const year = Number(text);
  if (text.length > 2) return text.length === 4 ? year : Number.NaN;
  if (text.length < 2) return Number.NaN;
  const century = latestYear - (latestYear % 100);
  return century + year > latestYear ? century - 100 + year : century + year;
}

/** Day and month in the order asked for, or, where the calendar refuses that, the other way round. */
function dayAndMonth(year: number, first: number, second: number, order: DateOrder): DateParts | null {
  const dayFirst = checked(year, second, first);
  const monthFirst = checked(year, first, second);
  return order === "monthFirst" ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

function readDigits(text: string, order: DateOrder, latestYear: number): DateParts | null {
  const at = (from: number, to: number): number => Number(text.slice(from, to));
  if (text.length === 4) return checked(Number(text), 0, 0);
  if (text.length === 7 && order !== "yearFirst") return readDigits(`0${text}`, order, latestYear);
  if (text.length === 8) {
    const yearFirst = checked(at(0, 4), at(4, 6), at(6, 8));
    if (yearFirst !== null && (order === "yearFirst" || yearFirst.year >= 1300)) return yearFirst;
    return dayAndMonth(at(4, 8), at(0, 2), at(2, 4), order) ?? yearFirst;
  }
  if (text.length !== 6) return null;
  const yearLast = withMonth(dayAndMonth(fullYear(text.slice(4), latestYear), at(0, 2), at(2, 4), order));
  const yearFirst = withMonth(checked(fullYear(text.slice(0, 2), latestYear), at(2, 4), at(4, 6)));
  const yearAndMonth = checked(at(0, 4), at(4, 6), 0);
  return order === "yearFirst" ? (yearFirst ?? yearAndMonth) : (yearLast ?? yearAndMonth ?? yearFirst);
}

function readGroups(groups: readonly string[], order: DateOrder, latestYear: number): DateParts | null {
  const [a = "", b = "", c = ""] = groups;
  if (groups.length === 2) {
    if (a.length === 4) return checked(Number(a), twoDigits(b), 0);
    return b.length === 4 ? checked(Number(b), twoDigits(a), 0) : null;
  }
  if (groups.length !== 3) return null;
  if (a.length === 4) return checked(Number(a), twoDigits(b), twoDigits(c));
  if (c.length === 4) return dayAndMonth(Number(c), twoDigits(a), twoDigits(b), order);
  const yearLast = withMonth(dayAndMonth(fullYear(c, latestYear), twoDigits(a), twoDigits(b), order));
  const yearFirst = withMonth(checked(fullYear(a, latestYear), twoDigits(b), twoDigits(c)));
  return order === "yearFirst" ? (yearFirst ?? yearLast) : (yearLast ?? yearFirst);
}

function twoDigits(text: string): number {
  return text.length <= 2 ? Number(text) : Number.NaN;
}

const fillers =
  /^(?:the|of|de|del|den|der|di|do|el|le|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|[a-z]{3,5}(?:day|nesday|rsday|urday)|g|god[aui]|r|roku|rik)$/;

function readWords(text: string, order: DateOrder, latestYear: number): DateParts | null {
  let month = 0;
  const numbers: string[] = [];
  for (const group of text.match(/[a-z]+|\d+/g) ?? []) {
    if (/^\d/.test(group)) numbers.push(group);
    else if (month === 0 && monthNumber(group) > 0) month = monthNumber(group);
    else if (!fillers.test(group) && !(numbers.length > 0 && /^(?:st|nd|rd|th|er|o|a|e|ste|eme)$/.test(group)))
      return null;
  }
  if (month === 0) return null;
  const [a = "", b = ""] = numbers;
  if (numbers.length === 1 && a.length < 4 && /^\d/.test(text)) return null;
  if (numbers.length === 1) return checked(fullYear(a, latestYear), month, 0);
  if (numbers.length !== 2) return null;
  if (a.length === 4) return checked(Number(a), month, twoDigits(b));
  if (b.length === 4) return checked(Number(b), month, twoDigits(a));
  const yearLast = checked(fullYear(b, latestYear), month, twoDigits(a));
  const yearFirst = checked(fullYear(a, latestYear), month, twoDigits(b));
  return order === "yearFirst" ? (yearFirst ?? yearLast) : (yearLast ?? yearFirst);
}
