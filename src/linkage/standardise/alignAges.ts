// Ages of two sources are of two days: each person is ten years older in the next census. How far apart the days are is found
// from the records, and frozen in the plan as what is added to each source's ages; birth years in place of ages become ages.
import { hashText, mixBits } from "../../shared/hashText.ts";
import { plainText } from "../../shared/plainText.ts";
import type { Column, RecordTable } from "../read/recordTable.ts";
import type { ColumnPlan, FieldPlan } from "./fieldPlan.ts";
import { findPlannedColumns } from "./plannedColumn.ts";
import { foldText } from "./values/foldText.ts";
import { standardiseAge } from "./values/standardiseAge.ts";

/** Whole names that are looked at, a sample by the name, so that a name is looked at in all sources or in none. */
const namesMax = 200_000;
/** Pairs of records of two sources with a name that each of them has once, from which they speak for a difference. */
const pairsMin = 40;
/** Of these pairs the share beyond chance within a year of the difference, from which it is believed, … */
const beyondChanceMin = 0.1;
/** … and the standard deviations of chance that it is at least. */
const deviationsMin = 6;
/** Ages that differ by less are of one day. */
const yearsMin = 2;

/** The plans with ages made to be of one day, where there are several sources and they show that they are not. */
export function alignAges(plans: readonly FieldPlan[], table: RecordTable): readonly FieldPlan[] {
  if (table.sources.length < 2) return plans;
  const names = plans.find(({ kind }) => kind === "name");
  const ages = plans.find(isAges);
  if (names === undefined || ages === undefined) return plans;
  const nameOf = hashNames(names, table);
  const aligned = alignSources(ages, table, nameOf);
  const births = plans.find(isBirthYears);
  const shifted = births === undefined ? null : alignBirthYears(aligned ?? ages, births, table, nameOf);
  if (shifted !== null) return plans.flatMap((plan) => (plan === births ? [] : plan === ages ? [shifted] : [plan]));
  return aligned === null ? plans : plans.map((plan) => (plan === ages ? aligned : plan));
}

const isAges = ({ kind, columns }: FieldPlan): boolean =>
  kind === "number" && columns.every(({ type }) => type === "age");

const isBirthYears = ({ kind, columns }: FieldPlan): boolean =>
  kind === "date" && columns.every(({ type }) => type === "birthYear");

/** The ages with what is to be added by source to make them of the day of the source that has most; null where all are of one day. */
function alignSources(ages: FieldPlan, table: RecordTable, nameOf: Int32Array): FieldPlan | null {
  const { sources, sourceOf } = table;
  const years = numbersOf(ages, table);
  const counts = new Float64Array(sources.length);
  for (let record = 0; record < years.length; record += 1) {
    if (nameOf[record] !== 0 && !Number.isNaN(years[record])) counts[sourceOf[record]!]! += 1;
  }
  const largest = counts.indexOf(Math.max(...counts));
  const known = (source: number) => numbersOfOnce(nameOf, (record) => sourceOf[record] === source, years);
  const reference = known(largest);
  const moved = sources.flatMap((name, source): [string, number][] => {
    const difference = source === largest ? 0 : findDifference(reference, known(source));
    return Math.abs(difference) >= yearsMin ? [[name, difference]] : [];
  });
  if (moved.length === 0) return null;
  return { ...ages, columns: ages.columns.map((column) => ({ ...column, yearsBySource: Object.fromEntries(moved) })) };
}

/** The ages with the birth years as further ages; null where records have both, or do not show in which year the ages are. */
function alignBirthYears(ages: FieldPlan, births: FieldPlan, table: RecordTable, nameOf: Int32Array): FieldPlan | null {
  const own = numbersOf(ages, table);
  const born = numbersOf(births, table).map((year) => -year);
  const isBoth = (record: number): boolean => !(Number.isNaN(own[record]) || Number.isNaN(born[record]));
  let both = 0;
  let either = 0;
  for (let record = 0; record < own.length; record += 1) {
    if (isBoth(record)) both += 1;
    else if (!(Number.isNaN(own[record]) && Number.isNaN(born[record]))) either += 1;
  }
  if (both > either * bothMax) return null;
  const all = (): boolean => true;
  const ageIn = findDifference(numbersOfOnce(nameOf, all, own), numbersOfOnce(nameOf, all, born));
  if (ageIn === 0) return null;
  const columns = births.columns.map((column): ColumnPlan => ({ ...column, ageIn }));
  return { ...ages, columns: [...ages.columns, ...columns] };
}

/** Records with both age and birth year for one with either, from which the two are no replacement of each other. */
const bothMax = 0.05;

/** By the hash of a name the number of the one record that has it among those chosen; NaN where several have it. */
function numbersOfOnce(
  nameOf: Int32Array,
  isChosen: (record: number) => boolean,
  numbers: Float64Array,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let record = 0; record < nameOf.length; record += 1) {
    const name = nameOf[record]!;
    if (name !== 0 && isChosen(record) && !Number.isNaN(numbers[record]))
      found.set(name, found.has(name) ? Number.NaN : numbers[record]!);
  }
  return found;
}

/**
 * What is to be added to `others` to make them of the day of `reference`: the difference that namesakes by a name that both have
 * once show more often than their ages have it by chance; 0 where there is none.
 */
function findDifference(reference: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): number {
  const differences = new Map<number, number>();
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  let pairs = 0;
  for (const [name, other] of others) {
    const own = reference.get(name) ?? Number.NaN;
    if (Number.isNaN(own) || Number.isNaN(other)) continue;
    pairs += 1;
    count(differences, Math.round(own - other));
    count(left, Math.round(own));
    count(right, Math.round(other));
  }
  if (pairs < pairsMin) return 0;
  const near = (counts: ReadonlyMap<number, number>, at: number): number =>
    (counts.get(at - 1) ?? 0) + (counts.get(at) ?? 0) + (counts.get(at + 1) ?? 0);
  const byChance = (difference: number): number => {
    let sum = 0;
    for (const [age, times] of right) sum += times * near(left, age + difference);
    return sum / pairs;
  };
  let best = 0;
  let most = 0;
  for (const [difference] of differences) {
    // Halves for the years beside it: of three neighbours the middle one is meant.
    const seen = (near(differences, difference) + (differences.get(difference) ?? 0)) / 2;
    if (seen <= most) continue;
    best = difference;
    most = seen;
  }
  const expected = byChance(best);
  const beyond = near(differences, best) - expected;
  return beyond >= pairs * beyondChanceMin && beyond >= deviationsMin * Math.sqrt(expected + 1) ? best : 0;
}

function count(counts: Map<number, number>, value: number): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Per record the number of the first of the plan's columns that has one; NaN where none has. */
function numbersOf(plan: FieldPlan, table: RecordTable): Float64Array {
  const numbers = new Float64Array(table.recordCount).fill(Number.NaN);
  for (const { column, isPlaceholder } of findPlannedColumns(plan, table)) {
    const byCode = Float64Array.from({ length: column.values.count }, (_, code) =>
      isPlaceholder[code] ? Number.NaN : (standardiseAge(plainText(column.values.at(code))) ?? Number.NaN),
    );
    for (let record = 0; record < numbers.length; record += 1) {
      const code = column.codes[record]!;
      if (code >= 0 && Number.isNaN(numbers[record])) numbers[record] = byCode[code]!;
    }
  }
  return numbers;
}

/** Per record a hash of its whole name, the same in whatever order its words stand; 0 where it has but one word, or is not looked at. */
function hashNames(names: FieldPlan, table: RecordTable): Int32Array {
  const sums = new Int32Array(table.recordCount);
  const words = new Uint8Array(table.recordCount);
  for (const { column, plan, isPlaceholder } of findPlannedColumns(names, table)) {
    if (plan.type === "nameSuffix" || plan.type === "middleName") continue;
    const { sum, count: counts } = hashWords(column, isPlaceholder);
    for (let record = 0; record < sums.length; record += 1) {
      const code = column.codes[record]!;
      if (code < 0) continue;
      sums[record] = (sums[record]! + sum[code]!) | 0;
      words[record]! += counts[code]!;
    }
  }
  const limit = Math.min(1, namesMax / table.recordCount) * 4294967296;
  for (let record = 0; record < sums.length; record += 1) {
    if (words[record]! < 2 || mixBits(sums[record]!) >= limit) sums[record] = 0;
  }
  return sums;
}

/** Per value the sum of its words' hashes, and how many there are, to 15. */
function hashWords({ values }: Column, isPlaceholder: Uint8Array): { sum: Int32Array; count: Uint8Array } {
  const sum = new Int32Array(values.count);
  const counts = new Uint8Array(values.count);
  for (let code = 0; code < values.count; code += 1) {
    if (isPlaceholder[code]) continue;
    const words = foldText(plainText(values.at(code)))
      .split(" ")
      .filter((word) => word !== "");
    for (const word of words) sum[code] = (sum[code]! + hashText(word)) | 0;
    counts[code] = Math.min(15, words.length);
  }
  return { sum, count: counts };
}
