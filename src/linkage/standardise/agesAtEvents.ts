// Ages are those of the day of an event where each record has its own: a visit, a voyage, a death. The event's year less the age
// is the year of birth, which is compared instead, as far as people of one name show that it stays while their ages do not.
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { Column, RecordTable } from "../read/recordTable.ts";
import { yearsOf } from "./ageColumn.ts";
import { differencesOf, isBeyondChance } from "./differences.ts";
import type { ColumnPlan, FieldPlan } from "./fieldPlan.ts";
import { numbersOf } from "./numbersOf.ts";

/** Years between two events from which a person's ages tell of them. */
const eventsApartMin = 2;
/** Different values of a column that are looked at first, and the share of them that must be dates or years. */
const valuesLookedAt = 200;
const datesShareMin = 0.9;
/** Share of pairs beyond chance: sources that spell names otherwise have few persons among those of one name. */
const beyondChanceMin = 0.03;
/** Of the records with an age those that must have the date too. */
const besideAgesMin = 0.5;

export interface NamedTable {
  readonly table: RecordTable;
  /** By record a hash of the whole name; 0 where it is not looked at. */
  readonly nameOf: Int32Array;
  /** The last year that two digits can mean. */
  readonly latestYear: number;
}

/**
 * The plans with years of birth in place of ages, dates of birth beside them; null where none of
 * `events` (findEvents) is the date of the ages.
 */
export function placeAgesAtEvents(
  plans: readonly FieldPlan[],
  ages: FieldPlan,
  events: readonly Column[],
  named: NamedTable,
): readonly FieldPlan[] | null {
  if (events.length === 0) return null;
  const ageOf = numbersOf(ages, named.table);
  const dates = plans.find(({ kind }) => kind === "date");
  let best: { event: Column; findings: Findings } | null = null;
  for (const column of events) {
    const others = (dates?.columns ?? []).filter(({ column: name }) => name !== column.name);
    const findings = lookAt(column, { ages: ageOf, births: birthYearsOf(others, named.table), named });
    if (findings.score > (best?.findings.score ?? 0)) best = { event: column, findings };
  }
  if (best === null) return null;
  const { event, findings } = best;
  const others = dates?.columns.filter(({ column }) => column !== event.name) ?? [];
  // Month and day of the event say nothing without its year.
  const own = yearColumns(others).length > 0 ? others : [];
  const planned = dates?.columns.find(({ column }) => column === event.name);
  const { latestYear } = named;
  const atEvent = { column: event.name, dateOrder: planned?.dateOrder ?? null, latestYear };
  const ofBirths: ColumnPlan = {
    ...atEvent,
    type: "birthDate",
    nameOrder: null,
    placeholders: planned?.placeholders ?? [],
    onlySources: findings.ofBirths,
  };
  const births = findings.ofBirths.length === 0 ? own : [...own, ofBirths];
  const placed: FieldPlan = {
    ...ages,
    columns: [
      ...yearColumns(births).map((column): ColumnPlan => ({ ...column, isBesideAges: true })),
      ...ages.columns.map((column): ColumnPlan => ({ ...column, event: atEvent })),
    ],
  };
  const dated = plans.flatMap((plan) => {
    if (plan === ages) return [placed];
    if (plan !== dates) return [plan];
    return births.length === 0 ? [] : [{ ...plan, columns: births }];
  });
  if (dates !== undefined || births.length === 0) return dated;
  return [...dated, { name: "birth_date", kind: "date", columns: births }];
}

/** Of the columns of birth dates those that say the year. */
export const yearColumns = (columns: readonly ColumnPlan[]): ColumnPlan[] =>
  columns.filter(({ type }) => type === "birthDate" || type === "birthYear");

/** Columns with dates or years in most of the records that have an age; of those of other fields codes alone. */
export function findEvents(
  plans: readonly FieldPlan[],
  agesPlan: FieldPlan,
  table: RecordTable,
  latestYear: number,
): Column[] {
  const ages = numbersOf(agesPlan, table);
  const others = plans.filter(({ kind }) => kind !== "date" && kind !== "code");
  const taken = new Set(others.flatMap(({ columns }) => columns.map(({ column }) => column)));
  return table.columns.filter((column) => {
    if (taken.has(column.name) || !looksLikeDates(column, latestYear)) return false;
    let known = 0;
    let beside = 0;
    for (const [record, age] of ages.entries()) {
      if (Number.isNaN(age)) continue;
      known += 1;
      if (column.codes[record]! >= 0) beside += 1;
    }
    return beside >= besideAgesMin * known;
  });
}

function looksLikeDates({ values, codes, name }: Column, latestYear: number): boolean {
  const few = new PackedStrings(values.bytes, values.offsets.subarray(0, valuesLookedAt + 1));
  const years = yearsOf({ name, codes, values: few }, { dateOrder: null, latestYear });
  return years.filter((year) => year <= latestYear).length >= Math.max(1, datesShareMin * years.length);
}

/** By record the year of birth that the first of these columns says; NaN where none does. */
export function birthYearsOf(columns: readonly ColumnPlan[], table: RecordTable): Float64Array {
  const years = new Float64Array(table.recordCount).fill(Number.NaN);
  for (const plan of yearColumns(columns)) {
    const column = table.columns.find(({ name }) => name === plan.column);
    if (column === undefined) continue;
    const byCode = yearsOf(column, { ...plan, latestYear: plan.latestYear ?? Number.NaN });
    for (let record = 0; record < years.length; record += 1) {
      const code = column.codes[record]!;
      if (code >= 0 && Number.isNaN(years[record])) years[record] = byCode[code]!;
    }
  }
  return years;
}

interface Findings {
  /** Pairs of namesakes born within a year of each other beyond chance; 0 where the column is not the date of the ages. */
  readonly score: number;
  /** Sources that tell no ages, whose dates are those of births. */
  readonly ofBirths: readonly string[];
}

interface Known {
  readonly ages: Float64Array;
  readonly births: Float64Array;
  readonly named: NamedTable;
}

/** Looks at records of one name, each beside the one before. */
function lookAt(event: Column, { ages, births, named }: Known): Findings {
  const { nameOf, latestYear } = named;
  const years = yearsOf(event, { dateOrder: null, latestYear });
  const both: Pairs = { left: [], right: [] };
  const bothAges: Pairs = { left: [], right: [] };
  const besideBirths: Pairs = { left: [], right: [] };
  const besideEvents: Pairs = { left: [], right: [] };
  const toldBy = (record: number, year: number): number =>
    Number.isNaN(births[record]) ? year - ages[record]! : Number.NaN;
  const isAlone = (record: number): boolean => Number.isNaN(births[record]) && Number.isNaN(ages[record]);
  const last = new Map<number, number>();
  for (let record = 0; record < nameOf.length; record += 1) {
    const name = nameOf[record]!;
    if (name === 0) continue;
    const other = last.get(name);
    last.set(name, record);
    if (other === undefined) continue;
    const [a, b] = [yearAt(years, event, record), yearAt(years, event, other)];
    const [toldA, toldB] = [toldBy(record, a), toldBy(other, b)];
    if (!Number.isNaN(toldA) && !Number.isNaN(toldB)) {
      if (Math.abs(a - b) < eventsApartMin) continue;
      add(both, toldA, toldB);
      add(bothAges, ages[record]!, ages[other]!);
    } else if (!Number.isNaN(toldA)) {
      add(besideBirths, toldA, births[other]!);
      if (isAlone(other)) add(besideEvents, toldA, b);
    } else if (!Number.isNaN(toldB)) {
      add(besideBirths, births[record]!, toldB);
      if (isAlone(record)) add(besideEvents, a, toldB);
    }
  }
  const shown = [both, besideBirths, besideEvents].map(beyondChance);
  const [byBoth = 0, byBirths = 0, byEvents = 0] = shown;
  const score = beyondChance(bothAges) > byBoth ? 0 : byBoth + byBirths + byEvents;
  return { score, ofBirths: byEvents > 0 ? findWithoutAges(ages, named.table) : [] };
}

/** Of the records of a source those that may have an age where the source tells none. */
const strayAgesMax = 0.05;

function findWithoutAges(ages: Float64Array, { sources, sourceOf }: RecordTable): string[] {
  const counts = sources.map(() => ({ all: 0, known: 0 }));
  for (const [record, age] of ages.entries()) {
    const count = counts[sourceOf[record]!]!;
    count.all += 1;
    if (!Number.isNaN(age)) count.known += 1;
  }
  return sources.filter((_, source) => counts[source]!.known <= strayAgesMax * counts[source]!.all);
}

const yearAt = (years: readonly number[], { codes }: Column, record: number): number =>
  years[codes[record]!] ?? Number.NaN;

interface Pairs {
  readonly left: number[];
  readonly right: number[];
}

function add({ left, right }: Pairs, a: number, b: number): void {
  if (Number.isNaN(a) || Number.isNaN(b)) return;
  left.push(a);
  right.push(b);
}

/** Pairs within a year of each other beyond those that chance has; 0 where chance may have them. */
function beyondChance({ left, right }: Pairs): number {
  const differences = differencesOf(left, right);
  const expected = differences.byChance(0);
  const seen = differences.near(0);
  return isBeyondChance(seen, expected, { pairs: left.length, shareMin: beyondChanceMin }) ? seen - expected : 0;
}
