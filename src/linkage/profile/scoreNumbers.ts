// Tells whole numbers apart: row counters, years, months, days, ages, house numbers, amounts. Many need a second column to be
// sure (a month needs a day and a year beside it); those get a low fit here and are raised when columns are seen together.

import { isAgeOfInfant } from "../standardise/values/standardiseAge.ts";
import { isYearRange } from "./isYearRange.ts";
import { type ColumnSummary, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

export interface NumberFacts {
  /** Share of values that are whole numbers without sign. */
  readonly wholeShare: number;
  readonly numberShare: number;
  readonly min: number;
  readonly max: number;
  readonly median: number;
  /** Share of whole numbers whose first digit is 1, 2 or 3 (house numbers: above 0.5). */
  readonly lowFirstShare: number;
}

const whole = /^\d{1,15}$/;
const decimal = /^[-+]?(?:[$€£]\s?)?(?:\d+|\d{1,3}(?:[, ]\d{3})+)(?:[.,]\d+)?(?:\s?[$€£])?$/;
const houseNumber = /^(?:no\.?\s?)?(?!0\d)\d{1,5}\s?(?:[a-z]|bis|ter)?(?:\s?[-/]\s?\d{0,4}\s?[a-z]?)?$/i;

/** Facts on a column as numbers; null where fewer than half of its values are numbers. */
export function numberFacts(summary: ColumnSummary): NumberFacts | null {
  const numberShare = shareOf(summary, (value) => decimal.test(value.text));
  if (numberShare < 0.5) return null;
  const wholes = summary.sample.filter((value) => whole.test(value.text));
  const sorted = wholes
    .map((value) => [Number(value.text), value.count] as const)
    .sort((left, right) => left[0] - right[0]);
  const weight = sorted.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  let median = 0;
  let lowFirst = 0;
  for (const [number, count] of sorted) {
    if (seen * 2 <= weight) median = number;
    seen += count;
    if (/^[123]/.test(String(number))) lowFirst += count;
  }
  return {
    wholeShare: shareOf(summary, (value) => whole.test(value.text)),
    numberShare,
    min: sorted[0]?.[0] ?? 0,
    max: sorted.at(-1)?.[0] ?? 0,
    median,
    lowFirstShare: weight === 0 ? 0 : lowFirst / weight,
  };
}

/** Share of values that are whole numbers from `low` to `high`. */
export function shareBetween(summary: ColumnSummary, low: number, high: number): number {
  return shareOf(summary, (value) => whole.test(value.text) && Number(value.text) >= low && Number(value.text) <= high);
}

/**
 * Records a value, on average, from which whole numbers are codes rather than amounts. An amount compared as a code does no
 * harm: training finds that it tells nothing.
 */
const codeRepeatsMin = 10;

/** Years of records of centuries ago lie close together, where postcodes are spread and leave gaps. */
const yearsApartMax = 250;
const yearsMin = 1400;

/** Share of values that are years, where most are from before 1850; else 0. */
export function shareOfOlderYears(summary: ColumnSummary, currentYear: number): number {
  const years = summary.sample
    .filter((value) => whole.test(value.text))
    .map((value) => ({ year: Number(value.text), count: value.count }))
    .filter(({ year }) => year >= yearsMin && year <= currentYear)
    .sort((left, right) => left.year - right.year);
  const share = years.reduce((sum, { count }) => sum + count, 0) / Math.max(1, summary.sampleWeight);
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const isDense = years.length > 0.6 * (last - first + 1);
  return last - first <= yearsApartMax && isDense ? share : 0;
}

/** Just above that of amounts; from 0 on, where no house number begins, above that of those too. */
const agesFit = 0.42;
const agesFromZeroFit = 0.55;

/** Whole numbers of nearly every size from the young to the old, most of them in between. */
function spreadsLikeAges({ wholeShare, min, max, median }: NumberFacts, distinctCount: number): boolean {
  return wholeShare > 0.98 && max >= 60 && median >= 12 && median <= 65 && distinctCount >= 0.8 * (max - min + 1);
}

function agesFitOf(facts: NumberFacts, distinctCount: number): number {
  if (spreadsLikeAges(facts, distinctCount)) return facts.min === 0 ? agesFromZeroFit : agesFit;
  return 0.3 * (facts.lowFirstShare < 0.75 ? 1 : 0.6);
}

/** Of numbers that may be ages or house numbers: just above that of amounts. */
const otherCodesFit = 0.41;

/** Short numbers that no amount looks like: 037 and T37. */
const label = /^(?:0\d{1,4}|[a-z][- ]?\d{1,4})$/i;
const labelsMin = 0.05;
const labelsFit = 0.45;

const ageMax = 120;
/** Of values that are not whole numbers, and of all values, those that must be ages for infants' months to tell a column of ages. */
const infantsAmongOthersMin = 0.75;
const agesMin = 0.9;
const infantsMin = 0.005;

/** Ages of which those of infants are told in months, weeks or days; house numbers have other letters too. */
export function scoreAgesOfInfants(summary: ColumnSummary): TypeScore[] {
  const infants = shareOf(summary, ({ text }) => isAgeOfInfant(text));
  const years = shareOf(summary, ({ text }) => whole.test(text) && Number(text) <= ageMax);
  const others = 1 - shareOf(summary, ({ text }) => whole.test(text));
  if (infants < infantsMin || infants < infantsAmongOthersMin * others || infants + years < agesMin) return [];
  return [{ type: "age", fit: 0.8, reason: `ages, ${percent(infants)} of them in months, weeks or days` }];
}

/** Scores for counters, dates in parts, age, houseNumber, number. */
export function scoreNumbers(summary: ColumnSummary, currentYear: number): TypeScore[] {
  const infants = scoreAgesOfInfants(summary);
  const scores: TypeScore[] = [...infants];
  const house = shareOf(summary, ({ text }) => houseNumber.test(text) && !isYearRange(text));
  const facts = numberFacts(summary);
  if (facts === null) {
    const reason = `${percent(house)} of values are shaped like house numbers`;
    return house > 0.8 ? [...infants, { type: "houseNumber", fit: 0.6 * house, reason }] : infants;
  }
  const { distinctCount, filledCount } = summary;
  scores.push({
    type: "number",
    fit: 0.4 * facts.numberShare,
    reason: `${percent(facts.numberShare)} of values are numbers`,
  });
  const labels = shareOf(summary, (value) => label.test(value.text));
  if (labels > labelsMin) {
    const reason = `${percent(labels)} of values begin with zeros or a letter, as labels do`;
    scores.push({ type: "code", fit: labelsFit, reason });
  }
  const isDense = facts.max - facts.min + 1 <= distinctCount * 1.02;
  if (facts.wholeShare > 0.98 && distinctCount === filledCount && distinctCount >= 20 && isDense) {
    return [{ type: "notForMatching", fit: 0.95, reason: "a counter: each number from the first to the last once" }];
  }
  const years = Math.max(shareBetween(summary, 1850, currentYear), shareOfOlderYears(summary, currentYear));
  if (years > 0.9 && distinctCount >= 12)
    scores.push({ type: "birthYear", fit: 0.45 * years, reason: `${percent(years)} of values are years` });
  const months = shareBetween(summary, 1, 12);
  if (months > 0.97) scores.push({ type: "birthMonth", fit: 0.12, reason: "values from 1 to 12" });
  const days = shareBetween(summary, 1, 31);
  if (days > 0.97) scores.push({ type: "birthDay", fit: 0.12, reason: "values from 1 to 31" });
  const ages = shareBetween(summary, 0, 110);
  if (ages > 0.85 && facts.max > 31 && infants.length === 0)
    scores.push({
      type: "age",
      // With months of infants among them it takes the column's name too.
      fit: agesFitOf(facts, distinctCount) * (ages > 0.97 ? 1 : 0.3),
      reason: `values from ${facts.min} to ${facts.max}, as ages are`,
    });
  const hasLetters = shareOf(summary, (value) => houseNumber.test(value.text) && !whole.test(value.text)) > 0.005;
  const isSkewed = facts.median <= 150 && facts.lowFirstShare > 0.45 && facts.max > 31 && facts.max > facts.median * 4;
  if (house > 0.85 && distinctCount >= 12 && (isSkewed || hasLetters)) {
    scores.push({
      type: "houseNumber",
      fit: house * (isSkewed && hasLetters ? 0.7 : 0.5),
      reason: `${percent(house)} of values are shaped like house numbers, small ones most often`,
    });
  } else if (house > 0.6) {
    scores.push({ type: "houseNumber", fit: 0.15, reason: "numbers" });
  }
  const isOther = years > 0.9 || ages > 0.97 || scores.some(({ type, fit }) => type === "houseNumber" && fit > 0.3);
  if (facts.wholeShare > 0.98 && filledCount >= codeRepeatsMin * distinctCount) {
    scores.push({
      type: "code",
      fit: isOther ? otherCodesFit : 0.5,
      reason: `${distinctCount} different whole numbers, each of many records`,
    });
  }
  return scores;
}
