// Numbers that look like a person's own and are shared by different people: of cases, households, policies. Whoever else has the
// number tells it, whatever the column is called.
import { type ColumnDraft, settle } from "./columnDraft.ts";
import { foldText } from "./foldText.ts";
import { percent } from "./typeScore.ts";

/** Pairs of records with one number that are looked at, and the fewest that tell. */
const pairsMax = 2000;
const pairsMin = 30;
/** Share of them that are different people's from which the number is nobody's own. */
const othersMin = 1 / 3;

/** Settles numbers that often stand twice with different names and birth dates as codes. */
export function resolveSharedNumbers(drafts: readonly ColumnDraft[]): void {
  const name = drafts.find(({ type }) => type === "givenName") ?? drafts.find(({ type }) => type === "fullName");
  const birth = drafts.find(({ type }) => type === "birthDate" || type === "birthYear");
  if (name === undefined || birth === undefined) return;
  for (const draft of drafts) {
    if (draft.type !== "document" || draft.isFixed) continue;
    const share = shareOfOthers(draft, name, birth);
    if (share === null || share < othersMin) continue;
    settle(draft, "code", 0.6, [`${percent(share)} of equal values stand with another name and birth date`]);
  }
}

/** Null where too few records share a number. Each record is held against the next with the same number. */
function shareOfOthers(draft: ColumnDraft, name: ColumnDraft, birth: ColumnDraft): number | null {
  const { codes, values } = draft.summary.column;
  const every = Math.max(1, Math.floor(values.count / pairsMax));
  const last = new Map<number, number>();
  let pairs = 0;
  let others = 0;
  for (let record = 0; record < codes.length && pairs < 2 * pairsMax; record += 1) {
    const code = codes[record]!;
    if (code < 0 || code % every !== 0 || draft.summary.placeholderCodes.includes(code)) continue;
    const before = last.get(code);
    last.set(code, record);
    if (before === undefined || !hasBoth(name, birth, record) || !hasBoth(name, birth, before)) continue;
    pairs += 1;
    const isOtherDate = birth.summary.column.codes[record] !== birth.summary.column.codes[before];
    if (isOtherDate && !sharesWord(textOf(name, record), textOf(name, before))) others += 1;
  }
  return pairs < pairsMin ? null : others / pairs;
}

const hasBoth = (name: ColumnDraft, birth: ColumnDraft, record: number): boolean =>
  name.summary.column.codes[record]! >= 0 && birth.summary.column.codes[record]! >= 0;

const textOf = ({ summary: { column } }: ColumnDraft, record: number): string =>
  foldText(column.values.at(column.codes[record]!));

/** Whether the first letters of two words agree, which leaves room for mistakes and initials. */
function sharesWord(one: string, other: string): boolean {
  const starts = one.split(" ").map((word) => word.slice(0, 1));
  return other.split(" ").some((word) => starts.includes(word.slice(0, 1)));
}
