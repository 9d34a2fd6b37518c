// Checks the options once and turns them into a frozen plan; all mistakes are reported together.
import { NamesakeError } from "../shared/errors.ts";
import type { CultureDefinition } from "./cultures/culture.ts";
import { cultures } from "./cultures/cultures.ts";
import { defaultErrorRates, type ErrorKind, errorKindNames } from "./errors/errorRates.ts";
import { type GenerateOptionEntry, type GenerateOptions, generateOptions } from "./generateOptions.ts";
import { dayOf } from "./persons/calendar.ts";
import { type ColumnName, columnNames } from "./records/columns.ts";
import type { DateFormat } from "./records/dateFormats.ts";

export interface GeneratePlan {
  readonly records: number;
  readonly seed: number;
  readonly duplicateShare: number;
  readonly recordsPerDuplicate: number;
  readonly sources: number;
  readonly overlap: number;
  readonly oneRecordPerSource: boolean;
  readonly missingRate: number;
  readonly errorRate: number;
  /** Probabilities by kind with all factors applied. */
  readonly errorRates: Readonly<Record<ErrorKind, number>>;
  readonly householdShare: number;
  readonly twinsShare: number;
  readonly cultures: readonly { readonly definition: CultureDefinition; readonly weight: number }[];
  readonly fields: readonly ColumnName[];
  readonly formatDifferences: boolean;
  readonly dateFormat: DateFormat;
  /** Days since 1970-01-01. */
  readonly today: number;
}

type Mistakes = string[];

function readNumber(entry: GenerateOptionEntry, value: unknown, mistakes: Mistakes): number {
  const [least, greatest] = entry.range ?? [0, 1];
  const isWhole = entry.kind === "whole number";
  if (typeof value === "number" && value >= least && value <= greatest && (!isWhole || Number.isInteger(value)))
    return value;
  mistakes.push(`${entry.name} must be a ${isWhole ? "whole number" : "number"} from ${least} to ${greatest}`);
  return least;
}

function splitList(value: unknown): string[] {
  const items = Array.isArray(value) ? value.map(String) : String(value).split(",");
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

function readFields(value: unknown, mistakes: Mistakes): ColumnName[] {
  const asked = splitList(value);
  const unknown = asked.filter((name) => !(columnNames as readonly string[]).includes(name));
  if (unknown.length > 0) mistakes.push(`fields knows ${columnNames.join(", ")}; not ${unknown.join(", ")}`);
  if (asked.length === 0) mistakes.push("fields must name at least one column");
  return columnNames.filter((name) => asked.includes(name));
}

function readCultures(value: unknown, mistakes: Mistakes): GeneratePlan["cultures"] {
  const asked = splitList(value);
  if (asked.length === 0) return cultures;
  const chosen: { definition: CultureDefinition; weight: number }[] = [];
  for (const item of asked) {
    const [name = "", weightText] = item.split("=");
    const known = cultures.find((culture) => culture.definition.name === name);
    const weight = weightText === undefined ? (known?.weight ?? 0) : Number(weightText);
    if (known === undefined) {
      mistakes.push(`cultures knows ${cultures.map((culture) => culture.definition.name).join(", ")}; not ${name}`);
    } else if (!(weight > 0 && weight < Infinity)) mistakes.push(`cultures needs a weight above 0 for ${name}`);
    else chosen.push({ definition: known.definition, weight });
  }
  return chosen;
}

function readDate(value: unknown, mistakes: Mistakes): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value));
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match !== null && year >= 1950 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31)
    return dayOf(year, month, day);
  mistakes.push("referenceDate must be a date as YYYY-MM-DD from 1950 to 2200");
  return 0;
}

function readErrorRates(
  options: GenerateOptions,
  factor: number,
  staleFactor: number,
  mistakes: Mistakes,
): Record<ErrorKind, number> {
  const rates = { ...defaultErrorRates };
  for (const [kind, rate] of Object.entries(options.errorRates ?? {})) {
    if (!(errorKindNames as readonly string[]).includes(kind)) mistakes.push(`errorRates knows no ${kind}`);
    else if (typeof rate !== "number" || !(rate >= 0 && rate <= 1)) mistakes.push(`errorRates.${kind} must be 0 to 1`);
    else rates[kind as ErrorKind] = rate;
  }
  for (const kind of errorKindNames) {
    rates[kind] = Math.min(1, rates[kind] * factor * (kind === "stale" ? staleFactor : 1));
  }
  return rates;
}

/**
 * The plan for these options; undefined ones get their defaults (see generateOptions).
 * @throws NamesakeError USAGE naming every option that is wrong or unknown.
 */
export function resolveGeneratePlan(options: GenerateOptions): GeneratePlan {
  const mistakes: Mistakes = [];
  const given = options as Readonly<Record<string, unknown>>;
  const values = new Map<string, unknown>();
  for (const entry of generateOptions) {
    const value = given[entry.name] ?? entry.default;
    if (entry.kind === "number" || entry.kind === "whole number")
      values.set(entry.name, readNumber(entry, value, mistakes));
    else values.set(entry.name, value);
    if (entry.kind === "yes or no" && typeof value !== "boolean") mistakes.push(`${entry.name} must be true or false`);
    if (entry.kind === "choice" && !entry.choices?.includes(String(value)))
      mistakes.push(`${entry.name} must be one of ${entry.choices?.join(", ")}`);
  }
  const known = new Set<string>([...generateOptions.map((entry) => entry.name), "errorRates"]);
  for (const name of Object.keys(given)) if (!known.has(name)) mistakes.push(`${name} is no option of generate`);
  const number = (name: keyof GenerateOptions): number => values.get(name) as number;
  const plan: GeneratePlan = {
    records: number("records"),
    seed: number("seed"),
    duplicateShare: number("duplicateShare"),
    recordsPerDuplicate: number("recordsPerDuplicate"),
    sources: number("sources"),
    overlap: number("overlap"),
    oneRecordPerSource: values.get("oneRecordPerSource") === true,
    missingRate: number("missingRate"),
    errorRate: number("errorRate"),
    errorRates: Object.freeze(readErrorRates(options, number("errorRate"), number("staleRate"), mistakes)),
    householdShare: number("householdShare"),
    twinsShare: number("twinsShare"),
    cultures: readCultures(values.get("cultures"), mistakes),
    fields: readFields(values.get("fields"), mistakes),
    formatDifferences: values.get("formatDifferences") === true,
    dateFormat: values.get("dateFormat") as DateFormat,
    today: readDate(values.get("referenceDate"), mistakes),
  };
  if (mistakes.length > 0) throw new NamesakeError("USAGE", mistakes);
  return Object.freeze(plan);
}
