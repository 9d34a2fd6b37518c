// Which given names occur with which surnames, each combination once: a person's many records, which share both names, would
// else look like people of one origin.
import { mixBits } from "../../shared/hashText.ts";
import type { NameField, StandardRecords } from "../standardise/standardRecords.ts";

/** Distinct combinations, in ascending order of given name, then surname; codes of the name dictionary. */
export interface NameCells {
  readonly count: number;
  readonly given: Int32Array;
  readonly surname: Int32Array;
}

/** Of about `rowsMax` rows, drawn by place; of all where there are no more. */
export function listNameCells(records: StandardRecords, field: NameField, rowsMax: number): NameCells {
  const { recordCount, cells, stride } = records;
  const givenAt = field.given?.position ?? 0;
  const surnameAt = field.surname?.position ?? 0;
  const limit = Math.min(1, rowsMax / recordCount) * 4294967296;
  const size = field.dictionary.strings.count;
  const keys = new Float64Array(recordCount);
  let listed = 0;
  for (let row = 0; row < recordCount; row += 1) {
    const given = cells[row * stride + givenAt]!;
    const surname = cells[row * stride + surnameAt]!;
    if (given < 0 || surname < 0 || mixBits(row ^ 0x2f6b41d3) >= limit) continue;
    keys[listed] = given * size + surname;
    listed += 1;
  }
  const sorted = keys.subarray(0, listed).sort();
  const distinct = sorted.filter((key, index) => index === 0 || key !== sorted[index - 1]);
  const given = Int32Array.from(distinct, (key) => Math.floor(key / size));
  const surname = Int32Array.from(distinct, (key, index) => key - given[index]! * size);
  return { count: distinct.length, given, surname };
}

/** The same combinations with numbers from 0 on for the names that are in them. @returns them, and the code of each number */
export function compactCells(
  { count, given, surname }: NameCells,
  size: number,
): { cells: NameCells; codes: Int32Array } {
  const isThere = new Uint8Array(size);
  for (let cell = 0; cell < count; cell += 1) isThere[given[cell]!] = isThere[surname[cell]!] = 1;
  const codes = Int32Array.from(isThere.keys().filter((code) => isThere[code] === 1));
  const numberOf = new Int32Array(size);
  codes.forEach((code, number) => {
    numberOf[code] = number;
  });
  const rename = (own: Int32Array): Int32Array => own.map((code) => numberOf[code]!);
  return { cells: { count, given: rename(given), surname: rename(surname) }, codes };
}

/** The cells with 1 in `isTaken`. */
export function takeCells({ given, surname }: NameCells, isTaken: Uint8Array): NameCells {
  const take = (codes: Int32Array): Int32Array => codes.filter((_, cell) => isTaken[cell] === 1);
  const taken = take(given);
  return { count: taken.length, given: taken, surname: take(surname) };
}

/** Combinations by code. */
export function countByCode(codes: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const code of codes) counts[code]! += 1;
  return counts;
}
