// Numbers by a date of birth stand beside ages of other records; two of them are compared as dates, not once more as numbers.
import type { PackedStrings } from "../../../shared/packedStrings.ts";

/** Begins the text of such a number; an age begins with a digit or a sign. */
export const birthDateMark = "by birth date: ";

const firstOfMark = birthDateMark.charCodeAt(0);

export const isByBirthDate = ({ bytes, offsets }: PackedStrings, code: number): boolean =>
  bytes[offsets[code]!] === firstOfMark;
