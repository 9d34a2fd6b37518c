// What can be asked of the generator: one list with name, kind, default and description, from which the command line's
// flags, the checks and the description written beside the data all come.
import { cultureNames } from "./cultures/cultureNames.ts";
import type { ErrorKind } from "./errors/errorRates.ts";
import { columnNames, defaultColumns } from "./records/columns.ts";
import { type DateFormat, dateFormats } from "./records/dateFormats.ts";

export interface GenerateOptions {
  readonly records?: number;
  readonly seed?: number;
  readonly duplicateShare?: number;
  readonly recordsPerDuplicate?: number;
  readonly sources?: number;
  readonly overlap?: number;
  readonly oneRecordPerSource?: boolean;
  readonly errorRate?: number;
  readonly missingRate?: number;
  readonly staleRate?: number;
  /** Base rates that replace the default ones (see errorKinds); not on the command line. */
  readonly errorRates?: Readonly<Partial<Record<ErrorKind, number>>>;
  readonly householdShare?: number;
  readonly twinsShare?: number;
  /** "british,polish" or "british=80,polish=20"; or the same as a list. */
  readonly cultures?: string | readonly string[];
  /** Column names, comma-separated or as a list. */
  readonly fields?: string | readonly string[];
  readonly formatDifferences?: boolean;
  readonly dateFormat?: DateFormat;
  /** The day on which the world is seen, as YYYY-MM-DD. */
  readonly referenceDate?: string;
}

export interface GenerateOptionEntry {
  readonly name: Exclude<keyof GenerateOptions, "errorRates">;
  readonly kind: "whole number" | "number" | "yes or no" | "list" | "choice" | "date";
  readonly default: number | boolean | string;
  /** Least and greatest value of a number. */
  readonly range?: readonly [number, number];
  readonly choices?: readonly string[];
  readonly description: string;
}

/** Every option, in the order in which help shows them. */
export const generateOptions: readonly GenerateOptionEntry[] = [
  { name: "records", kind: "whole number", default: 20_000, range: [1, 50_000_000], description: "records to make" },
  {
    name: "seed",
    kind: "whole number",
    default: 1,
    range: [0, 2 ** 32 - 1],
    description: "the same seed makes the same files",
  },
  {
    name: "duplicateShare",
    kind: "number",
    default: 0.45,
    range: [0, 1],
    description: "share of people with more than one record",
  },
  {
    name: "recordsPerDuplicate",
    kind: "number",
    default: 3.44,
    range: [2, 20],
    description: "mean number of records of such a person; 2.1 a person over all by default",
  },
  { name: "sources", kind: "whole number", default: 5, range: [1, 100], description: "number of sources" },
  {
    name: "overlap",
    kind: "number",
    default: 0.7,
    range: [0, 1],
    description: "chance that a further record of a person comes from a source that has none yet",
  },
  {
    name: "oneRecordPerSource",
    kind: "yes or no",
    default: false,
    description: "no source has two records of a person (linking clean sources)",
  },
  {
    name: "errorRate",
    kind: "number",
    default: 1,
    range: [0, 20],
    description: "factor on all error rates; 0 makes no errors",
  },
  {
    name: "missingRate",
    kind: "number",
    default: 1,
    range: [0, 20],
    description: "factor on missing values; 0 leaves none out",
  },
  {
    name: "staleRate",
    kind: "number",
    default: 1,
    range: [0, 16],
    description: "further factor on stale records (old address, maiden name)",
  },
  {
    name: "householdShare",
    kind: "number",
    default: 0.78,
    range: [0, 1],
    description: "share of people who were made in a home with others",
  },
  { name: "twinsShare", kind: "number", default: 0.03, range: [0, 0.6], description: "share of people who are a twin" },
  {
    name: "cultures",
    kind: "list",
    default: "",
    choices: cultureNames,
    description: "cultures of names, with weights where wanted: british=80,polish=20; all by default",
  },
  {
    name: "fields",
    kind: "list",
    default: defaultColumns.join(","),
    choices: columnNames,
    description: "columns to write beside unique_id and source",
  },
  {
    name: "formatDifferences",
    kind: "yes or no",
    default: true,
    description: "sources differ in letter case, accents, forms of phone, postcode, sex and address",
  },
  { name: "dateFormat", kind: "choice", default: "iso", choices: dateFormats, description: "how dates are written" },
  {
    name: "referenceDate",
    kind: "date",
    default: "2025-01-01",
    description: "the day on which the made-up world is seen",
  },
];
