// Looks at the name columns together: a column that repeats two others is a full name, one of two names that the lexicon leaves
// open is the given name, a second and mostly emptier given name is a middle name.
import type { Column } from "../read/recordTable.ts";
import { bonusOf, type ColumnDraft, fitOf, settle } from "./columnDraft.ts";
import { foldText } from "./foldText.ts";
import { drawRecords, givenLead, isWellFilled, ownNameTypes } from "./nameColumns.ts";
import { namesAlias, namesOthers } from "./namesAlias.ts";
import { overlapOf } from "./resolveDateColumns.ts";
import { isOfOneSex, resolveGivenOfOthers, resolveRelatives } from "./resolveRelatives.ts";
import {
  resolveNeighbours,
  resolveOtherSurnames,
  resolveSurnamesOfOthers,
  resolveSurnamesOfParents,
} from "./resolveSurnames.ts";
import { fullNameFacts, rolesOfColumn } from "./scoreNames.ts";
import { shareOf } from "./summariseColumn.ts";
import { percent } from "./typeScore.ts";

/** Of very wide tables only the best filled columns are joined and compared, so that work grows with columns, not their cube. */
const columnsMax = 12;
const bestFilled = (drafts: readonly ColumnDraft[]): ColumnDraft[] =>
  [...drafts].sort((left, right) => right.summary.filledCount - left.summary.filledCount).slice(0, columnsMax);

const partTypes = new Set(["givenName", "surname", "middleName", "town", "code"]);

/** Folded texts of a column by code, each folded once. */
type FoldedOf = (column: Column, code: number) => string;

function rememberFolded(): FoldedOf {
  const known = new Map<Column, Map<number, string>>();
  return (column, code) => {
    const own = known.get(column) ?? new Map<number, string>();
    known.set(column, own);
    const folded = own.get(code) ?? foldText(column.values.at(code));
    own.set(code, folded);
    return folded;
  };
}

/** Share of the records (filled in all three) where `whole` is the two parts joined, in either order; `null` below 10 records. */
function joinedShare(
  records: readonly number[],
  [whole, left, right]: readonly [Column, Column, Column],
  foldedOf: FoldedOf,
): number | null {
  let seen = 0;
  let equal = 0;
  for (const record of records) {
    const leftCode = left.codes[record]!;
    const rightCode = right.codes[record]!;
    if (leftCode < 0 || rightCode < 0) continue;
    const text = foldedOf(whole, whole.codes[record]!);
    const first = foldedOf(left, leftCode);
    const second = foldedOf(right, rightCode);
    seen += 1;
    if (first === "" || second === "") continue;
    if (holdsBoth(text, first, second) || holdsBoth(text, second, first)) equal += 1;
  }
  return seen < 10 ? null : equal / seen;
}

const holdsBoth = (text: string, first: string, second: string): boolean =>
  text.startsWith(`${first} `) && text.endsWith(` ${second}`);

function resolveFullNames(drafts: readonly ColumnDraft[]): void {
  const wholes = bestFilled(
    drafts.filter((draft) => !draft.isFixed && shareOf(draft.summary, (value) => value.words.length >= 2) > 0.5),
  );
  const parts = bestFilled(
    drafts.filter((draft) => partTypes.has(draft.type) && fitOf(draft, "surname") + fitOf(draft, "givenName") > 0.05),
  );
  const foldedOf = rememberFolded();
  for (const whole of wholes) {
    const records = drawRecords(whole.summary.column);
    for (const left of parts) {
      for (const right of parts) {
        if (left === right || left === whole || right === whole || parts.indexOf(left) > parts.indexOf(right)) continue;
        const columns = [whole.summary.column, left.summary.column, right.summary.column] as const;
        const share = joinedShare(records, columns, foldedOf);
        if (share === null || share < 0.5) continue;
        settle(whole, "fullName", 0.95, [
          `${percent(share)} of values join the columns ${left.summary.name} and ${right.summary.name}`,
        ]);
        for (const part of [left, right]) if (part.type === "town" || part.type === "code") settlePart(part);
      }
    }
  }
}

/** A part of a full name that was taken for something else becomes the likelier kind of name. */
function settlePart(part: ColumnDraft): void {
  const type = fitOf(part, "givenName") > fitOf(part, "surname") ? "givenName" : "surname";
  settle(part, type, 0.7, ["part of the full name in another column"]);
}

/** Of two columns, how well the one is filled beside the other, from which both may be the person's. */
const asWellFilled = 0.97;

/** A "full name" beside a surname that it does not hold, with no given name elsewhere, is a given name of several parts. */
function resolveDoubleGivenNames(drafts: readonly ColumnDraft[]): void {
  const whole = drafts.find((draft) => draft.type === "fullName" && !draft.isFixed && bonusOf(draft, "fullName") === 0);
  // Given names that fewer records have are those of somebody else.
  const isBeside = ({ type, summary }: ColumnDraft): boolean =>
    type === "givenName" && summary.filledCount >= asWellFilled * (whole?.summary.filledCount ?? 0);
  if (drafts.some(isBeside)) return;
  const surname = drafts.find((draft) => draft.type === "surname" && isWellFilled(draft, drafts));
  if (whole === undefined || surname === undefined || overlapOf(whole, surname) < 0.5) return;
  if (isPlaceBesideWholeNames(surname, whole)) {
    settle(surname, "town", 0.5, [
      `words that hardly anybody is called, each of many records, beside ${whole.summary.name}`,
    ]);
    return;
  }
  if (Math.abs(fullNameFacts(whole.summary).givenFirst - 0.5) > 0.35) return;
  const { column } = whole.summary;
  let held = 0;
  let seen = 0;
  for (let record = 0; record < column.codes.length; record += 1) {
    const code = column.codes[record]!;
    const part = surname.summary.column.codes[record]!;
    if (code < 0 || part < 0) continue;
    seen += 1;
    if (foldText(column.values.at(code)).includes(foldText(surname.summary.column.values.at(part)))) held += 1;
  }
  if (seen >= 10 && held < 0.1 * seen)
    settle(whole, "givenName", 0.6, ["several names that do not hold the surname in another column"]);
}

/** Names that no lexicon knows, few of them for many records, beside whole names that it knows well. */
function isPlaceBesideWholeNames(surname: ColumnDraft, whole: ColumnDraft): boolean {
  const { filledCount, distinctCount } = surname.summary;
  return (
    !surname.isFixed &&
    bonusOf(surname, "surname") === 0 &&
    filledCount >= namesakesOfPlaces * distinctCount &&
    rolesOfColumn(surname.summary).surname < knownSurnamesMin &&
    fullNameFacts(whole.summary).share >= knownNamesMin
  );
}

/** Records a place; share of words known as surnames below which a column holds none, and of whole names from which they are such. */
const namesakesOfPlaces = 20;
const knownSurnamesMin = 0.1;
const knownNamesMin = 0.5;

/** Where all name columns were taken for one kind, the one that fits it least becomes the other kind. */
function balanceNames(drafts: readonly ColumnDraft[]): void {
  const names = drafts.filter(
    (draft) => (draft.type === "givenName" || draft.type === "surname") && isWellFilled(draft, drafts),
  );
  if (names.length < 2 || names.some((draft) => draft.isFixed)) return;
  if (resolveSurnamesOfOthers(names, drafts)) return;
  const sorted = [...names].sort((left, right) => givenLead(right) - givenLead(left));
  const given = sorted[0];
  const surname = sorted.at(-1);
  if (given === undefined || surname === undefined) return;
  const gap = givenLead(given) - givenLead(surname);
  const share = Math.min(0.8, 0.45 + gap);
  if (
    names.every((draft) => draft.type === "surname") &&
    bonusOf(given, "surname") < 1 &&
    fitOf(given, "givenName") > 0.02
  ) {
    settle(given, "givenName", share, ["of the name columns the one most like given names"]);
  } else if (
    names.every((draft) => draft.type === "givenName") &&
    bonusOf(surname, "givenName") < 1 &&
    bonusOf(surname, "middleName") === 0 &&
    fitOf(surname, "surname") > 0.1
  ) {
    settle(surname, "surname", share, ["of the name columns the one most like surnames"]);
  }
}

/** Of several given names of the same records, all but the fullest are middle names. */
function resolveMiddleNames(drafts: readonly ColumnDraft[]): void {
  const given = drafts.filter(
    (draft) => draft.type === "givenName" && (fitOf(draft, "givenName") > 0.25 || draft.bonus.size > 0),
  );
  if (given.length < 2) return;
  const sorted = [...given].sort(
    (left, right) =>
      bonusOf(right, "givenName") -
      bonusOf(left, "givenName") +
      (right.summary.filledCount - left.summary.filledCount) / right.summary.recordCount,
  );
  const main = sorted[0];
  if (main === undefined) return;
  for (const draft of sorted.slice(1)) {
    if (overlapOf(draft, main) < 0.6 || bonusOf(draft, "givenName") >= 1) continue;
    if (bonusOf(draft, "middleName") === 0 && isOfOneSex(draft, main))
      settle(draft, "relativeName", 0.6, [`given names of one sex beside those of both in ${main.summary.name}`]);
    else settle(draft, "middleName", 0.7, [...draft.reasons, `given names beside those in ${main.summary.name}`]);
  }
}

/** Share of single letters from which names are middle names, where other columns have given names and surnames written out. */
const initialsMin = 0.15;

/** Rating from which a column's own name says that it holds surnames. */
const namedSurnameMin = 0.5;

/** Share of values of several words from which the only name that a person has is a whole one. */
const wholeWordsMin = 0.5;

/**
 * One name of several words is a whole one, whatever it is called.
 * One name beside those of father, mother or grandfather is a person's own, which tells members of a household apart, whatever
 * surnames look like it.
 */
export function resolveOwnName(drafts: readonly ColumnDraft[]): void {
  const names = drafts.filter(({ type }) => type === "givenName" || type === "surname" || type === "fullName");
  const [only] = names;
  if (only === undefined || names.length > 1 || only.type === "fullName" || only.isFixed) return;
  if (shareOf(only.summary, ({ words }) => words.length >= 2) >= wholeWordsMin) {
    settle(only, "fullName", 0.6, [...only.reasons, "the only name, mostly of several words"]);
    return;
  }
  if (only.type !== "surname") return;
  if (bonusOf(only, "surname") >= namedSurnameMin || !drafts.some(({ type }) => type === "relativeName")) return;
  settle(only, "givenName", 0.6, ["the only name beside those of relatives"]);
}

/** Fewer different letters stand for something else: a civil status, a sex. */
const initialsFew = 7;

/** Rating from which a column's name says that it is what it was taken for. */
const namedOtherwiseMin = 0.8;

const initialsOf = ({ summary }: ColumnDraft): number => shareOf(summary, ({ folded }) => /^[a-z]$/.test(folded));

const countLetters = ({ summary }: ColumnDraft): number =>
  summary.sample.filter(({ folded }) => /^[a-z]$/.test(folded)).length;

function resolveInitials(drafts: readonly ColumnDraft[]): void {
  const names = drafts.filter(({ type }) => type === "givenName" || type === "surname");
  const open = [...names, ...drafts.filter((draft) => draft.type === "code" && fitOf(draft, "givenName") > 0)]
    .filter((draft) => !draft.isFixed && bonusOf(draft, draft.type) < namedOtherwiseMin)
    .map((draft) => ({ draft, initials: initialsOf(draft) }))
    .filter(({ draft }) => countLetters(draft) >= initialsFew)
    .sort((left, right) => right.initials - left.initials);
  const [most] = open;
  if (most === undefined || most.initials < initialsMin) return;
  const others = names.filter((draft) => draft !== most.draft);
  if (others.length < 2 || others.some((draft) => initialsOf(draft) * 3 > most.initials)) return;
  settle(most.draft, "middleName", 0.6, [`${percent(most.initials)} of values are initials, beside names written out`]);
}

/**
 * Initials are middle ones beside names alone. Without, those called so stand for surname and given name, and others are letters of
 * any meaning.
 */
function resolveInitialsAlone(drafts: readonly ColumnDraft[]): void {
  const own = drafts.filter(({ type }) => ownNameTypes.has(type));
  const initials = drafts.filter(
    (draft) => draft.type === "middleName" && !draft.isFixed && initialsOf(draft) >= initialsAlone,
  );
  for (const type of ["surname", "givenName"] as const) {
    const named = initials.filter((draft) => bonusOf(draft, type) >= namedInitialsMin);
    const [only] = named;
    if (only === undefined || named.length > 1 || own.some((draft) => draft.type === type || draft.type === "fullName"))
      continue;
    settle(only, type, 0.8, [...only.reasons, `named like that of a ${type === "surname" ? "surname" : "given name"}`]);
  }
  const left = initials.filter(({ type }) => type === "middleName");
  if (drafts.some(({ type }) => ownNameTypes.has(type))) return;
  // As middle names several would be parts of one name, in any order; one among other columns is a branch or a class, unless it is
  // called so.
  const isCalledSo = left.length === 1 && bonusOf(left[0]!, "middleName") > 0;
  if (isCalledSo || drafts.length === 1) return;
  for (const draft of left) settle(draft, "code", 0.5, ["single letters, without names beside them"]);
}

/** Share of single letters from which a column has nothing else. */
const initialsAlone = 0.7;
/** Rating from which a column's name says whose initials they are. */
const namedInitialsMin = 1;

/** Where a person's name stands elsewhere, columns of other names are not compared. */
function resolveAliases(drafts: readonly ColumnDraft[]): void {
  const aliases = drafts.filter((draft) => !draft.isFixed && namesAlias(draft.summary.name));
  const own = drafts.filter((draft) => ownNameTypes.has(draft.type) && !aliases.includes(draft));
  if (own.length === 0) return;
  const only = aliases.length === 1 && namesOthers(aliases[0]!.summary.name) ? aliases[0]! : undefined;
  if (only !== undefined && own.every(({ type }) => type === "surname")) {
    settle(only, "givenName", 0.8, [
      ...only.reasons,
      "other names than the surname, beside which no given name stands",
    ]);
    return;
  }
  for (const draft of aliases)
    settle(draft, "notForMatching", 0.7, ["named like other names of the person, of which one is compared"]);
}

/** Settles given names, middle names, surnames and full names over all columns. */
export function resolveNameColumns(drafts: readonly ColumnDraft[]): void {
  resolveAliases(drafts);
  resolveFullNames(drafts);
  resolveDoubleGivenNames(drafts);
  resolveInitials(drafts);
  balanceNames(drafts);
  resolveNeighbours(drafts);
  resolveSurnamesOfParents(drafts);
  resolveOtherSurnames(drafts);
  resolveMiddleNames(drafts);
  resolveRelatives(drafts);
  resolveGivenOfOthers(drafts);
  resolveInitialsAlone(drafts);
}
