// By what one field tells another: the value's code, of a date its year.
import { decodeBytes } from "../../../shared/packedStrings.ts";
import type { Field, StandardRecords } from "../../standardise/standardRecords.ts";

/** Per record a number that says which value it has, at least 0; −1 where it has none. */
export function tellingValues({ cells, stride }: StandardRecords, field: Field): (record: number) => number {
  if (field.kind === "name") return () => -1;
  const { position } = field.slot;
  if (field.kind !== "date") return (record) => cells[record * stride + position]!;
  return (record) => {
    const code = cells[record * stride + position]!;
    return code < 0 ? -1 : Math.floor(field.dates[code]! / 10_000) || -1;
  };
}

/** The text that stands for such a number in a frequency table. Read from its bytes: on other threads strings have no methods. */
export function tellingKey(field: Field, value: number): string {
  if (field.kind === "date") return String(value);
  const { bytes, offsets } = field.dictionary.strings;
  return decodeBytes(bytes, offsets[value]!, offsets[value + 1]!);
}
