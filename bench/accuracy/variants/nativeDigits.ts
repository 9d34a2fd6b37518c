// Every number in Arabic digits, but for those in e-mail addresses, which are ASCII everywhere.
import { mapValues, type RecordSet } from "../recordSets/recordSet.ts";

const zero = 0x0660;

export const inArabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

export function nativeDigits(set: RecordSet): RecordSet {
  return mapValues(set, (value) => (value.includes("@") ? value : inArabicDigits(value)));
}
