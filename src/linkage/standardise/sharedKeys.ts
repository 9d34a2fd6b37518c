// What hardly anybody shares with another person, asked before anything is known of a file: records that have it in common are mostly
// one person's.
import { mixBits } from "../../shared/hashText.ts";
import type { Field, NameField, Slot, StandardRecords, TextField, TokenField } from "./standardRecords.ts";

/** Per record a number that says what it has, 0 where it has nothing. */
export type Key = Uint32Array;

/** Records that may share a key; what more share is an office's or a family's. */
const sharersMax = 4;

const isIdentifier = (field: Field): field is TextField =>
  field.kind === "document" || field.kind === "phone" || field.kind === "email";

/** Records whose keys are looked at, about. */
const recordsMax = 200_000;

/** Keys of which a mix of the bits is below it are looked at, so that a key is looked at everywhere or nowhere. */
export const keyLimit = (recordCount: number): number => Math.min(1, recordsMax / recordCount) * 2 ** 32;

/** Numbers of documents, telephones and e-mail addresses. */
export const identifierKeys = (records: StandardRecords): Key[] =>
  records.fields.filter(isIdentifier).map(({ slot }) => finish(valuesOf(records, slot), records));

/** A whole name with a date of birth; null where the file has not both. */
export function bornNameKey(records: StandardRecords): Key | null {
  const whole = wholeNames(records);
  const date = records.fields.find((field) => field.kind === "date");
  return whole === null || date === undefined ? null : finish(join(whole, valuesOf(records, date.slot)), records);
}

/** Whole names, alone and with each of what else describes a person. */
export function nameKeys(records: StandardRecords): Key[] {
  const whole = wholeNames(records);
  if (whole === null) return [];
  const middle = findName(records)?.middle ?? null;
  const others = records.fields.flatMap((field): Key[] => {
    if (field.kind === "name" || field.kind === "date" || isIdentifier(field)) return [];
    const values = valuesOf(records, field.slot);
    return field.kind === "address" ? [values, numbersOf(records, field)] : [values];
  });
  const beside = [...(middle === null ? [] : [valuesOf(records, middle)]), ...others];
  return [whole, ...beside.map((values) => join(whole, values))].map((key) => finish(key, records));
}

const findName = ({ fields }: StandardRecords): NameField | undefined => fields.find((field) => field.kind === "name");

/** Given name and surname, in whatever order they stand; null where the file has not both. */
function wholeNames(records: StandardRecords): Key | null {
  const name = findName(records);
  if (name?.given == null || name.surname === null) return null;
  const [given, surname] = [valuesOf(records, name.given), valuesOf(records, name.surname)];
  return given.map((one, record) => (one === 0 || surname[record] === 0 ? 0 : one + surname[record]! || 1));
}

function valuesOf({ cells, stride, recordCount }: StandardRecords, { position }: Slot): Key {
  const key = new Uint32Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    const value = cells[record * stride + position]!;
    if (value >= 0) key[record] = mixBits(value + 1) || 1;
  }
  return key;
}

/** Of an address its numbers alone. */
function numbersOf(records: StandardRecords, { slot, tokens, tokenOffsets, isNumber }: TokenField): Key {
  const { cells, stride, recordCount } = records;
  const key = new Uint32Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    const value = cells[record * stride + slot.position]!;
    if (value < 0) continue;
    for (let i = tokenOffsets[value]!; i < tokenOffsets[value + 1]!; i += 1)
      if (isNumber[tokens[i]!] === 1) key[record] = mixBits(key[record]! ^ (tokens[i]! + 1)) || 1;
  }
  return key;
}

/** Both together; 0 where one is missing. */
const join = (one: Key, other: Key): Key =>
  one.map((hash, record) => (hash === 0 || other[record] === 0 ? 0 : mixBits(hash ^ mixBits(other[record]! + 1)) || 1));

/** The key of those records whose keys are looked at. */
function finish(key: Key, { recordCount }: StandardRecords): Key {
  const limit = keyLimit(recordCount);
  return limit >= 2 ** 32 ? key : key.map((hash) => (mixBits(hash) < limit ? hash : 0));
}

/** Pairs of records that share a key which hardly any other has: left, right, left, right … */
export function pairsSharing(key: Key): number[] {
  const records: number[] = [];
  for (let record = 0; record < key.length; record += 1) if (key[record] !== 0) records.push(record);
  const order = Uint32Array.from(records).sort((a, b) => key[a]! - key[b]! || a - b);
  const pairs: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && key[order[to]!] === key[order[from]!]) to += 1;
    if (to - from <= sharersMax) {
      for (let i = from; i < to; i += 1) for (let j = i + 1; j < to; j += 1) pairs.push(order[i]!, order[j]!);
    }
    from = to;
  }
  return pairs;
}
