// The errors that made-up records have, each with its base rate and what one chance of it is; the rates are of the order
// that studies of administrative files and the simulators GeCo and pseudopeople use, and can all be changed.

export interface ErrorKindEntry {
  /** Probability at one chance, before the error-rate factor and the habits of the source. */
  readonly rate: number;
  /** What one chance is. */
  readonly chance: string;
  readonly what: string;
}

export const errorKinds = {
  stale: {
    rate: 0.06,
    chance: "record",
    what: "all values are those of one to eight years earlier: old address, maiden name, old phone",
  },
  "shared-contact": {
    rate: 0.25,
    chance: "record of a person with an office",
    what: "e-mail and phone are an office's, shared by many",
  },
  typing: {
    rate: 0.02,
    chance: "text value",
    what: "one slip: neighbouring key, letter left out, doubled, added, or two swapped",
  },
  scanning: { rate: 0.008, chance: "text value", what: "one character read as one that looks like it" },
  phonetic: { rate: 0.012, chance: "name", what: "spelled as it sounds" },
  spelling: { rate: 0.1, chance: "name with other spellings", what: "another accepted spelling or transliteration" },
  nickname: { rate: 0.06, chance: "given name with a short form", what: "a short form stands for the given name" },
  "given-initial": { rate: 0.008, chance: "given name", what: "the initial alone" },
  "middle-initial": { rate: 0.25, chance: "middle name", what: "the initial alone" },
  "middle-moved": { rate: 0.04, chance: "middle name", what: "the middle name stands behind the given name" },
  "middle-as-given": {
    rate: 0.015,
    chance: "middle name",
    what: "the middle name stands as the given name, the given name is lost",
  },
  "names-swapped": { rate: 0.006, chance: "record", what: "given name and surname are swapped" },
  "names-in-one": { rate: 0.004, chance: "record", what: "the whole name stands in one field" },
  "surname-part": {
    rate: 0.15,
    chance: "surname of two parts",
    what: "one of the parts is left out, or the joint differs",
  },
  truncated: { rate: 0.003, chance: "text value longer than 10", what: "cut at the width of some field" },
  "day-month-swap": { rate: 0.008, chance: "birth date with a day up to 12", what: "day and month are swapped" },
  "date-digit": {
    rate: 0.012,
    chance: "birth date",
    what: "one digit is wrong, or two are swapped; the date stays possible",
  },
  "year-off": { rate: 0.004, chance: "birth date", what: "the year is one to ten years off" },
  "first-of-month": {
    rate: 0.004,
    chance: "birth date",
    what: "the first of January or of the month stands for an unknown day",
  },
  "number-digit": {
    rate: 0.012,
    chance: "phone, identifier, document or postcode",
    what: "one character is wrong, left out, or swapped with the next",
  },
  "sex-wrong": { rate: 0.003, chance: "sex", what: "the other sex" },
  placeholder: { rate: 0.003, chance: "value", what: "a filler: UNKNOWN, 1900-01-01, 00000000000" },
  relative: {
    rate: 0.004,
    chance: "record",
    what: "the birth date of another person of the household stands in the record",
  },
} as const satisfies Record<string, ErrorKindEntry>;

export type ErrorKind = keyof typeof errorKinds;

export const errorKindNames = Object.keys(errorKinds) as readonly ErrorKind[];

/** The base rate of every kind. */
export const defaultErrorRates: Readonly<Record<ErrorKind, number>> = Object.freeze(
  Object.fromEntries(errorKindNames.map((kind) => [kind, errorKinds[kind].rate])) as Record<ErrorKind, number>,
);
