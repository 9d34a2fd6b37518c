// Birth dates. Levels follow how dates go wrong: swapped day and month, one wrong digit, a year known alone and
// written as 1 January; two of these are compared by their years. Levels within one year weigh by how common that year is.
import type { DateField, StandardRecords } from "../../standardise/standardRecords.ts";
import type { SlotCounts } from "../frequencies.ts";
import { LogFrequencies } from "../logFrequencies.ts";
import type { Comparator, PairEvidence } from "../pairEvidence.ts";

export const dateLevel = {
  missing: 0,
  exact: 1,
  swapped: 2,
  oneDigit: 3,
  partial: 4,
  sameDayAndMonth: 5,
  sameYearAndPart: 6,
  twoDigits: 7,
  sameYear: 8,
  yearApart: 9,
  vagueNear: 10,
  vagueApart: 11,
  different: 12,
} as const;

/**
 * Real birth dates are spread over some 25,000 days: with few records a count of one says little of how common a date
 * is, so counts are mixed with this many pseudo-records of an even spread.
 */
const spreadRecords = 500;
const spreadFrequency = 4e-5;

export const dateLogFrequencies = (total: number): LogFrequencies =>
  new LogFrequencies(total, spreadRecords * spreadFrequency, spreadRecords);

export class DateComparator implements Comparator {
  readonly comparisonCount = 1;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #position: number;
  readonly #dates: Int32Array;
  readonly #counts: Uint32Array;
  readonly #logFrequencies: LogFrequencies;
  readonly #logYearRatio: Float64Array;

  constructor(records: StandardRecords, field: DateField, frequencies: SlotCounts, years: ReadonlyMap<number, number>) {
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#position = field.slot.position;
    this.#dates = field.dates;
    this.#counts = frequencies.counts;
    this.#logFrequencies = dateLogFrequencies(frequencies.total);
    this.#logYearRatio = logYearRatios(years);
  }

  compare(left: number, right: number, evidence: PairEvidence, first: number): void {
    const a = this.#cells[left * this.#stride + this.#position]!;
    const b = this.#cells[right * this.#stride + this.#position]!;
    if (a < 0 || b < 0) {
      evidence.levels[first] = dateLevel.missing;
      evidence.logUAdjust[first] = 0;
      return;
    }
    if (a === b) {
      evidence.levels[first] = dateLevel.exact;
      evidence.logUAdjust[first] = this.#logFrequencies.at(this.#counts[a]!);
      return;
    }
    const level = relateDates(this.#dates[a]!, this.#dates[b]!);
    evidence.levels[first] = level;
    const isSameYear =
      level === dateLevel.sameYear ||
      level === dateLevel.swapped ||
      level === dateLevel.partial ||
      (level === dateLevel.sameYearAndPart && yearOf(this.#dates[a]!) === yearOf(this.#dates[b]!));
    evidence.logUAdjust[first] = isSameYear ? this.#logYearRatio[yearOf(this.#dates[a]!)]! : 0;
  }
}

/** A year taken from an age is off by one; brothers and sisters are born two years apart. */
const yearsNearMax = 1;
/** 1 January is written where only the year is known. */
const saysYearAlone = (month: number, day: number): boolean => month === 0 || (month === 1 && day <= 1);

const yearOf = (date: number): number => Math.floor(date / 10000);

const yearMax = 9999;

/** Per year log(f(year) / Σ f(year)²): how much commoner the year is than the year in which two records meet on average. */
export function logYearRatios(years: ReadonlyMap<number, number>): Float64Array {
  let total = 0;
  for (const count of years.values()) total += count;
  let squares = 0;
  for (const count of years.values()) squares += (count / total) ** 2;
  return Float64Array.from({ length: yearMax + 1 }, (_, year) => {
    const count = Math.max(1, years.get(year) ?? 1);
    return total === 0 ? 0 : Math.log(count / total / squares);
  });
}

/** The level of two different dates, each yyyymmdd with 0 for unknown parts. */
export function relateDates(a: number, b: number): number {
  const yearA = yearOf(a);
  const yearB = yearOf(b);
  const monthA = Math.floor(a / 100) % 100;
  const monthB = Math.floor(b / 100) % 100;
  const dayA = a % 100;
  const dayB = b % 100;
  if (yearA === yearB && monthA === dayB && dayA === monthB) return dateLevel.swapped;
  const isPartialA = monthA === 0 || dayA === 0;
  const isPartialB = monthB === 0 || dayB === 0;
  const isVague = (monthA === 1 && dayA === 1) || (monthB === 1 && dayB === 1) || isPartialA || isPartialB;
  if (yearA !== yearB && saysYearAlone(monthA, dayA) && saysYearAlone(monthB, dayB)) {
    return Math.abs(yearA - yearB) <= yearsNearMax ? dateLevel.vagueNear : dateLevel.vagueApart;
  }
  if (isPartialA || isPartialB) {
    if (yearA === yearB && (monthA === 0 || monthB === 0 || monthA === monthB)) return dateLevel.partial;
    if (yearA === yearB) return dateLevel.sameYear;
    return Math.abs(yearA - yearB) === 1 ? dateLevel.yearApart : dateLevel.different;
  }
  const digits = digitEdits(a, b);
  if (digits === 1) return dateLevel.oneDigit;
  if (yearA === yearB && isVague) return dateLevel.partial;
  if (monthA === monthB && dayA === dayB) return dateLevel.sameDayAndMonth;
  if (yearA === yearB && (monthA === monthB || dayA === dayB)) return dateLevel.sameYearAndPart;
  if (digits === 2) return dateLevel.twoDigits;
  if (yearA === yearB) return dateLevel.sameYear;
  return Math.abs(yearA - yearB) === 1 ? dateLevel.yearApart : dateLevel.different;
}

/** Digits that differ of eight; two neighbours swapped count as 1. */
function digitEdits(a: number, b: number): number {
  let count = 0;
  let lastPlace = -2;
  let lastA = 0;
  let lastB = 0;
  let isSwap = false;
  for (let place = 0; place < 8; place += 1) {
    const digitA = a % 10;
    const digitB = b % 10;
    if (digitA !== digitB) {
      count += 1;
      if (count > 3) return count;
      if (count === 2 && place === lastPlace + 1 && digitA === lastB && digitB === lastA) isSwap = true;
      lastPlace = place;
      lastA = digitA;
      lastB = digitB;
    }
    a = Math.floor(a / 10);
    b = Math.floor(b / 10);
  }
  return count === 2 && isSwap ? 1 : count;
}
