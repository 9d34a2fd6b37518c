// What profiling says of one column; everything else in the run that depends on a column's meaning depends on this.
import type { SemanticType } from "./semanticType.ts";

/** Which part of a numeric date stands first where the text alone does not say. */
export type DateOrder = "dayFirst" | "monthFirst" | "yearFirst";

/**
 * Which part of a name stands first in one text; `twoSurnames`: given names first, and of three words or more the last two are
 * surnames; `twoSurnamesFirst`: of three words or more the first two are.
 */
export const nameOrders = ["givenFirst", "surnameFirst", "twoSurnames", "twoSurnamesFirst"] as const;
export type NameOrder = (typeof nameOrders)[number];

export const isSurnameFirst = (order: NameOrder): boolean => order === "surnameFirst" || order === "twoSurnamesFirst";

/** Folded words that are given names, and that are surnames, in names of no fixed order. */
export interface NameWords {
  readonly given: readonly string[];
  readonly surname: readonly string[];
  /** Sources with such names; all where absent. */
  readonly onlySources?: readonly string[];
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

export interface ColumnProfile {
  readonly name: string;
  readonly type: SemanticType;
  /** 0 … 1: how sure the guess is; 1 where the settings say it. */
  readonly confidence: number;
  /** What spoke for the type, in words a person understands: "92 % of values are dates", "named like a surname". */
  readonly reasons: readonly string[];
  readonly missingCount: number;
  /** Records with a value, placeholders included: with `missingCount` the number of all records. */
  readonly filledCount: number;
  readonly distinctCount: number;
  /** Values that stand for "unknown" (01/01/1900, UNKNOWN, 999999): treated as missing. Codes in the column's dictionary. */
  readonly placeholderCodes: readonly number[];
  readonly placeholders: readonly ValueCount[];
  /** Values that look wrong for the type (a digit in a name, 31/02/1990, a far future date); counted, kept. */
  readonly suspiciousCount: number;
  /** Most frequent values, at most 10, most frequent first. */
  readonly topValues: readonly ValueCount[];
  /** Dates alone: the order decided for ambiguous ones and why. */
  readonly dateOrder: DateOrder | null;
  readonly dateOrderReason: string | null;
  /** Dates alone: the order by source, where sources differ. */
  readonly dateOrders?: Readonly<Record<string, DateOrder>>;
  /**
   * Full names: which part stands first in most values ("Mary Smith" or "SMITH Mary"); a comma overrides it. Given names and
   * surnames: the same, where the column holds whole names in records that lack the other part; else null.
   */
  readonly nameOrder: NameOrder | null;
  /** Full names: the order by source, where sources differ. */
  readonly nameOrders?: Readonly<Record<string, NameOrder>>;
  /** Full names: words that tell the order of each name, where they stand in no fixed order. */
  readonly nameWords?: NameWords;
  /** Sexes: what codes mean beside words for the sexes, as given names show; absent where there are none. */
  readonly sexCodes?: Readonly<Record<string, "f" | "m">>;
  /** Documents and codes: words that some records write before the value and others leave out; absent where there are none. */
  readonly prefixes?: readonly string[];
  /** Given names: some are initials, which may be written together (MJ); absent elsewhere. */
  readonly hasInitials?: true;
  /** Names: some are in a script that leaves vowels out (Arabic, Hebrew), others in Latin letters; absent elsewhere. */
  readonly hasUnvowelled?: true;
}
