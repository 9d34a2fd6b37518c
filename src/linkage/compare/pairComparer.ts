// The one comparer: bulk, real time and explanations all compare two records here and nowhere else.
import type { DateField, Field, StandardRecords, TextField } from "../standardise/standardRecords.ts";
import { DateComparator } from "./comparators/dateComparator.ts";
import { EmailComparator } from "./comparators/emailComparator.ts";
import { NameComparator } from "./comparators/nameComparator.ts";
import { TextComparator } from "./comparators/textComparator.ts";
import { TokenComparator } from "./comparators/tokenComparator.ts";
import { type Comparison, planComparisons } from "./comparison.ts";
import {
  dictionarySize,
  type FrequencyTables,
  frequencyKey,
  lookUpCounts,
  namedSlots,
  type SlotCounts,
} from "./frequencies.ts";
import { NameCompanions } from "./nameCompanions.ts";
import { alignOriginShares, alignOrigins, originShares, originSlot } from "./nameOrigins.ts";
import { type Comparator, PairEvidence } from "./pairEvidence.ts";

/**
 * Counts by slot name, aligned with the records' dictionaries: "name.given", "birth_date", "address.tokens" …, and
 * birth years. Plain typed arrays over shared memory, so that worker threads are handed them as they are.
 */
export interface AlignedFrequencies {
  readonly slots: Readonly<Record<string, SlotCounts>>;
  readonly years: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}

/** Frozen tables aligned with the dictionaries of these records. */
export function alignFrequencies(records: StandardRecords, tables: FrequencyTables): AlignedFrequencies {
  const years: Record<string, (readonly [number, number])[]> = {};
  for (const field of records.fields) if (field.kind === "date") years[field.name] = [...countYears(tables, field)];
  return { slots: alignSlots(records, tables), years };
}

/** Counts by slot name alone, without the years. */
export function alignSlots(records: StandardRecords, tables: FrequencyTables): AlignedFrequencies["slots"] {
  const slots: Record<string, SlotCounts> = {};
  const shares = alignOriginShares(tables);
  if (shares !== null) slots[originShares] = shares;
  for (const field of records.fields) {
    for (const { name, slot } of namedSlots(field)) {
      const keyOf = (code: number): string => frequencyKey(field, code);
      slots[name] = lookUpCounts(tables.get(name), dictionarySize(field), keyOf, slot.counts);
      const origins = alignOrigins(tables, name, dictionarySize(field), keyOf);
      if (origins !== null) slots[originSlot(name)] = origins;
    }
    if (field.kind === "address" || field.kind === "organisation") {
      const { strings } = field.tokenDictionary;
      const keyOf = (code: number): string => strings.at(code);
      const table = tables.get(`${field.name}.tokens`);
      slots[`${field.name}.tokens`] = lookUpCounts(table, strings.count, keyOf, field.tokenCounts);
    }
  }
  return slots;
}

/** Records by year of birth, from the frozen table; dates seen once are not in it, so that the rest is spread evenly. */
function countYears(tables: FrequencyTables, field: DateField): Map<number, number> {
  const table = tables.get(`${field.name}.years`);
  const years = [...(table?.counts ?? [])].map(([year, count]) => [Number(year), count] as const);
  // Sums over years must add up in one order, whether the table was just counted or read from a file.
  return new Map(years.sort(([a], [b]) => a - b));
}

export class PairComparer {
  readonly comparisons: readonly Comparison[];
  readonly evidence: PairEvidence;
  readonly #comparators: readonly Comparator[];
  readonly #firsts: readonly number[];

  constructor(records: StandardRecords, frequencies: AlignedFrequencies) {
    this.comparisons = planComparisons(records.fields);
    this.evidence = new PairEvidence(this.comparisons.length);
    this.#comparators = records.fields.map((field) => createComparator(records, field, frequencies));
    let first = 0;
    this.#firsts = this.#comparators.map((comparator) => {
      const own = first;
      first += comparator.comparisonCount;
      return own;
    });
  }

  /** Compares one field alone; its comparisons stand in `evidence` from firstOf(field) to before firstOf(field + 1). */
  compareField(field: number, left: number, right: number): void {
    this.#comparators[field]!.compare(left, right, this.evidence, this.#firsts[field]!);
  }

  /** Index of a field's first comparison; of one past the last field, the number of comparisons. */
  firstOf(field: number): number {
    return this.#firsts[field] ?? this.comparisons.length;
  }

  /** Compares two records; the result stands in `evidence` until the next call. */
  compare(left: number, right: number): PairEvidence {
    for (let i = 0; i < this.#comparators.length; i += 1) {
      this.#comparators[i]!.compare(left, right, this.evidence, this.#firsts[i]!);
    }
    return this.evidence;
  }
}

function createComparator(records: StandardRecords, field: Field, { slots, years }: AlignedFrequencies): Comparator {
  const counts = (name: string): SlotCounts =>
    slots[name] ?? { counts: new Uint32Array(dictionarySize(field)).fill(1), total: 1 };
  if (field.kind === "name") {
    const frequencies = { given: counts("name.given"), surname: counts("name.surname") };
    return new NameComparator(records, field, frequencies, NameCompanions.from(records, slots));
  }
  if (field.kind === "date") return new DateComparator(records, field, counts(field.name), new Map(years[field.name]));
  if (field.kind === "address" || field.kind === "organisation") {
    return new TokenComparator(records, field, counts(field.name), counts(`${field.name}.tokens`));
  }
  const names = records.fields.find((candidate) => candidate.kind === "name");
  if (field.kind === "email" && names?.kind === "name") {
    return new EmailComparator(records, field as TextField, counts(field.name), names);
  }
  return new TextComparator(records, field as TextField, counts(field.name));
}
