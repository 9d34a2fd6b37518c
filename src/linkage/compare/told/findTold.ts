// Codes that tell each other, where there are no names: who lives in a region was mostly born there, and whoever is of one year
// goes to school. Agreement in both is then far less rare than each by itself says, and counted twice it makes one person of all
// who share a place and an age. Which code follows from which is found as Chow and Liu (1968) find a tree of dependences: the
// strongest first, each code told by one other.
import type { Field, StandardRecords, TextField } from "../../standardise/standardRecords.ts";
import { tellingValues } from "./tellingValues.ts";

/** Records looked at. */
const sampleMax = 20_000;
/** How much more often two records agree in both than if the two were independent, from which one tells the other. */
const liftMin = 1.2;
/** Other records, on average, that agree with a record in both: with fewer it may be the person's own. */
const sharersMin = 20;
/** Values of two fields together, each with each. */
const valuesMax = 200_000;

const isCode = (field: Field): field is TextField => field.kind === "code";
const tells = ({ kind }: Field): boolean =>
  kind === "code" || kind === "date" || kind === "sex" || kind === "town" || kind === "postcode";

/** By the name of a code's field that of the field which tells it; empty where records have names. */
export function findTold(records: StandardRecords): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  const { fields } = records;
  if (fields.some(({ kind }) => kind === "name")) return told;
  const columns = fields.filter(tells).map((field) => ({ field, ...readColumn(records, field) }));
  const open = columns
    .filter(({ field }) => isCode(field))
    .sort((a, b) => b.size - a.size)
    .map((code) => ({ code, by: "", lift: liftMin }));
  const tell = (telling: CodedColumn): void => {
    for (const one of open) {
      const lift = liftOf(telling, one.code);
      if (lift > one.lift) Object.assign(one, { by: telling.field.name, lift });
    }
  };
  for (const column of columns) if (!isCode(column.field)) tell(column);
  while (open.length > 0) {
    // Where nothing tells any, the one of the most values is the next that may tell others.
    const next = open.reduce((a, b) => (b.lift > a.lift ? b : a));
    if (next.by !== "") told.set(next.code.field.name, next.by);
    open.splice(open.indexOf(next), 1);
    tell(next.code);
  }
  return told;
}

/** Fields, or plans of fields, with what tells them. */
export const addTold = <T extends { readonly name: string }>(
  fields: readonly T[],
  told: ReadonlyMap<string, string>,
): T[] =>
  fields.map((field) => {
    const toldBy = told.get(field.name);
    return toldBy === undefined ? field : { ...field, toldBy };
  });

interface CodedColumn {
  readonly field: Field;
  /** Values of records in the sample; −1 where missing. */
  readonly values: Int32Array;
  /** Values run from 0 to below it. */
  readonly size: number;
}

/** The records' values in order of appearance. */
function readColumn(records: StandardRecords, field: Field): Pick<CodedColumn, "values" | "size"> {
  const every = Math.ceil(records.recordCount / sampleMax);
  const readValue = tellingValues(records, field);
  const places = new Map<number, number>();
  const values = new Int32Array(Math.ceil(records.recordCount / every)).fill(-1);
  for (let at = 0; at < values.length; at += 1) {
    const value = readValue(at * every);
    if (value < 0) continue;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    values[at] = place;
  }
  return { values, size: places.size };
}

/** How many times as often two records agree in both as if they were independent; 0 where too few records share both. */
function liftOf(one: CodedColumn, other: CodedColumn): number {
  if (one.size * other.size > valuesMax) return 0;
  const both = new Uint32Array(one.size * other.size);
  const ones = new Uint32Array(one.size);
  const others = new Uint32Array(other.size);
  let count = 0;
  for (let at = 0; at < one.values.length; at += 1) {
    const [a, b] = [one.values[at]!, other.values[at]!];
    if (a < 0 || b < 0) continue;
    both[a * other.size + b]! += 1;
    ones[a]! += 1;
    others[b]! += 1;
    count += 1;
  }
  const agreeing = sumPairs(both);
  if (agreeing < sharersMin * count) return 0;
  return (agreeing * count * (count - 1)) / (sumPairs(ones) * sumPairs(others));
}

/** Ordered pairs of different records with one value. */
const sumPairs = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count * (count - 1), 0);
