// What hardly anybody shares with another person, asked before anything is known of a file: records that have it in common are mostly
// one person's.
import { mixBits } from "../../shared/hashText.ts";
import type { Field, NameField, Slot, StandardRecords, TextField } from "./standardRecords.ts";

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
  records.fields.filter(isIdentifier).map(({ slot }) => keyOf(records, [slot]));

/** A whole name with a date of birth; null where the file has not all three. */
export function bornNameKey(records: StandardRecords): Key | null {
  const name = findName(records);
  const date = records.fields.find((field) => field.kind === "date");
  if (name?.given == null || name.surname === null || date === undefined) return null;
  return keyOf(records, [name.given, name.surname, date.slot]);
}

/** Whole names, alone and with each of what else describes a person. */
export function nameKeys(records: StandardRecords): Key[] {
  const name = findName(records);
  const parts = [name?.given ?? null, name?.surname ?? null].filter((slot) => slot !== null);
  if (parts.length === 0) return [];
  const others = records.fields.flatMap((field) =>
    field.kind === "name" || field.kind === "date" || isIdentifier(field) ? [] : [field.slot],
  );
  const beside = [name?.middle ?? null, ...others].filter((slot) => slot !== null);
  return [parts, ...beside.map((slot) => [...parts, slot])].map((slots) => keyOf(records, slots));
}

const findName = ({ fields }: StandardRecords): NameField | undefined => fields.find((field) => field.kind === "name");

/** Of all these values together; 0 where one is missing or the key is not looked at. */
function keyOf({ cells, stride, recordCount }: StandardRecords, slots: readonly Slot[]): Key {
  const limit = keyLimit(recordCount);
  const key = new Uint32Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    let hash = 1;
    for (const { position } of slots) {
      const value = cells[record * stride + position]!;
      hash = value < 0 || hash === 0 ? 0 : mixBits(hash ^ (value + 1)) || 1;
    }
    key[record] = mixBits(hash) < limit ? hash : 0;
  }
  return key;
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
