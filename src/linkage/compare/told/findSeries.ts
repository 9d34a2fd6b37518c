// Of which series a document's number is: a passport and an identity card have two, as have the passports of two states. People
// who show the one and later the other are not contradicted by their numbers. What says of which series a number is stands in
// another column, which is known by its name beside that of the number (DOC_TYPE, DOC_NO), or because numbers are written otherwise
// by it, whatever it is called.
import { splitColumnName } from "../../profile/splitColumnName.ts";
import type { Field, StandardRecords, TextField } from "../../standardise/standardRecords.ts";
import { agreementLift, readColumn } from "./agreementLift.ts";
import { tellingValues } from "./tellingValues.ts";

/** Different values at most of a field that says it. */
const seriesMax = 300;
/** How much more often two records agree in it and in the shape of the number than if the two were independent. */
const liftMin = 1.2;

/** Words that say no more than that a column holds numbers. */
const numberWords = new Set("number no num nr nbr numero nummer numer id code ref reference".split(" "));
const seriesWords =
  /^(?:typ|type|tipo|kind|art|soort|rodzaj|tur|turu|jenis|class|country|ctry|state|st|nation|nationality|nat|land|pays|pais|kraj|authority|office|iss|issue|issued|issuer|issuing|emis|emission|emitter|ausstell.*)$/;

/** By the name of a document's field those of the fields that say of which series its numbers are. */
export function findSeries(records: StandardRecords): ReadonlyMap<string, readonly string[]> {
  const { fields } = records;
  const codes = fields.filter(isSeries);
  return new Map(
    fields.filter(isDocument).flatMap((field): [string, string[]][] => {
      const shaping = findShaping(records, field, codes);
      const found = codes.filter((code) => code === shaping || isNamedFor(field.name, code.name));
      return found.length === 0 ? [] : [[field.name, found.map(({ name }) => name)]];
    }),
  );
}

/** Fields, or plans of fields, with what says their series. */
export const addSeries = <T extends { readonly name: string }>(
  fields: readonly T[],
  series: ReadonlyMap<string, readonly string[]>,
): T[] =>
  fields.map((field) => {
    const seriesBy = series.get(field.name);
    return seriesBy === undefined ? field : { ...field, seriesBy };
  });

const isDocument = (field: Field): field is TextField => field.kind === "document";
const isSeries = (field: Field): field is TextField =>
  field.kind === "code" && field.dictionary.strings.count > 1 && field.dictionary.strings.count <= seriesMax;

/** DOC_TYPE and DOC_ISS_ST beside DOC_NO, but not CARD_STATUS beside CARD_NO. */
function isNamedFor(number: string, code: string): boolean {
  const own = splitColumnName(number).filter((word) => !numberWords.has(word));
  const words = splitColumnName(code);
  // Of ID_NUMBER and ID_TYPE, what is left of the former is nothing.
  const shared = own.length > 0 ? own : splitColumnName(number).slice(0, 1);
  return shared.some((word) => words.includes(word)) && words.some((word) => seriesWords.test(word));
}

/** The field by which the numbers' shapes differ most; undefined where they hardly do by any. */
function findShaping(records: StandardRecords, field: TextField, codes: readonly TextField[]): TextField | undefined {
  if (codes.length === 0) return undefined;
  const { cells, stride, recordCount } = records;
  const numbers = new Map<string, number>();
  const shape = readColumn(recordCount, (record) => {
    const value = cells[record * stride + field.slot.position]!;
    if (value < 0) return -1;
    const text = shapeOf(field, value);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  if (shape.size <= 1) return undefined;
  const lifts = codes.map((code) => agreementLift(readColumn(recordCount, tellingValues(records, code)), shape));
  const best = Math.max(...lifts);
  return best < liftMin ? undefined : codes[lifts.indexOf(best)];
}

/** Where letters stand in a number and where digits. */
function shapeOf({ dictionary: { strings } }: TextField, value: number): string {
  const { bytes, offsets } = strings;
  let shape = "";
  for (let i = offsets[value]!; i < offsets[value + 1]!; i += 1) shape += isDigit(bytes[i]!) ? "9" : "A";
  return shape;
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
