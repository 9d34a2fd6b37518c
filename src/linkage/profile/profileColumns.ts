// Decides what each column of a table means. Content decides and the name helps: each column is first judged alone, then all
// together, since a month is only a birth month beside a day and a year, and a surname is the name that is not the given one.
import type { RecordTable } from "../read/recordTable.ts";
import { type ColumnDraft, settle } from "./columnDraft.ts";
import { ColumnDrafter } from "./columnDrafter.ts";
import type { ColumnProfile, DateOrder, ValueCount } from "./columnProfile.ts";
import { countSuspicious } from "./countSuspicious.ts";
import { dateOrdersOfSources } from "./dateOrdersOfSources.ts";
import { decideDateOrder } from "./decideDateOrder.ts";
import { refinePlaceholders } from "./findPlaceholders.ts";
import { findPrefixes } from "./findPrefixes.ts";
import { findWholeNames, type WholeNames } from "./findWholeNames.ts";
import { looksAmerican } from "./looksAmerican.ts";
import { mixesVowels } from "./mixesVowels.ts";
import { orderOfNames } from "./orderOfNames.ts";
import { resolveBirthDates, resolveDateParts } from "./resolveDateColumns.ts";
import { resolveNameColumns, resolveOwnName } from "./resolveNameColumns.ts";
import { resolveAges, resolveHouseNumbers, resolveSexCodes } from "./resolveNumberColumns.ts";
import { resolveAddressLines, resolveAddressParts, resolveTowns, resolveUnknownTowns } from "./resolvePlaceColumns.ts";
import { resolveSharedNumbers } from "./resolveSharedNumbers.ts";
import { holdsTitles, resolveTitles } from "./resolveTitles.ts";
import { resolveToldColumns } from "./resolveToldColumns.ts";
import type { SemanticType } from "./semanticType.ts";
import { sexCodesOf } from "./sexCodes.ts";
import { shareOf, summariseColumn } from "./summariseColumn.ts";

export interface ProfileOptions {
  /** Types that the user sets, by column name; nothing overrules them. */
  readonly types?: Readonly<Record<string, SemanticType>>;
  /** Date orders that the user sets, by column name. */
  readonly dateOrders?: Readonly<Record<string, DateOrder>>;
  /** Year of today, for ages, two-digit years and dates in the future; taken from the clock by default. */
  readonly currentYear?: number;
  /** The column that serves as source, which describes no person. */
  readonly sourceColumn?: string | undefined;
}

/**
 * Profiles every column of a table, in the table's order. The result does not depend on the order of rows.
 * @param drafter that may have drafted columns of the table already, with the same options
 * @example profileColumns(table, { types: { c7: "surname" } })
 */
export function profileColumns(
  table: RecordTable,
  options: ProfileOptions = {},
  drafter = new ColumnDrafter(options),
): ColumnProfile[] {
  const currentYear = options.currentYear ?? new Date().getFullYear();
  const drafts = table.columns.map((column) => drafter.of(column));
  const source = drafts.find(({ summary }) => summary.name === options.sourceColumn);
  if (source !== undefined && !source.isFixed)
    settle(source, "notForMatching", 1, ["serves as source: hardly anybody is twice in one of its values"]);
  resolveDateParts(drafts, currentYear);
  resolveBirthDates(drafts, currentYear);
  resolveTowns(drafts);
  const titles = drafts.filter(holdsTitles);
  for (const draft of titles) if (draft.type !== "sex") settle(draft, "code", 0.8, ["forms of address"]);
  resolveNameColumns(titles.length === 0 ? drafts : drafts.filter((draft) => !titles.includes(draft)));
  resolveOwnName(drafts);
  resolveAges(drafts, currentYear);
  resolveTitles(drafts);
  resolveSexCodes(drafts);
  resolveHouseNumbers(drafts);
  resolveUnknownTowns(drafts);
  resolveAddressParts(drafts);
  resolveAddressLines(drafts);
  resolveSharedNumbers(drafts);
  resolveToldColumns(drafts);
  const wholeNames = findWholeNames(drafts);
  const hasUnvowelled = mixesVowels(drafts.filter(({ type }) => nameTypes.has(type)).map(({ summary }) => summary));
  const isAmerican = drafts.some((draft) => draft.type === "birthDate") && looksAmerican(drafts);
  return drafts.map((draft) =>
    finishProfile(draft, options, {
      drafts,
      table,
      currentYear,
      isAmerican,
      hasUnvowelled,
      wholeNames: wholeNames.get(draft),
    }),
  );
}

const nameTypes: ReadonlySet<SemanticType> = new Set([
  "givenName",
  "middleName",
  "surname",
  "fullName",
  "relativeName",
]);

/** Share of single letters from which a column of given names holds initials. */
const initialsMin = 0.03;

/** An own property only: a column may be called "constructor". */
function ownValue<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

interface Surroundings {
  /** Of all columns. */
  readonly drafts: readonly ColumnDraft[];
  readonly table: RecordTable;
  readonly currentYear: number;
  readonly isAmerican: boolean;
  /** Whether names are in scripts that leave vowels out beside others in Latin letters. */
  readonly hasUnvowelled: boolean;
  readonly wholeNames: WholeNames | undefined;
}

function finishProfile(
  draft: ColumnDraft,
  options: ProfileOptions,
  { drafts, table, currentYear, isAmerican, hasUnvowelled, wholeNames }: Surroundings,
): ColumnProfile {
  const { summary, type } = draft;
  const { column, counts } = summary;
  const placeholderCodes = refinePlaceholders(type, column, counts, summary.placeholderCodes);
  const isSame = placeholderCodes.join() === summary.placeholderCodes.join();
  const clean = isSame ? summary : summariseColumn(column, counts, placeholderCodes);
  const missing = column.codes.length - counts.reduce((sum, count) => sum + count, 0);
  const order = orderOf(draft, options, currentYear, isAmerican);
  const dateOrders =
    order === null || ownValue(options.dateOrders, summary.name) !== undefined
      ? null
      : dateOrdersOfSources(clean, order.order, table, currentYear % 100);
  const names = type === "fullName" ? orderOfNames(draft, clean, drafts, table) : null;
  const sexCodes = type === "sex" ? sexCodesOf(draft, drafts) : null;
  const prefixes = findPrefixes(type, column, counts);
  return {
    name: summary.name,
    type,
    ...(sexCodes === null ? {} : { sexCodes }),
    ...(prefixes.length === 0 ? {} : { prefixes }),
    ...(type === "givenName" && shareOf(clean, ({ folded }) => /^[a-z]$/.test(folded)) >= initialsMin
      ? { hasInitials: true }
      : {}),
    ...(hasUnvowelled && nameTypes.has(type) ? { hasUnvowelled: true } : {}),
    confidence: draft.confidence,
    reasons: wholeNames === undefined ? draft.reasons : [...draft.reasons, wholeNames.reason],
    missingCount: missing,
    filledCount: column.codes.length - missing,
    distinctCount: clean.distinctCount + placeholderCodes.length,
    placeholderCodes,
    placeholders: mostFrequent(column, counts, placeholderCodes, placeholderCodes.length),
    suspiciousCount: countSuspicious(type, clean, currentYear),
    topValues: mostFrequent(column, counts, topCodes(counts, 10), 10),
    dateOrder: order?.order ?? null,
    dateOrderReason: order?.reason ?? null,
    ...(dateOrders === null ? {} : { dateOrders }),
    nameOrder: wholeNames?.order ?? null,
    ...names,
  };
}

function orderOf(
  draft: ColumnDraft,
  options: ProfileOptions,
  currentYear: number,
  isAmerican: boolean,
): { order: DateOrder; reason: string } | null {
  if (draft.type !== "birthDate") return null;
  const given = ownValue(options.dateOrders, draft.summary.name);
  if (given !== undefined) return { order: given, reason: "set by the settings" };
  return decideDateOrder(draft.summary, currentYear % 100, isAmerican);
}

/** Codes of the `most` commonest values, commonest first, ties by code. */
function topCodes(counts: Uint32Array, most: number): number[] {
  const top: number[] = [];
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code]!;
    if (count === 0 || (top.length === most && count <= counts[top[most - 1]!]!)) continue;
    let place = top.length;
    while (place > 0 && counts[top[place - 1]!]! < count) place -= 1;
    top.splice(place, 0, code);
    if (top.length > most) top.pop();
  }
  return top;
}

function mostFrequent(
  column: { values: { at(code: number): string } },
  counts: Uint32Array,
  codes: readonly number[],
  most: number,
): ValueCount[] {
  return codes
    .map((code) => ({ value: column.values.at(code), count: counts[code] ?? 0 }))
    .sort((left, right) => right.count - left.count)
    .slice(0, most);
}
