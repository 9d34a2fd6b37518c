// Ages of two sources are of two days: each person is ten years older in the next census. How far apart the days are is found
// from the records, and frozen in the plan as what is added to each source's ages; years of birth in place of ages become ages.
// Where each record has its own day, agesAtEvents.ts compares years of birth instead.
import type { RecordTable } from "../read/recordTable.ts";
import { birthYearsOf, findEvents, placeAgesAtEvents, yearColumns } from "./agesAtEvents.ts";
import { differencesOf, isBeyondChance } from "./differences.ts";
import type { ColumnPlan, FieldPlan } from "./fieldPlan.ts";
import { hashCodes, hashNames } from "./hashNames.ts";
import { numbersOf } from "./numbersOf.ts";

/** Of pairs of one name the share beyond chance within a year of a difference, from which it is believed. */
const beyondChanceMin = 0.1;
/** Ages that differ by less are of one day. */
const yearsMin = 2;

/**
 * The plans with ages made to be comparable, where people of one name, or of the same codes, show that they are not as they stand.
 * `latestYear`: the last year that two digits can mean.
 */
export function alignAges(plans: readonly FieldPlan[], table: RecordTable, latestYear: number): readonly FieldPlan[] {
  const ages = plans.filter(isAges);
  const [first] = ages;
  if (first === undefined) return plans;
  const names = plans.find(({ kind }) => kind === "name");
  // Without names strangers meet too, whose years of something else may go with their ages.
  const events = names === undefined ? [] : findEvents(plans, first, table, latestYear);
  if (events.length === 0 && table.sources.length < 2) return plans;
  const nameOf = names === undefined ? hashCodes(plans, table) : hashNames(names, table);
  if (nameOf === null) return plans;
  const atEvents = placeAgesAtEvents(plans, first, events, { table, nameOf, latestYear });
  if (atEvents !== null) return atEvents;
  if (table.sources.length < 2) return plans;
  const aligned = new Map(ages.map((plan) => [plan, alignSources(plan, table, nameOf)]));
  const births = plans.find(({ kind }) => kind === "date");
  const beside = births === undefined ? null : alignBirths(aligned.get(first) ?? first, births, table, nameOf);
  if (beside === null && [...aligned.values()].every((plan) => plan === null)) return plans;
  const isReplaced = beside !== null && births !== undefined && isYears(births);
  return plans.flatMap((plan) => {
    if (plan === first && beside !== null) return [beside];
    return plan === births && isReplaced ? [] : [aligned.get(plan) ?? plan];
  });
}

const isAges = ({ kind, columns }: FieldPlan): boolean =>
  kind === "number" && columns.every(({ type }) => type === "age");

const isYears = ({ columns }: FieldPlan): boolean => columns.every(({ type }) => type === "birthYear");

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

/**
 * The ages with the years of birth as further ages, where dates keep their own field; null where records have both, or do not show
 * in which year the ages are.
 */
function alignBirths(ages: FieldPlan, births: FieldPlan, table: RecordTable, nameOf: Int32Array): FieldPlan | null {
  const own = numbersOf(ages, table);
  const born = birthYearsOf(births.columns, table).map((year) => -year);
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
  const columns = yearColumns(births.columns).map(
    (column): ColumnPlan => ({ ...column, ageIn, ...(isYears(births) ? {} : { isBesideAges: true }) }),
  );
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
  const left: number[] = [];
  const right: number[] = [];
  for (const [name, other] of others) {
    const own = reference.get(name) ?? Number.NaN;
    if (Number.isNaN(own) || Number.isNaN(other)) continue;
    left.push(own);
    right.push(other);
  }
  const { seen, near, byChance } = differencesOf(left, right);
  let best = 0;
  let most = 0;
  for (const [difference, times] of seen) {
    // Halves for the years beside it: of three neighbours the middle one is meant.
    const weighed = (near(difference) + times) / 2;
    if (weighed <= most) continue;
    best = difference;
    most = weighed;
  }
  return isBeyondChance(near(best), byChance(best), { pairs: left.length, shareMin: beyondChanceMin }) ? best : 0;
}
