// What a comparison is: its ordered levels, what it says of persons and households, and the priors it starts from.
// One entry a kind; models, training, scoring and reports all read from here.
import type { Field } from "../standardise/standardRecords.ts";

/**
 * `personal`: tells members of one household apart. `shared`: household members tend to agree on it.
 * `order`: how the name stood in the fields; says nothing of who it is.
 */
export type Role = "personal" | "shared" | "order";

export interface LevelDefinition {
  readonly label: string;
  /** Share of true matches at this level before anything is learnt; levels without "missing" sum to 1. */
  readonly mPrior: number;
  /** True where u is the frequency of the value rather than one figure for the level. */
  readonly usesFrequency: boolean;
  /** True where the level counts as agreement when m is held within what errors can do. */
  readonly agrees: boolean;
  /** Personal fields: share of household members at this level beyond chance; 0 where they are as strangers. */
  readonly householdExtra: number;
  /** The most of one person's pairs that is believed to stand here unless sure pairs show more; absent: no bound of its own. */
  readonly mMax?: number;
  /** True where the level never speaks for one person: no more of one person's pairs are believed to stand here than of strangers'. */
  readonly isAgainst?: true;
}

export interface ComparisonKind {
  readonly role: Role;
  /** Level 0, missing, is not listed: levels[i] is level i + 1. Level 1 is exact agreement. */
  readonly levels: readonly LevelDefinition[];
  /** Weight of the m prior in pairs (Dirichlet pseudo-counts). */
  readonly priorPairs: number;
  /**
   * Least share of one person's pairs that agree or differ as errors do; with fewer, and the others differing as strangers
   * do, the comparison would call strangers the same.
   */
  readonly agreementMin: number;
  /** Personal fields: share of household members that agree by more than chance (twins, repeated names). */
  readonly householdEpsilon: number;
  /**
   * Shared fields: share of household members at exact agreement before anything is learnt, and the least and the most
   * it may be. The least keeps the class to households: without it, it drifts to neighbours of one town, and relatives
   * are then taken for one person.
   */
  readonly householdExactPrior: number;
  readonly householdExactMin: number;
  readonly householdExactMax: number;
  /** Places: share of neighbours at exact agreement before anything is learnt: they share a town, but neither home nor telephone. */
  readonly neighbourExactPrior: number;
  /**
   * Shared fields: true where what a household shares is misspelt as often as one person's, though few such pairs meet, since
   * near values seldom are keys.
   */
  readonly isMisspeltInHouseholds: boolean;
  /** True where a person cannot change it, so that contradictions within a cluster compound. */
  readonly isPermanent: boolean;
  /** True where a person has one value, of which all others are slips; names are written in several ways. */
  readonly isOneValue: boolean;
  /**
   * True where one person's records may agree by chance alone, since values are few: of agreement on a common value the more
   * is chance. Else a value that agrees is taken for the person's own.
   */
  readonly agreesByChance: boolean;
  /**
   * True where a column was taken for the kind by the shape of its values, and sure pairs may show that it is none: the number of
   * a company or a flight.
   */
  readonly isGuess: boolean;
  /** True where twins agree as one person does. */
  readonly isSharedByTwins: boolean;
  /**
   * True where relatives may share a personal value: a patronymic, or a mother's surname. How often is learnt where records say where
   * people live.
   */
  readonly mayRunInFamilies: boolean;
  /** What a move changes: where somebody lives and, more seldom, the surname. */
  readonly changesWithMove: "place" | "surname" | null;
}

const level = (
  label: string,
  mPrior: number,
  agrees: boolean,
  usesFrequency = false,
  householdExtra = 0,
): LevelDefinition => ({ label, mPrior, usesFrequency, agrees, householdExtra });

const base = {
  priorPairs: 20,
  agreementMin: 0,
  householdEpsilon: 0.02,
  householdExactPrior: 0.5,
  householdExactMin: 0,
  householdExactMax: 1,
  neighbourExactPrior: 0,
  isMisspeltInHouseholds: false,
  isOneValue: false,
  agreesByChance: false,
  isGuess: false,
  isSharedByTwins: false,
  mayRunInFamilies: false,
  changesWithMove: null,
};
const personal = { ...base, role: "personal", isPermanent: true } as const;
const shared = { ...base, role: "shared", isPermanent: false } as const;
const place = { ...shared, changesWithMove: "place" } as const;

/**
 * Few people go by their middle name in one place and not in another; where more seem to, a parent's name is the child's middle
 * name, and the pair is the two of them.
 */
const goesByMiddleNameMax = 0.1;

/** Levels of a part of a name, in the order of comparators/nameComparator.ts. */
const nameLevels = (m: readonly number[], middleOfRelative = 0): LevelDefinition[] => [
  level("exact", m[0] ?? 0, true, true),
  level("near, rare", m[1] ?? 0, true),
  level("near", m[2] ?? 0, true),
  level("nickname", m[3] ?? 0, true),
  level("initial", m[4] ?? 0, true),
  level("similar", m[5] ?? 0, true),
  { ...level("other's middle name", m[6] ?? 0, true, false, middleOfRelative), mMax: goesByMiddleNameMax },
  { ...level("different, rare", m[7] ?? 0, false), isAgainst: true },
  { ...level("different", m[8] ?? 0, false), isAgainst: true },
];

export const comparisonKinds = {
  givenName: {
    ...personal,
    agreementMin: 0.75,
    householdEpsilon: 0.004,
    levels: nameLevels([0.76, 0.05, 0.05, 0.03, 0.03, 0.02, 0.01, 0.02, 0.03], 0.01),
  },
  surname: {
    ...shared,
    agreementMin: 0.45,
    householdExactPrior: 0.7,
    householdExactMin: 0.35,
    isMisspeltInHouseholds: true,
    isSharedByTwins: true,
    changesWithMove: "surname",
    levels: nameLevels([0.85, 0.03, 0.03, 0.002, 0.005, 0.02, 0.003, 0.03, 0.03]),
  },
  middleName: {
    ...personal,
    isPermanent: false,
    mayRunInFamilies: true,
    householdExactPrior: 0.15,
    levels: [level("agree", 0.8, true), level("initial", 0.12, true), level("conflict", 0.08, false)],
  },
  nameOrder: {
    ...base,
    role: "order",
    isPermanent: false,
    priorPairs: 40,
    levels: [
      level("in place", 0.94, true),
      level("swapped", 0.03, true),
      level("displaced", 0.02, true),
      level("both names agree", 0.01, true),
    ],
  },
  suffix: {
    ...personal,
    priorPairs: 60,
    agreementMin: 0.97,
    levels: [level("exact", 0.985, true, true), level("conflict", 0.015, false)],
  },
  date: {
    ...personal,
    isOneValue: true,
    agreementMin: 0.75,
    householdEpsilon: 0.008,
    isSharedByTwins: true,
    levels: [
      level("exact", 0.85, true, true),
      level("day and month swapped", 0.015, true),
      level("one digit differs", 0.04, true),
      level("same year, part unknown", 0.015, true),
      level("same day and month", 0.015, true),
      level("same year and day or month", 0.015, true),
      level("two digits differ", 0.01, false),
      level("same year", 0.01, false, false, 0.03),
      level("a year apart", 0.005, false, false, 0.1),
      level("years alone, near", 0.005, false, false, 0.1),
      { ...level("years alone, apart", 0.005, false), isAgainst: true },
      level("different", 0.015, false),
    ],
  },
  email: {
    ...shared,
    agreementMin: 0.6,
    householdExactPrior: 0.01,
    householdExactMax: 0.03,
    levels: [
      level("exact", 0.75, true, true),
      level("near", 0.05, true),
      level("same local part", 0.03, true),
      level("similar", 0.03, false),
      level("same domain", 0.04, false),
      level("different", 0.1, false),
    ],
  },
  phone: {
    ...place,
    agreementMin: 0.3,
    householdExactPrior: 0.4,
    householdExactMin: 0.15,
    neighbourExactPrior: 0.01,
    levels: [level("exact", 0.65, true, true), level("one digit differs", 0.05, true), level("different", 0.3, false)],
  },
  document: {
    ...personal,
    isOneValue: true,
    isGuess: true,
    agreementMin: 0.6,
    householdEpsilon: 0.001,
    levels: [
      level("exact", 0.85, true, true),
      level("one character differs", 0.06, true),
      // Issued to a family on one day: a wrong last digit is as rare, and neither may speak for one person.
      { ...level("given out next to each other", 0.005, false), isAgainst: true },
      level("different", 0.085, false),
    ],
  },
  postcode: {
    ...place,
    priorPairs: 60,
    householdExactPrior: 0.7,
    householdExactMin: 0.35,
    neighbourExactPrior: 0.4,
    levels: [
      level("exact", 0.7, true, true),
      level("near", 0.05, true),
      level("same district", 0.08, false),
      level("different", 0.17, false),
    ],
  },
  town: {
    ...place,
    priorPairs: 60,
    householdExactPrior: 0.75,
    householdExactMin: 0.35,
    neighbourExactPrior: 0.75,
    levels: [level("exact", 0.7, true, true), level("near", 0.06, true), level("different", 0.24, false)],
  },
  tokens: {
    ...place,
    priorPairs: 60,
    householdExactPrior: 0.6,
    householdExactMin: 0.35,
    neighbourExactPrior: 0.02,
    levels: [
      level("exact", 0.6, true, true),
      level("same, one part differs", 0.1, true),
      level("similar", 0.1, true),
      level("some part shared", 0.05, false),
      level("different", 0.15, false),
    ],
  },
  /** As of tokens, but what families share, not places: sisters and brothers have one mother, twins always. */
  relative: {
    ...shared,
    agreementMin: 0.4,
    householdExactPrior: 0.6,
    householdExactMin: 0.4,
    isMisspeltInHouseholds: true,
    isSharedByTwins: true,
    levels: [
      level("exact", 0.7, true, true),
      level("same, one part differs", 0.08, true),
      level("similar", 0.1, true),
      level("some part shared", 0.05, false),
      level("different", 0.07, false),
    ],
  },
  sex: {
    ...personal,
    agreementMin: 0.8,
    householdEpsilon: 0,
    levels: [level("exact", 0.96, true, true), level("different", 0.04, false)],
  },
  houseNumber: {
    ...place,
    householdExactPrior: 0.8,
    householdExactMin: 0.35,
    neighbourExactPrior: 0.1,
    levels: [level("exact", 0.75, true, true), level("near", 0.05, true), level("different", 0.2, false)],
  },
  number: {
    ...shared,
    householdExactPrior: 0.1,
    levels: [
      level("exact", 0.7, true, true),
      level("one apart", 0.12, true),
      level("up to five apart", 0.08, false),
      level("different", 0.1, false),
    ],
  },
  code: {
    ...shared,
    agreesByChance: true,
    householdExactPrior: 0.5,
    levels: [level("exact", 0.6, true, true), level("near", 0.05, true), level("different", 0.35, false)],
  },
} as const satisfies Record<string, ComparisonKind>;

export type ComparisonKindName = keyof typeof comparisonKinds;

/** The two parts of a name that everybody has. */
export const nameKinds: ReadonlySet<ComparisonKindName> = new Set(["givenName", "surname"]);

/** A comparison of a model: which kind, over which field. */
export interface Comparison {
  readonly name: string;
  readonly kind: ComparisonKindName;
  readonly field: string;
}

/** The comparisons that fields allow, in a fixed order: per field as planned, a name making up to four. */
export function planComparisons(fields: readonly Field[]): Comparison[] {
  return fields.flatMap((field): Comparison[] => {
    if (field.kind === "name") {
      const hasOrder = field.given !== null && field.surname !== null;
      return [
        ...(field.given === null ? [] : [{ name: "given_name", kind: "givenName", field: field.name } as const]),
        ...(field.surname === null ? [] : [{ name: "surname", kind: "surname", field: field.name } as const]),
        ...(field.middle === null ? [] : [{ name: "middle_name", kind: "middleName", field: field.name } as const]),
        ...(hasOrder ? [{ name: "name_order", kind: "nameOrder", field: field.name } as const] : []),
      ];
    }
    return [{ name: field.name, kind: comparisonKindOf(field), field: field.name }];
  });
}

function comparisonKindOf(field: Exclude<Field, { kind: "name" }>): ComparisonKindName {
  if (field.kind === "address" || field.kind === "organisation") return "tokens";
  return field.kind === "text" ? "code" : field.kind;
}
