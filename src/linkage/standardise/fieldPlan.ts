// Which columns make up which fields, decided once from the profile (or read from a model) and frozen in the model.
import type { ColumnProfile, DateOrder, NameOrder, NameWords } from "../profile/columnProfile.ts";
import type { SemanticType } from "../profile/semanticType.ts";
import type { Spellings } from "./nicknameLists.ts";
import type { Field } from "./standardRecords.ts";

export interface ColumnPlan {
  readonly column: string;
  readonly type: SemanticType;
  readonly dateOrder: DateOrder | null;
  /** Of dates: the order of sources that differ; others have `dateOrder`. */
  readonly dateOrders?: Readonly<Record<string, DateOrder>>;
  readonly nameOrder: NameOrder | null;
  /** Of full names: the order of sources that differ; others have `nameOrder`. */
  readonly nameOrders?: Readonly<Record<string, NameOrder>>;
  /** Of full names in no fixed order: words that tell the order of each. */
  readonly nameWords?: NameWords;
  /** The last year that two digits can mean in a birth date; null where they are not read as a year. */
  readonly latestYear: number | null;
  /** Values as read that count as missing. */
  readonly placeholders: readonly string[];
  /** Of ages taken on several days: what is added to those of a source to make them of one day, in years; others are of that day. */
  readonly yearsBySource?: Readonly<Record<string, number>>;
  /** Of years and dates of birth compared as ages: the year in which the ages are. */
  readonly ageIn?: number;
  /** Of ages that are those of a date in the same record: the year of birth is compared instead, the date's less the age. */
  readonly event?: EventColumn;
  /** Of dates of birth beside ages: they are compared with ages alone, with each other as dates. */
  readonly isBesideAges?: true;
  /** Sources whose records have the value; all where absent. */
  readonly onlySources?: readonly string[];
  /** Of sexes: what a system's own codes mean, by their folded text. */
  readonly sexCodes?: Readonly<Record<string, "f" | "m">>;
  /** Of documents and codes: words before the value that say nothing, in lower case. */
  readonly prefixes?: readonly string[];
  /** Of given names: words of two letters that are no names are initials. */
  readonly hasInitials?: true;
  /** Of names: those without vowels (Arabic, Hebrew) are marked, and are told from Latin ones by their consonants. */
  readonly hasUnvowelled?: true;
  /** Of codes and places: standardised values that sources write otherwise, each with the one that stands for it (findWritings.ts). */
  readonly writings?: Readonly<Record<string, string>>;
}

/** A column with the dates of what happened when somebody was as old as an age says. */
export interface EventColumn {
  readonly column: string;
  readonly dateOrder: DateOrder | null;
  readonly latestYear: number;
}

export interface FieldPlan {
  readonly name: string;
  readonly kind: Field["kind"];
  readonly columns: readonly ColumnPlan[];
  /** Of a code: name of another field that tells it (compare/told/findTold.ts); absent where none does. */
  readonly toldBy?: string;
  /** Of a document: names of other fields that say of which series its number is (compare/told/findSeries.ts); absent where none does. */
  readonly seriesBy?: readonly string[];
  /** Of a name: spellings of one name that training has learnt (train/learnSpellings.ts); absent where there are none. */
  readonly spellings?: readonly Spellings[];
}

/** All columns that fields are made from, once each. */
export const listPlannedColumns = (plans: readonly FieldPlan[]): string[] =>
  listColumns(plans.flatMap(({ columns }) => [...columns]));

/** Columns that are read for these, those of events too, once each. */
export const listColumns = (plans: readonly ColumnPlan[]): string[] => [
  ...new Set(plans.flatMap(({ column, event }) => (event === undefined ? [column] : [column, event.column]))),
];

const nameTypes: ReadonlySet<SemanticType> = new Set(["givenName", "middleName", "surname", "fullName", "nameSuffix"]);
const addressTypes: ReadonlySet<SemanticType> = new Set(["addressLine", "houseNumber", "street"]);
const datePartTypes: ReadonlySet<SemanticType> = new Set(["birthYear", "birthMonth", "birthDay"]);

const kindOfType: Partial<Record<SemanticType, Field["kind"]>> = {
  organisation: "organisation",
  relativeName: "relative",
  sex: "sex",
  age: "number",
  town: "town",
  region: "code",
  postcode: "postcode",
  country: "code",
  nationality: "code",
  email: "email",
  phone: "phone",
  document: "document",
  code: "code",
};

/**
 * Fields in the order in which they are compared: names, birth date, then each other column that can be matched on.
 * Columns of the types number, freeText and notForMatching make no field. `currentYear` is the last year that a date
 * with a year of two digits can mean.
 */
export function planFields(profiles: readonly ColumnProfile[], currentYear: number): FieldPlan[] {
  const plans: FieldPlan[] = [];
  const columns = profiles.filter(isTrusted).map((profile) => planColumn(profile, currentYear));
  const names = columns.filter((column) => nameTypes.has(column.type) && column.type !== "nameSuffix");
  if (names.length > 0) {
    const suffixes = columns.filter((column) => column.type === "nameSuffix");
    plans.push({ name: "name", kind: "name", columns: [...names, ...suffixes] });
  }
  const dates = columns.filter((column) => column.type === "birthDate");
  const parts = columns.filter((column) => datePartTypes.has(column.type));
  if (dates.length > 0) plans.push({ name: "birth_date", kind: "date", columns: dates });
  else if (parts.length > 0) plans.push({ name: "birth_date", kind: "date", columns: parts });
  const address = columns.filter((column) => addressTypes.has(column.type));
  const onlyNumbers = address.every((column) => column.type === "houseNumber");
  if (address.length > 0 && !onlyNumbers) plans.push({ name: "address", kind: "address", columns: address });
  const measures = names.length > 0 ? new Set() : new Set(profiles.filter(isMeasure).map(({ name }) => name));
  for (const column of columns) {
    const kind = measures.has(column.column)
      ? "number"
      : column.type === "houseNumber" && onlyNumbers
        ? "houseNumber"
        : kindOfType[column.type];
    if (kind !== undefined) plans.push({ name: column.column, kind, columns: [column] });
  }
  return plans;
}

/** Records a value on average from which a number may be one that people keep, as their height. */
const measureRepeatsMin = 10;
const isMeasure = ({ type, filledCount, distinctCount }: ColumnProfile): boolean =>
  type === "number" && filledCount >= measureRepeatsMin * distinctCount;

/**
 * A code that is a guess for want of anything better may be a key of another table: it would link whatever shares it. Not where
 * each value is of many records.
 */
const isTrusted = ({ type, confidence, filledCount, distinctCount }: ColumnProfile): boolean =>
  type !== "code" || confidence >= codeConfidenceMin || filledCount >= codeRepeatsMin * distinctCount;
const codeConfidenceMin = 0.3;
const codeRepeatsMin = 50;

function planColumn(profile: ColumnProfile, currentYear: number): ColumnPlan {
  return {
    column: profile.name,
    type: profile.type,
    dateOrder: profile.dateOrder,
    nameOrder: profile.nameOrder,
    latestYear: profile.type === "birthDate" ? currentYear : null,
    placeholders: profile.placeholders.map((placeholder) => placeholder.value),
    ...(profile.dateOrders === undefined ? {} : { dateOrders: profile.dateOrders }),
    ...(profile.nameOrders === undefined ? {} : { nameOrders: profile.nameOrders }),
    ...(profile.nameWords === undefined ? {} : { nameWords: profile.nameWords }),
    ...(profile.sexCodes === undefined ? {} : { sexCodes: profile.sexCodes }),
    ...(profile.prefixes === undefined ? {} : { prefixes: profile.prefixes }),
    ...(profile.hasInitials === undefined ? {} : { hasInitials: profile.hasInitials }),
    ...(profile.hasUnvowelled === undefined ? {} : { hasUnvowelled: profile.hasUnvowelled }),
  };
}
