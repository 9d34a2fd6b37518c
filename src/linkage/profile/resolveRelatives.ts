// Finds names of relatives by what they hold, where the column's name does not say so: whole names that are hardly ever the
// person's, given names of one sex beside those of both.
import { mixBits } from "../../shared/hashText.ts";
import type { Column } from "../read/recordTable.ts";
import { bonusOf, type ColumnDraft, settle } from "./columnDraft.ts";
import { foldText } from "./foldText.ts";
import { lookUpName } from "./lexicon/nameLexicon.ts";
import { tellingWords } from "./nameColumns.ts";
import { rolesOfColumn } from "./scoreNames.ts";
import { percent } from "./typeScore.ts";

/** Of records with both names the share that name one person, below which the second is somebody else's. */
const sameMax = 0.3;
const recordsMin = 20;
/** Records compared at most, about. */
const recordsCompared = 4000;

/** Of whole names the share that begin or end with the given name beside them, below which that is somebody else's. */
const ownGivenMin = 0.3;

/** Weight of given names among the words of a column of surnames, most of which are surnames alone, at most. */
const givenInSurnamesMax = 0.2;

/** Given names beside whole names alone that stand in their middle, if at all, are those of the father or the husband. */
export function resolveGivenOfOthers(drafts: readonly ColumnDraft[]): void {
  const whole = drafts.find(({ type }) => type === "fullName");
  if (whole === undefined || drafts.some(({ type }) => type === "surname")) return;
  for (const draft of drafts) {
    if (draft.type !== "givenName" || draft.isFixed) continue;
    const share = shareOfRecords(whole.summary.column, draft.summary.column, standsAtAnEnd);
    if (share === null || share >= ownGivenMin) continue;
    if (!whole.isFixed && bonusOf(whole, "fullName") === 0 && rolesOfColumn(whole.summary).given < givenInSurnamesMax) {
      settle(whole, "surname", 0.6, [
        `several words, hardly a given name, beside the given names in ${draft.summary.name}`,
      ]);
      return;
    }
    settle(draft, "relativeName", 0.6, [
      `given names of somebody else: ${percent(share)} begin or end the name in ${whole.summary.name}`,
    ]);
  }
}

function standsAtAnEnd(whole: string, given: string): boolean {
  const words = foldText(whole).split(" ");
  const [first = ""] = foldText(given).split(" ");
  return words[0] === first || words.at(-1) === first;
}

/** Of several columns of whole names, or one beside given names and surnames, those that are not the person's. */
export function resolveRelatives(drafts: readonly ColumnDraft[]): void {
  const wholes = drafts.filter(({ type }) => type === "fullName");
  const given = drafts.find(({ type }) => type === "givenName");
  const hasParts = given !== undefined && drafts.some(({ type }) => type === "surname");
  const [own, ...others] = hasParts ? [given, ...wholes] : ownFirst(wholes);
  if (own === undefined) return;
  for (const other of others) {
    if (other.isFixed || bonusOf(other, "fullName") >= 1 || isNamedOtherwise(other, own)) continue;
    if (standInTwoWritings(own, other)) {
      settle(other, "notForMatching", 0.6, [
        `names in another writing than those in ${own.summary.name}, which would count twice`,
      ]);
      continue;
    }
    const same = shareOfRecords(own.summary.column, other.summary.column, (one, two) =>
      areOne(foldText(one), foldText(two)),
    );
    if (same === null || same >= sameMax) continue;
    settle(other, "relativeName", 0.6, [
      `whole names of somebody else: ${percent(same)} are those in ${own.summary.name}`,
    ]);
  }
}

/** Whole names are no middle names, whatever MNAME stands for: beside a father's FNAME for the mother's. */
const isNamedOtherwise = ({ bonus }: ColumnDraft, own: ColumnDraft): boolean =>
  [...bonus].some(
    ([type, amount]) => type !== "fullName" && amount >= 0.8 && !(type === "middleName" && own.type === "fullName"),
  );

const writings = ["Han", "Kana", "Hangul", "Cyrillic", "Arabic", "Greek", "Hebrew", "Thai", "Devanagari"] as const;
const patterns = writings.map((name) =>
  name === "Kana" ? /[\p{Script=Katakana}\p{Script=Hiragana}]/u : new RegExp(`\\p{Script=${name}}`, "u"),
);

/** Whether most records with both have them in two writings: readings of Japanese names are not in that of the names. */
function standInTwoWritings(own: ColumnDraft, other: ColumnDraft): boolean {
  const share = shareOfRecords(
    own.summary.column,
    other.summary.column,
    (one, two) => writingOf(one) !== writingOf(two),
  );
  return share !== null && share > 0.5;
}

/** A name in signs and kana is in signs. */
function writingOf(text: string): string {
  const found = patterns.findIndex((pattern) => pattern.test(text));
  return writings[found] ?? "Latin";
}

/** Share of the values of another column of names below which a column names something else: ships, doctors. */
const fewValues = 0.1;

/**
 * The person's own name is there most often, and has not far fewer values than others. Columns filled about as well are in the order
 * of the table: parents stand behind the person.
 */
function ownFirst(wholes: readonly ColumnDraft[]): ColumnDraft[] {
  const most = Math.max(0, ...wholes.map(({ summary }) => summary.distinctCount));
  const hasFew = ({ summary }: ColumnDraft): number => Number(summary.distinctCount < fewValues * most);
  const filled = ({ summary }: ColumnDraft): number => Math.round((20 * summary.filledCount) / summary.recordCount);
  return [...wholes].sort(
    (left, right) =>
      Number(right.isFixed) - Number(left.isFixed) ||
      bonusOf(right, "fullName") - bonusOf(left, "fullName") ||
      bonusOf(left, "middleName") - bonusOf(right, "middleName") ||
      hasFew(left) - hasFew(right) ||
      filled(right) - filled(left),
  );
}

/**
 * Share of the records with both whose texts pass; null where hardly any has both. Records are drawn by what they hold, so
 * that order changes nothing.
 */
function shareOfRecords(own: Column, other: Column, test: (own: string, other: string) => boolean): number | null {
  const every = Math.max(1, Math.floor(own.codes.length / recordsCompared));
  let both = 0;
  let same = 0;
  for (let record = 0; record < own.codes.length; record += 1) {
    const [code, otherCode] = [own.codes[record]!, other.codes[record]!];
    if (code < 0 || otherCode < 0 || mixBits(code ^ mixBits(otherCode)) % every !== 0) continue;
    both += 1;
    if (test(own.values.at(code), other.values.at(otherCode))) same += 1;
  }
  return both < recordsMin ? null : same / both;
}

/** Whether all words of one name stand in the other, or two do; written in one piece they count too. */
function areOne(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = words.filter((word) => others.includes(word)).length;
  if (shared >= 2 || shared === Math.min(words.length, others.length)) return true;
  const [joined, otherJoined] = [words.join(""), others.join("")];
  return joined.includes(otherJoined) || otherJoined.includes(joined);
}

const wordsOf = (name: string): string[] => tellingWords(name.split(" "));

/** Of known names the share of one sex from which they are of fathers, or of mothers, alone. */
const oneSexMin = 0.85;
/** Of the persons' own, the least of either sex. */
const bothSexesMin = 0.25;
const knownMin = 30;
/** Levels apart by which a name is of one sex: Jan and Andrea are of either, by country. */
const clearLean = 2;

/** Whether these given names, beside those of the persons, are of one sex where the persons are of both. */
export function isOfOneSex(draft: ColumnDraft, own: ColumnDraft): boolean {
  const [share, ownShare] = [femaleShare(draft), femaleShare(own)];
  if (share === null || ownShare === null || Math.abs(ownShare - 0.5) > 0.5 - bothSexesMin) return false;
  return Math.max(share, 1 - share) >= oneSexMin;
}

/** Null where the lexicon tells the sex of too few. */
function femaleShare({ summary }: ColumnDraft): number | null {
  let female = 0;
  let male = 0;
  for (const { words, count } of summary.sample) {
    const levels = lookUpName(words[0] ?? "");
    const lean = levels === undefined ? 0 : levels.female - levels.male;
    if (lean >= clearLean) female += count;
    if (lean <= -clearLean) male += count;
  }
  return female + male < knownMin ? null : female / (female + male);
}
