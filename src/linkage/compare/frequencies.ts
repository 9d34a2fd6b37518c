// Term frequencies: how common each value is, as the model froze it. A value seen once, or never, counts as one record.
import { sharedUint32 } from "../../shared/sharedArrays.ts";
import {
  type DateField,
  type Field,
  isTokenField,
  type Slot,
  type StandardRecords,
} from "../standardise/standardRecords.ts";

/** Counts of the values of one slot; values seen once are left out. Keys of `counts` are comparable values. */
export interface FrequencyTable {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** By slot name: "name.given", "birth_date", "address", "address.tokens" … */
export type FrequencyTables = ReadonlyMap<string, FrequencyTable>;

/** What a comparator reads: per dictionary code the count, at least 1, and how many records have a value. */
export interface SlotCounts {
  readonly counts: Uint32Array;
  readonly total: number;
}

/** A field's slots with their names in the tables. */
export function namedSlots(field: Field): { name: string; slot: Slot }[] {
  if (field.kind !== "name") return [{ name: field.name, slot: field.slot }];
  return (["given", "middle", "surname"] as const).flatMap((part) => {
    const slot = field[part];
    return slot === null ? [] : [{ name: `name.${part}`, slot }];
  });
}

/** The text that stands for a code in a frequency table. */
export function frequencyKey(field: Field, code: number): string {
  return field.kind === "date" ? String(field.dates[code]) : field.dictionary.strings.at(code);
}

/** The tables that a model trained on these records freezes. */
export function collectFrequencies(records: StandardRecords): FrequencyTables {
  const tables = new Map<string, FrequencyTable>();
  for (const field of records.fields) {
    for (const { name, slot } of namedSlots(field)) {
      tables.set(
        name,
        collectTable(slot.counts, slot.total, (code) => frequencyKey(field, code)),
      );
    }
    if (field.kind === "date") tables.set(`${field.name}.years`, collectYears(field));
    if (isTokenField(field)) {
      const total = field.dictionary.strings.count;
      const text = (code: number) => field.tokenDictionary.strings.at(code);
      tables.set(`${field.name}.tokens`, collectTable(field.tokenCounts, total, text));
    }
  }
  return tables;
}

function collectYears({ dates, slot }: DateField): FrequencyTable {
  const counts = new Map<string, number>();
  for (let code = 0; code < dates.length; code += 1) {
    const year = String(Math.floor(dates[code]! / 10000));
    counts.set(year, (counts.get(year) ?? 0) + slot.counts[code]!);
  }
  return { total: slot.total, counts };
}

function collectTable(counts: Uint32Array, total: number, keyOf: (code: number) => string): FrequencyTable {
  return createTable({ counts, own: null, keyOf }, total);
}

/** What a table was counted from. */
interface Origin {
  /** Records by code. */
  readonly counts: Uint32Array;
  /** Taken off the counts, by code; null where nothing is. */
  readonly own: Uint32Array | null;
  readonly keyOf: (code: number) => string;
}

/** Origins of tables that were counted and not read: what asks by the same codes needs no text. */
const origins = new WeakMap<FrequencyTable, Origin>();

/** A table whose texts are made when they are asked for: few runs need those of millions of values before they write. */
function createTable(origin: Origin, total: number): FrequencyTable {
  let kept: ReadonlyMap<string, number> | null = null;
  const table = {
    total,
    get counts() {
      kept ??= keepRepeated(origin);
      return kept;
    },
  };
  origins.set(table, origin);
  return table;
}

function keepRepeated({ counts, own, keyOf }: Origin): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code]! - (own?.[code] ?? 0);
    if (count > 1) kept.set(keyOf(code), count);
  }
  return kept;
}

/**
 * A table that was counted from records with `own` taken off the count of each code, at most the count itself; values that
 * are then met once are left out. The very table given where it was read from a file: its codes are not known.
 */
export function discountTable(table: FrequencyTable, own: Uint32Array): FrequencyTable {
  const origin = origins.get(table);
  return origin === undefined ? table : createTable({ ...origin, own }, table.total);
}

/**
 * Counts by code of the records' own dictionary, taken from the frozen table. Throws nothing: an absent table counts 1.
 * @param countsOfCodes records by code, as the dictionary's own; a table that was counted from these very ones is not
 * asked by texts
 */
export function lookUpCounts(
  table: FrequencyTable | undefined,
  size: number,
  keyOf: (code: number) => string,
  countsOfCodes: Uint32Array | null = null,
): SlotCounts {
  const counts = sharedUint32(size).fill(1);
  if (table === undefined) return { counts, total: 1 };
  const origin = origins.get(table);
  if (origin !== undefined && origin.counts === countsOfCodes) {
    for (let code = 0; code < size; code += 1)
      counts[code] = Math.max(1, countsOfCodes[code]! - (origin.own?.[code] ?? 0));
  } else {
    const { counts: known } = table;
    for (let code = 0; code < size; code += 1) counts[code] = known.get(keyOf(code)) ?? 1;
  }
  return { counts, total: Math.max(1, table.total) };
}

/** Size of a dictionary's code space. */
export function dictionarySize(field: Field): number {
  return field.kind === "date" ? field.dates.length : field.dictionary.strings.count;
}
