// The one comparer: bulk, real time and explanations all compare two records here and nowhere else.
import {
  type DateField,
  type Field,
  isTokenField,
  type StandardRecords,
  type TextField,
  type TokenField,
} from "../standardise/standardRecords.ts";
import { DateComparator } from "./comparators/dateComparator.ts";
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
import { alignNamedEmails, NamedEmails } from "./namedEmails.ts";
import { alignOriginShares, alignOrigins, firstTable, originKinds, originShares, originSlot } from "./nameOrigins.ts";
import { type Comparator, PairEvidence } from "./pairEvidence.ts";
import { SharedSurname } from "./sharedSurname.ts";
import { alignBeside, type CountsBeside, ToldValues } from "./told/toldValues.ts";

/**
 * Counts by slot name, aligned with the records' dictionaries: "name.given", "birth_date", "address.tokens" …, and
 * birth years. Plain typed arrays over shared memory, so that worker threads are handed them as they are.
 */
export interface AlignedFrequencies {
  readonly slots: Readonly<Record<string, SlotCounts>>;
  readonly years: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** Of codes that another field tells; absent where there are none. */
  readonly beside?: CountsBeside;
}

/** Tables, and what they are aligned with. */
export interface Alignment {
  readonly tables: FrequencyTables;
  readonly aligned: AlignedFrequencies;
}

/** Frozen tables aligned with the dictionaries of these records. `before`: of the same records with tables of which some are these. */
export function alignFrequencies(
  records: StandardRecords,
  tables: FrequencyTables,
  before?: Alignment,
): AlignedFrequencies {
  const years: Record<string, (readonly [number, number])[]> = {};
  for (const field of records.fields) if (field.kind === "date") years[field.name] = [...countYears(tables, field)];
  return { slots: alignSlots(records, tables, before), years, beside: alignBeside(records.fields, tables) };
}

/** What does not depend on which values the records have: shares of origins, likeness of e-mail addresses. */
export function alignConstants(fields: readonly Field[], tables: FrequencyTables): AlignedFrequencies["slots"] {
  const slots: Record<string, SlotCounts> = {};
  for (const kind of originKinds) {
    const shares = alignOriginShares(tables, kind);
    if (shares !== null) slots[originShares(kind)] = shares;
  }
  for (const field of fields) if (field.kind === "email") Object.assign(slots, alignNamedEmails(tables, field.name));
  return slots;
}

/** Counts by slot name alone, without the years. */
export function alignSlots(
  records: StandardRecords,
  tables: FrequencyTables,
  before?: Alignment,
): AlignedFrequencies["slots"] {
  const slots: Record<string, SlotCounts> = { ...alignConstants(records.fields, tables) };
  for (const { name, table, align } of planSlots(records.fields, tables)) {
    const known = before?.tables.get(table) === tables.get(table) ? before?.aligned.slots[name] : undefined;
    const slot = known ?? align();
    if (slot !== null) slots[name] = slot;
  }
  return slots;
}

/** As alignSlots, each slot when it is asked for: of a single record few are, for most of its values are known. */
export function alignSlotsOnDemand(records: StandardRecords, tables: FrequencyTables): AlignedFrequencies["slots"] {
  const made = new Map<string, SlotCounts | undefined>(Object.entries(alignConstants(records.fields, tables)));
  const get = (_: object, name: string): SlotCounts | undefined => {
    if (!made.has(name)) {
      const plan = planSlots(records.fields, tables).find((candidate) => candidate.name === name);
      made.set(name, plan?.align() ?? undefined);
    }
    return made.get(name);
  };
  return new Proxy({}, { get }) as AlignedFrequencies["slots"];
}

interface SlotPlan {
  readonly name: string;
  /** Name of a table that is another one where the slot is. */
  readonly table: string;
  /** Null where the tables tell nothing of it. */
  readonly align: () => SlotCounts | null;
}

/** What there is to align of the values of these fields. */
function planSlots(fields: readonly Field[], tables: FrequencyTables): SlotPlan[] {
  return fields.flatMap((field): SlotPlan[] => {
    const size = dictionarySize(field);
    const keyOf = (code: number): string => frequencyKey(field, code);
    const plans = namedSlots(field).flatMap(({ name, slot }): SlotPlan[] => [
      { name, table: name, align: () => lookUpCounts(tables.get(name), size, keyOf, slot.counts) },
      ...originKinds.map((kind) => ({
        name: originSlot(name, kind),
        table: firstTable(name, kind),
        align: () => alignOrigins(tables, name, kind, size, keyOf),
      })),
    ]);
    return isTokenField(field) ? [...plans, planTokens(field, tables)] : plans;
  });
}

function planTokens({ name, tokenDictionary, tokenCounts }: TokenField, tables: FrequencyTables): SlotPlan {
  const { strings } = tokenDictionary;
  const tokens = `${name}.tokens`;
  return {
    name: tokens,
    table: tokens,
    align: () => lookUpCounts(tables.get(tokens), strings.count, (code) => strings.at(code), tokenCounts),
  };
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

function createComparator(
  records: StandardRecords,
  field: Field,
  { slots, years, beside = {} }: AlignedFrequencies,
): Comparator {
  const counts = (name: string): SlotCounts =>
    slots[name] ?? { counts: new Uint32Array(dictionarySize(field)).fill(1), total: 1 };
  if (field.kind === "name") {
    const frequencies = { given: counts("name.given"), surname: counts("name.surname") };
    return new NameComparator(records, field, frequencies, NameCompanions.from(records, slots));
  }
  if (field.kind === "date") return new DateComparator(records, field, counts(field.name), new Map(years[field.name]));
  if (isTokenField(field)) {
    const surnames = SharedSurname.of(records, field, counts("name.surname"));
    return new TokenComparator(records, field, counts(field.name), counts(`${field.name}.tokens`), surnames);
  }
  const text = field as TextField;
  const named = text.kind === "email" ? NamedEmails.from(records, text, slots) : null;
  const told = ToldValues.of(records, text, counts(field.name), beside);
  return new TextComparator(records, text, counts(field.name), { named, told });
}
