// Decides which date columns are birth dates and which are dates of events, and finds a birth date split into three columns.
// A birth date spreads over decades and comes before the other dates of its row; registrations crowd into a few years.
import { bonusOf, type ColumnDraft, fitOf, reasonsFor, settle } from "./columnDraft.ts";
import { parseDateText } from "./parseDateText.ts";
import { shareBetween } from "./scoreNumbers.ts";
import type { SemanticType } from "./semanticType.ts";
import { shareOf } from "./summariseColumn.ts";

interface YearSpread {
  readonly median: number;
  /** Years between the 5th and 95th percentile. */
  readonly width: number;
  readonly withTime: number;
}

function spreadOf(draft: ColumnDraft, pivot: number): YearSpread {
  const years: [number, number][] = [];
  for (const value of draft.summary.sample) {
    const reading = parseDateText(value.text, pivot);
    const date = reading?.dayFirst ?? reading?.monthFirst;
    if (date) years.push([date.year, value.count]);
  }
  years.sort((left, right) => left[0] - right[0]);
  const weight = years.reduce((sum, [, count]) => sum + count, 0);
  const at = (share: number): number => {
    let seen = 0;
    for (const [year, count] of years) {
      seen += count;
      if (seen >= weight * share) return year;
    }
    return years.at(-1)?.[0] ?? 0;
  };
  const withTime = shareOf(draft.summary, (value) => /\d:\d\d/.test(value.text) && !/[T ]00:00/.test(value.text));
  return { median: at(0.5), width: at(0.95) - at(0.05), withTime };
}

/** Share of records filled in both columns, of those filled in the rarer one. */
export function overlapOf(left: ColumnDraft, right: ColumnDraft): number {
  const leftCodes = left.summary.column.codes;
  const rightCodes = right.summary.column.codes;
  let both = 0;
  for (let record = 0; record < leftCodes.length; record += 1) {
    if (leftCodes[record]! >= 0 && rightCodes[record]! >= 0) both += 1;
  }
  return both / Math.max(1, Math.min(left.summary.filledCount, right.summary.filledCount));
}

function birthLikeness(draft: ColumnDraft, spread: YearSpread, currentYear: number): number {
  const decades = Math.min(1, spread.width / 40);
  const grown = spread.median < currentYear - 20 ? 0.3 : 0;
  const named = bonusOf(draft, "birthDate") - bonusOf(draft, "notForMatching");
  return decades + grown + named * 0.8 - spread.withTime;
}

/** Keeps birth dates among the columns of whole dates; the others become notForMatching. */
export function resolveBirthDates(drafts: readonly ColumnDraft[], currentYear: number): void {
  const pivot = currentYear % 100;
  const dates = drafts.filter(
    (draft) =>
      fitOf(draft, "birthDate") > 0.4 && ["birthDate", "notForMatching", "code"].includes(draft.type) && !draft.isFixed,
  );
  const ranked = dates
    .map((draft) => ({ draft, spread: spreadOf(draft, pivot) }))
    .map((entry) => ({ ...entry, likeness: birthLikeness(entry.draft, entry.spread, currentYear) }))
    .filter((entry) => isDistinctEnough(entry.draft))
    .sort((left, right) => right.likeness - left.likeness || left.spread.median - right.spread.median);
  const kept: ColumnDraft[] = drafts.filter((draft) => draft.isFixed && draft.type === "birthDate");
  for (const { draft, spread, likeness } of ranked) {
    const isNamed = bonusOf(draft, "birthDate") >= 1;
    const isAlternative = kept.every((other) => overlapOf(draft, other) < 0.05);
    const isEvent = bonusOf(draft, "notForMatching") >= 1 && !isNamed;
    const isPlausible = !isEvent && (likeness > 0.3 || (isNamed && likeness > 0));
    if (isPlausible && (kept.length === 0 || isAlternative || isNamed)) {
      kept.push(draft);
      const reasons = [...reasonsFor(draft, "birthDate"), `years spread over ${spread.width} around ${spread.median}`];
      settle(draft, "birthDate", 0.55 + 0.35 * Math.min(1, likeness) + 0.1 * bonusOf(draft, "birthDate"), reasons);
    } else {
      const why =
        kept.length > 0
          ? "dates of an event: another column holds the birth date"
          : isEvent
            ? "named like the date of an event"
            : "dates of an event: they crowd into few years";
      settle(draft, "notForMatching", 0.7, [why]);
    }
  }
  for (const draft of kept) {
    const year = drafts.find((other) => other.type === "birthYear" && bonusOf(other, "birthYear") >= 1);
    if (year === undefined || draft.isFixed || bonusOf(draft, "birthDate") > 0) continue;
    if (shareOfSameYear(draft, year, pivot) >= sameYearMin) continue;
    settle(draft, "notForMatching", 0.7, [`dates of an event: their years are not those in ${year.summary.name}`]);
  }
  for (const draft of dates)
    if (!isDistinctEnough(draft)) settle(draft, "notForMatching", 0.7, ["few different dates"]);
}

/** Share of dates in the year of birth that another column has, below which they are not those of birth. */
const sameYearMin = 0.3;

/** 1 where no record has both. */
function shareOfSameYear({ summary: { column } }: ColumnDraft, year: ColumnDraft, pivot: number): number {
  const yearOf = Array.from({ length: column.values.count }, (_, code) => {
    const reading = parseDateText(column.values.at(code), pivot);
    return (reading?.dayFirst ?? reading?.monthFirst)?.year ?? null;
  });
  const years = year.summary.column;
  let both = 0;
  let same = 0;
  for (let record = 0; record < column.codes.length; record += 1) {
    const [code, other] = [column.codes[record]!, years.codes[record]!];
    const own = code < 0 || other < 0 ? null : yearOf[code]!;
    if (own === null) continue;
    both += 1;
    if (Number(years.values.at(other)) === own) same += 1;
  }
  return both === 0 ? 1 : same / both;
}

function isDistinctEnough(draft: ColumnDraft): boolean {
  return draft.summary.distinctCount >= Math.min(8, draft.summary.filledCount * 0.5);
}

interface Placed {
  readonly draft: ColumnDraft;
  readonly position: number;
}

/** At most 30 candidates, those named alike first, so that very wide tables stay cheap. */
function likeliest(candidates: readonly Placed[], type: SemanticType): Placed[] {
  return [...candidates].sort((left, right) => bonusOf(right.draft, type) - bonusOf(left.draft, type)).slice(0, 30);
}

/** Finds columns of year, month and day that together are a birth date. Lone candidates keep what they had. */
export function resolveDateParts(drafts: readonly ColumnDraft[], currentYear: number): void {
  const open = drafts.map((draft, position) => ({ draft, position })).filter(({ draft }) => !draft.isFixed);
  const years = open.filter(({ draft }) => fitOf(draft, "birthYear") > 0.2);
  const months = open.filter(
    ({ draft }) =>
      fitOf(draft, "birthMonth") > 0.05 && draft.summary.distinctCount >= Math.min(9, draft.summary.filledCount / 5),
  );
  const days = open.filter(
    ({ draft }) =>
      fitOf(draft, "birthDay") > 0.05 &&
      draft.summary.distinctCount >= Math.min(20, draft.summary.filledCount / 4) &&
      shareBetween(draft.summary, 13, 31) > 0.3,
  );
  let best: { year: ColumnDraft; month: ColumnDraft; day: ColumnDraft; rank: number } | null = null;
  for (const year of likeliest(years, "birthYear")) {
    for (const month of likeliest(months, "birthMonth")) {
      for (const day of likeliest(days, "birthDay")) {
        const places = [year.position, month.position, day.position];
        const reach = Math.max(...places) - Math.min(...places);
        const named =
          bonusOf(year.draft, "birthYear") + bonusOf(month.draft, "birthMonth") + bonusOf(day.draft, "birthDay");
        if (new Set(places).size < 3 || (reach > 4 && named < 2)) continue;
        const rank = named - reach * 0.1 - (medianYear(year.draft) > currentYear - 12 ? 1 : 0);
        if (best === null || rank > best.rank) best = { year: year.draft, month: month.draft, day: day.draft, rank };
      }
    }
  }
  if (best === null) return;
  const reason = "year, month and day stand in three columns";
  settle(best.year, "birthYear", 0.85, [...reasonsFor(best.year, "birthYear"), reason]);
  settle(best.month, "birthMonth", 0.85, [...reasonsFor(best.month, "birthMonth"), reason]);
  settle(best.day, "birthDay", 0.85, [...reasonsFor(best.day, "birthDay"), reason]);
}

function medianYear(draft: ColumnDraft): number {
  const years = draft.summary.sample
    .map((value) => Number(value.text))
    .filter((year) => year > 1700)
    .sort((left, right) => left - right);
  return years[Math.floor(years.length / 2)] ?? 0;
}
