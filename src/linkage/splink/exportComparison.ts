// Which of our comparison levels Splink can say, as SQL over one column, and which of ours each one stands for. A level
// that Splink cannot say is left to the level that its pairs fall to there.
import type { ComparisonKindName } from "../compare/comparison.ts";

export interface SayableLevel {
  readonly label: string;
  /** SQL with `{}` for the column's name without its end _l or _r; null for ELSE. */
  readonly sql: string | null;
  /** Indexes of our levels (0 is exact) that it stands for. */
  readonly levels: readonly number[];
}

export interface SayableComparison {
  /** From the second level to ELSE: the null level and exact agreement stand before them. */
  readonly levels: readonly SayableLevel[];
  /** What of ours is not said, in words. */
  readonly leftOut: readonly string[];
}

const both = (sql: string): string => `${sql.replaceAll("{}", "{}_l")} = ${sql.replaceAll("{}", "{}_r")}`;
const call = (name: string): string => `${name}({}_l, {}_r)`;
const edits = (count: number): string => `${call("damerau_levenshtein")} <= ${count}`;
const winkler = (least: number): string => `${call("jaro_winkler_similarity")} >= ${least}`;
const longest = (length: number): string => `length({}_l) >= ${length} AND length({}_r) >= ${length}`;
const initials = `(length({}_l) = 1 OR length({}_r) = 1) AND ${both("substr({}, 1, 1)")}`;
const year = both("substr({}, 1, 4)");
const month = both("substr({}, 6, 2)");
const day = both("substr({}, 9, 2)");
const swappedDay = `${year} AND substr({}_l, 6, 2) = substr({}_r, 9, 2) AND substr({}_l, 9, 2) = substr({}_r, 6, 2)`;
const yearNumber = (side: string): string => `TRY_CAST(substr({}_${side}, 1, 4) AS INTEGER)`;
const yearsApart = `ABS(${yearNumber("l")} - ${yearNumber("r")})`;
const firstOfJanuary = `substr({}_l, 6, 5) = '01-01' AND substr({}_r, 6, 5) = '01-01'`;

const lastTwo = (side: string): string => `TRY_CAST(right({}_${side}, 2) AS INTEGER)`;
const neighbours = `length({}_l) >= 5 AND ${both("length({})")} AND ${both("left({}, length({}) - 2)")} AND ABS(${lastTwo("l")} - ${lastTwo("r")}) <= 20`;

const say = (label: string, sql: string | null, ...levels: number[]): SayableLevel => ({ label, sql, levels });

const nameComparison: SayableComparison = {
  levels: [
    say("initial", initials, 4),
    say("near", `(${edits(1)} AND ${longest(3)}) OR ${winkler(0.92)}`, 1, 2),
    say("similar", `${edits(1)} OR (${edits(2)} AND ${longest(5)}) OR ${winkler(0.85)}`, 5),
    say("different", null, 3, 6, 7, 8),
  ],
  leftOut: ["nickname", "other's middle name", "rarity of names that are not equal"],
};

const ofTokens: SayableComparison = {
  levels: [say("different", null, 1, 2, 3, 4)],
  leftOut: ["same, one part differs", "similar", "some part shared"],
};

const nearOrDifferent = (near: string, leftOut: readonly string[] = []): SayableComparison => ({
  levels: [say("near", near, 1), say("different", null, 2)],
  leftOut,
});

/** Comparisons of one column that Splink can say at all; the others are left out. */
export const sayableComparisons: Partial<Record<ComparisonKindName, SayableComparison>> = {
  givenName: nameComparison,
  surname: nameComparison,
  middleName: {
    levels: [say("initial", initials, 1), say("conflict", null, 2)],
    leftOut: ["parts of middle names in any order"],
  },
  suffix: { levels: [say("conflict", null, 1)], leftOut: [] },
  date: {
    levels: [
      say("day and month swapped", swappedDay, 1),
      say("years alone, near", `${firstOfJanuary} AND ${yearsApart} <= 1`, 9),
      say("years alone, apart", firstOfJanuary, 10),
      say("one digit differs", edits(1), 2),
      say("same day and month", `${month} AND ${day}`, 4),
      say("same year and day or month", `${year} AND (${month} OR ${day})`, 5),
      say("two digits differ", edits(2), 6),
      say("same year", year, 3, 7),
      say("a year apart", `${yearsApart} = 1`, 8),
      say("different", null, 11),
    ],
    leftOut: ["same year, part unknown", "how common a year is"],
  },
  email: {
    levels: [
      say("near", `${edits(2)} AND ${longest(6)}`, 1),
      say("same local part", both("NULLIF(regexp_extract({}, '^[^@]+', 0), '')"), 2),
      say("same domain", both("NULLIF(regexp_extract({}, '@.+$', 0), '')"), 4),
      say("different", null, 3, 5),
    ],
    leftOut: ["similar", "numbers of namesakes"],
  },
  phone: nearOrDifferent(edits(1)),
  document: {
    levels: [
      say("given out next to each other", neighbours, 2),
      say("one character differs", edits(1), 1),
      say("different", null, 3),
    ],
    leftOut: [],
  },
  postcode: {
    levels: [say("near", `${edits(1)} AND ${longest(4)}`, 1), say("different", null, 2, 3)],
    leftOut: ["same district"],
  },
  town: nearOrDifferent(`(${edits(1)} AND ${longest(4)}) OR (${winkler(0.92)} AND ${longest(4)})`),
  tokens: ofTokens,
  relative: ofTokens,
  sex: { levels: [say("different", null, 1)], leftOut: [] },
  houseNumber: nearOrDifferent(`${edits(1)} AND ${longest(2)}`),
  number: {
    levels: [
      say("one apart", "ABS(TRY_CAST({}_l AS DOUBLE) - TRY_CAST({}_r AS DOUBLE)) <= 1", 1),
      say("up to five apart", "ABS(TRY_CAST({}_l AS DOUBLE) - TRY_CAST({}_r AS DOUBLE)) <= 5", 2),
      say("different", null, 3),
    ],
    leftOut: ["ages beside dates of birth"],
  },
  code: nearOrDifferent(`(${edits(1)} AND ${longest(5)}) OR (${winkler(0.92)} AND ${longest(4)})`),
};
