// Columns that another one tells: a district where the village says which, a county where the parish does. Their agreement follows
// from the other's, and counted twice it makes one person of two who live near each other.
import { type ColumnDraft, settle } from "./columnDraft.ts";
import { ownNameTypes } from "./nameColumns.ts";
import type { SemanticType } from "./semanticType.ts";

/** What may be told, and what may tell it. */
const toldTypes: ReadonlySet<SemanticType> = new Set(["code", "region", "country"]);
const tellingTypes: ReadonlySet<SemanticType> = new Set(["code", "region", "country", "town", "street", "postcode"]);

/** Records with one value of the telling column: fewer may be one person's, who has one value of everything. */
const groupMin = 20;
/** Share of the records in such groups, and the fewest, from which they speak for the column. */
const groupedMin = 0.5;
const recordsMin = 200;
/** Share of the records where the column has a value of which the telling one must have one too. */
const filledMin = 0.9;
/** Of what is uncertain in a column without the other, the share that may be left with it: one with errors of its own says more. */
const uncertainMax = 0.02;

/** Takes columns that another one tells from matching, widest first, so that of a chain of places the narrowest stays. */
export function resolveToldColumns(drafts: readonly ColumnDraft[]): void {
  // Without names codes are all that tells persons apart: there a wide one still says how wrong a narrow one is.
  if (!drafts.some(({ type }) => ownNameTypes.has(type))) return;
  const wideFirst = drafts
    .filter(({ type, isFixed }) => toldTypes.has(type) && !isFixed)
    .sort((left, right) => left.summary.distinctCount - right.summary.distinctCount);
  for (const told of wideFirst) {
    const telling = drafts.find(
      (other) =>
        other !== told &&
        tellingTypes.has(other.type) &&
        other.summary.distinctCount >= told.summary.distinctCount &&
        isGrouped(told, other) &&
        isTold(told, other),
    );
    if (telling === undefined) continue;
    settle(told, "notForMatching", 0.8, [`follows from ${telling.summary.name}`]);
  }
}

/** Whether groups of `telling` can be large enough, as its counts alone say, before any record is looked at. */
function isGrouped({ summary: { counts: toldCounts } }: ColumnDraft, { summary: { counts } }: ColumnDraft): boolean {
  const filled = toldCounts.reduce((sum, times) => sum + times, 0);
  const grouped = counts.reduce((sum, times) => (times < groupMin ? sum : sum + times), 0);
  return grouped >= Math.max(recordsMin, filled * filledMin * groupedMin);
}

/** Whether records with one value of `telling` nearly all have one value of `told`. */
function isTold(told: ColumnDraft, telling: ColumnDraft): boolean {
  const { codes } = told.summary.column;
  const { codes: groupOf } = telling.summary.column;
  const groups = new Map<number, Map<number, number>>();
  const all = new Map<number, number>();
  let filled = 0;
  let both = 0;
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record]!;
    if (code < 0) continue;
    filled += 1;
    const group = groupOf[record]!;
    if (group < 0) continue;
    both += 1;
    count(all, code);
    const own = groups.get(group) ?? new Map<number, number>();
    groups.set(group, own);
    count(own, code);
  }
  if (both < filled * filledMin) return false;
  let grouped = 0;
  let usual = 0;
  for (const own of groups.values()) {
    const size = [...own.values()].reduce((sum, times) => sum + times, 0);
    if (size < groupMin) continue;
    grouped += size;
    usual += Math.max(...own.values());
  }
  if (grouped < Math.max(recordsMin, both * groupedMin)) return false;
  const uncertain = 1 - Math.max(...all.values()) / both;
  return 1 - usual / grouped <= uncertain * uncertainMax;
}

function count(counts: Map<number, number>, code: number): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}
