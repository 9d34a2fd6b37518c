// Numbers that look like a person's own and are shared by different people: of cases, households, policies. Whoever else has the
// number tells it, whatever the column is called.
import { type ColumnDraft, settle } from "./columnDraft.ts";
import { foldText } from "./foldText.ts";
import type { SemanticType } from "./semanticType.ts";
import { percent } from "./typeScore.ts";

/** Pairs of records with one number that are looked at, and the fewest that tell. */
const pairsMax = 2000;
const pairsMin = 30;
/** Share of them that are different people's from which the number is nobody's own. */
const othersMin = 1 / 3;

const birthTypes: ReadonlySet<SemanticType> = new Set(["birthDate", "birthYear", "age"]);

/** Settles numbers that often stand twice with different names and birth dates as codes. */
export function resolveSharedNumbers(drafts: readonly ColumnDraft[]): void {
  // Given names first: families share the other words of whole ones.
  const names = ["givenName", "fullName"].flatMap((wanted) => drafts.filter(({ type }) => type === wanted));
  const births = drafts.filter(({ type }) => birthTypes.has(type));
  const other = births.length === 0 ? "another name" : "another name and birth date";
  for (const draft of drafts) {
    if (draft.type !== "document" || draft.isFixed) continue;
    const share = shareOfOthers(draft, names, births);
    if (share === null || share < othersMin) continue;
    settle(draft, "code", 0.6, [`${percent(share)} of equal values stand with ${other}`]);
  }
}

/** Null where too few records share a number. Each record is held against the next with the same number. */
function shareOfOthers(
  draft: ColumnDraft,
  names: readonly ColumnDraft[],
  births: readonly ColumnDraft[],
): number | null {
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
    if (before === undefined) continue;
    const areBoth = (other: ColumnDraft): boolean => codeOf(other, record) >= 0 && codeOf(other, before) >= 0;
    const name = names.find(areBoth);
    if (name === undefined) continue;
    const told = births.filter(areBoth);
    pairs += 1;
    // Where no birth date tells, names do.
    const isOtherDate = told.every((birth) => codeOf(birth, record) !== codeOf(birth, before));
    if (isOtherDate && !mayBeOne(textOf(name, record), textOf(name, before))) others += 1;
  }
  return pairs < pairsMin ? null : others / pairs;
}

const codeOf = ({ summary: { column } }: ColumnDraft, record: number): number => column.codes[record]!;

const textOf = ({ summary: { column } }: ColumnDraft, record: number): string =>
  foldText(column.values.at(column.codes[record]!));

/**
 * Whether two names may be one person's: beside the words that both hold, which a family may share, none is left to one of them,
 * or the first letters of two agree, which leaves room for mistakes and initials.
 */
function mayBeOne(one: string, other: string): boolean {
  const [words, others] = [one.split(" "), other.split(" ")];
  const left = words.filter((word) => !others.includes(word));
  const right = others.filter((word) => !words.includes(word));
  return left.length === 0 || right.length === 0 || left.some((word) => right.some((own) => own[0] === word[0]));
}
