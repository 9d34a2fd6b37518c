// How common a code is beside the value that tells it: two people of one region who were both born there agree in little more
// than the region. A code that follows from the other for certain says nothing then, and all it has to say where the other differs.
import type { Field, StandardRecords, TextField } from "../../standardise/standardRecords.ts";
import type { FrequencyTable, FrequencyTables, SlotCounts } from "../frequencies.ts";
import { tellingKey, tellingValues } from "./tellingValues.ts";

/** By the names of told fields: records by telling value and value. */
export type CountsBeside = Readonly<Record<string, ReadonlyMap<string, number>>>;

const tableName = (field: string): string => `${field}.beside`;
const separator = "\u001f";

/** Records of the usual shares that are added to those of each telling value: of few records, one may be the person's own. */
const usualRecords = 20;
/** Years apart that tell about the same: a year is mistaken by one or two. */
const yearsNear = 2;

const isTold = (field: Field): field is TextField & { readonly toldBy: string } =>
  "toldBy" in field && field.toldBy !== undefined;

/** The field that tells this one; null where none does. */
export function findTelling({ fields }: Pick<StandardRecords, "fields">, field: Field): Field | null {
  return isTold(field) ? (fields.find(({ name }) => name === field.toldBy) ?? null) : null;
}

/** Tables to freeze. */
export function countBeside(records: StandardRecords): [string, FrequencyTable][] {
  return records.fields.flatMap((field): [string, FrequencyTable][] => {
    const telling = findTelling(records, field);
    if (telling === null) return [];
    const [readTelling, readValue] = [tellingValues(records, telling), tellingValues(records, field)];
    const counts = new Map<string, number>();
    let total = 0;
    for (let record = 0; record < records.recordCount; record += 1) {
      const [by, value] = [readTelling(record), readValue(record)];
      if (by < 0 || value < 0) continue;
      const key = `${tellingKey(telling, by)}${separator}${tellingKey(field, value)}`;
      const times = records.multiplicity?.[record] ?? 1;
      counts.set(key, (counts.get(key) ?? 0) + times);
      total += times;
    }
    return [[tableName(field.name), { total, counts }]];
  });
}

/** What comparers read of these tables. */
export function alignBeside(fields: readonly Field[], tables: FrequencyTables): CountsBeside {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const table = isTold(field) ? tables.get(tableName(field.name)) : undefined;
      return table === undefined ? [] : [[field.name, table.counts] as const];
    }),
  );
}

export class ToldValues {
  /** Natural log of how often strangers differ who agree in what tells, over how often any two do; at most 0. */
  readonly logUnlike: number;
  readonly #field: TextField;
  readonly #telling: Field;
  readonly #tellingOf: (record: number) => number;
  readonly #usual: SlotCounts;
  readonly #counts: ReadonlyMap<string, number>;
  readonly #summary: Summary;
  /** By telling value, then by code. */
  readonly #shares = new Map<number, Map<number, number>>();

  /** Null where nothing tells the field. */
  static of(records: StandardRecords, field: TextField, usual: SlotCounts, beside: CountsBeside): ToldValues | null {
    const telling = findTelling(records, field);
    const counts = beside[field.name];
    return telling === null || counts === undefined ? null : new ToldValues(records, { field, telling }, usual, counts);
  }

  private constructor(
    records: StandardRecords,
    { field, telling }: { readonly field: TextField; readonly telling: Field },
    usual: SlotCounts,
    counts: ReadonlyMap<string, number>,
  ) {
    this.#field = field;
    this.#telling = telling;
    this.#tellingOf = tellingValues(records, telling);
    this.#usual = usual;
    this.#counts = counts;
    this.#summary = summaryOf(counts);
    this.logUnlike = this.#summary.logUnlike;
  }

  /**
   * Natural log of how common the value is among records that agree with these in what tells; null where they do not agree in it.
   * Symmetric.
   */
  logShare(left: number, right: number, code: number): number | null {
    const [a, b] = [this.#tellingOf(left), this.#tellingOf(right)];
    if (!this.#agree(a, b)) return null;
    return Math.log(a === b ? this.#shareOf(a, code) : (this.#shareOf(a, code) + this.#shareOf(b, code)) / 2);
  }

  /** What differing weighs less by, as a natural log: 0 where the two differ in what tells too. */
  logUnlikeOf(left: number, right: number): number {
    return this.#agree(this.#tellingOf(left), this.#tellingOf(right)) ? this.logUnlike : 0;
  }

  #agree(a: number, b: number): boolean {
    return a >= 0 && b >= 0 && (a === b || (this.#telling.kind === "date" && Math.abs(a - b) <= yearsNear));
  }

  /** Natural log of the least that `logShare` can be of the value. */
  logLeastShare(code: number): number {
    // Where the most records have another value.
    return Math.log((usualRecords * this.#usualShare(code)) / (this.#summary.largest + usualRecords));
  }

  #usualShare(code: number): number {
    return this.#usual.counts[code]! / this.#usual.total;
  }

  #shareOf(by: number, code: number): number {
    const shares = this.#shares.get(by) ?? new Map<number, number>();
    const share = shares.get(code) ?? this.#count(by, code);
    this.#shares.set(by, shares);
    shares.set(code, share);
    return share;
  }

  #count(by: number, code: number): number {
    const key = tellingKey(this.#telling, by);
    const count = this.#counts.get(`${key}${separator}${tellingKey(this.#field, code)}`) ?? 0;
    return (count + usualRecords * this.#usualShare(code)) / ((this.#summary.totals.get(key) ?? 0) + usualRecords);
  }
}

interface Summary {
  /** Records by telling value. */
  readonly totals: ReadonlyMap<string, number>;
  /** Records of the commonest telling value. */
  readonly largest: number;
  readonly logUnlike: number;
}

/** Comparers are made anew with each value that an index learns; their tables stay. */
const summaries = new WeakMap<ReadonlyMap<string, number>, Summary>();

function summaryOf(counts: ReadonlyMap<string, number>): Summary {
  const summary = summaries.get(counts) ?? summarise(counts);
  summaries.set(counts, summary);
  return summary;
}

function summarise(counts: ReadonlyMap<string, number>): Summary {
  const totals = new Map<string, number>();
  const values = new Map<string, number>();
  let alike = 0;
  for (const [key, count] of counts) {
    const at = key.indexOf(separator);
    const [by, value] = [key.slice(0, at), key.slice(at + 1)];
    totals.set(by, (totals.get(by) ?? 0) + count);
    values.set(value, (values.get(value) ?? 0) + count);
    alike += count ** 2;
  }
  const sum = (of: Map<string, number>): number => [...of.values()].reduce((total, count) => total + count ** 2, 0);
  const all = [...totals.values()].reduce((total, count) => total + count, 0);
  const unlikeBeside = 1 - (alike + 1) / (sum(totals) + 1);
  const unlike = 1 - sum(values) / Math.max(1, all ** 2);
  return {
    totals,
    largest: totals.values().reduce((most, count) => Math.max(most, count), 0),
    logUnlike: Math.min(0, Math.log(Math.max(leastUnlike, unlikeBeside) / Math.max(leastUnlike, unlike))),
  };
}

/** Share of strangers who differ, below which it is not believed: codes are mistaken. */
const leastUnlike = 0.01;
