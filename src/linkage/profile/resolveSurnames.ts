// Tells surnames from what looks like them, and finds those that no lexicon knows: surnames stand beside given names, whole names
// hold them, and a person's several surnames are drawn from one stock.
import type { Column } from "../read/recordTable.ts";
import { bonusOf, type ColumnDraft, fitOf, settle } from "./columnDraft.ts";
import { foldText } from "./foldText.ts";
import { drawRecords, givenLead, isWellFilled } from "./nameColumns.ts";
import { namesParentsSurname } from "./namesRelative.ts";
import { effectiveValues } from "./scoreCategories.ts";
import { isAlphabetic, rolesOfColumn } from "./scoreNames.ts";
import { shareOf } from "./summariseColumn.ts";
import { percent } from "./typeScore.ts";

/** Least that content speaks for a town where surnames stand in no whole name: places are named after people. */
const townFitMin = 0.1;

/** Whether these are surnames alone, none of which a well filled column of whole names holds; takes them for places then. */
export function resolveSurnamesOfOthers(names: readonly ColumnDraft[], drafts: readonly ColumnDraft[]): boolean {
  const whole = drafts.find((draft) => draft.type === "fullName" && isWellFilled(draft, drafts));
  if (whole === undefined || !areOfOthers(names, whole)) return false;
  for (const draft of names) {
    if (fitOf(draft, "town") < townFitMin) continue;
    settle(draft, "town", 0.4, [`names that are not those of the persons in ${whole.summary.name}`]);
  }
  return true;
}

function areOfOthers(names: readonly ColumnDraft[], whole: ColumnDraft): boolean {
  if (names.some(({ type, bonus }) => type !== "surname" || bonus.size > 0)) return false;
  return names.every((draft) => heldShare(draft.summary.column, whole.summary.column) < heldMin);
}

const heldMin = 0.2;

/** Share of the records with both, as far as drawn, of which the whole name holds the first word of the part. */
function heldShare(part: Column, whole: Column): number {
  let seen = 0;
  let held = 0;
  for (const record of drawRecords(whole)) {
    const code = part.codes[record]!;
    if (code < 0) continue;
    seen += 1;
    const [word = ""] = foldText(part.values.at(code)).split(" ");
    if (foldText(whole.values.at(whole.codes[record]!)).split(" ").includes(word)) held += 1;
  }
  return held / Math.max(1, seen);
}

/** Beside the person's own surname or whole name, surnames named after parents are the parents'. */
export function resolveSurnamesOfParents(drafts: readonly ColumnDraft[]): void {
  const named = drafts.filter((draft) => !draft.isFixed && namesParentsSurname(draft.summary.name));
  const isOwn = (draft: ColumnDraft): boolean =>
    (draft.type === "surname" || draft.type === "fullName") && isWellFilled(draft, drafts) && !named.includes(draft);
  const own = drafts.find(isOwn);
  if (own === undefined) return;
  for (const draft of named) {
    if (draft.type !== "surname") continue;
    settle(draft, "relativeName", 0.7, [`named like a parent's surname, beside the names in ${own.summary.name}`]);
  }
}

/** Share of its values that another column of surnames has too, beside the share that half of the first has of its other half. */
const ownVocabularyMin = 0.3;

/** Share of the values of another column of surnames below which a column holds something else first: nationalities, offices. */
const fewValues = 0.1;

/** People's several surnames are drawn from one stock of names: what shares few with the first column of them is something else. */
export function resolveOtherSurnames(drafts: readonly ColumnDraft[]): void {
  const most = Math.max(...drafts.map(({ type, summary }) => (type === "surname" ? summary.distinctCount : 0)));
  const hasFew = ({ summary }: ColumnDraft): boolean => summary.distinctCount < fewValues * most;
  const surnames = drafts
    .filter(({ type }) => type === "surname")
    .sort(
      (left, right) =>
        bonusOf(right, "surname") - bonusOf(left, "surname") ||
        Number(hasFew(left)) - Number(hasFew(right)) ||
        givenLead(left) - givenLead(right),
    );
  const [main, ...further] = surnames;
  const others = further.filter(({ isFixed, bonus }) => !isFixed && bonus.size === 0);
  if (main === undefined || others.length === 0) return;
  const { counts, column } = main.summary;
  const expected = repeatedShare(counts);
  const known = new Set<string>();
  for (let code = 0; code < counts.length; code += 1)
    if (counts[code]! > 0) known.add(foldText(column.values.at(code)));
  for (const other of others) {
    const share = shareOf(other.summary, ({ folded }) => known.has(folded));
    if (share >= ownVocabularyMin * expected) continue;
    settle(other, fitOf(other, "town") < townFitMin ? "code" : "town", 0.4, [
      `${percent(share)} of values are surnames in ${main.summary.name}`,
    ]);
  }
}

/** Share of records whose value would be found in half of the records. */
function repeatedShare(counts: Uint32Array): number {
  let records = 0;
  let found = 0;
  for (const count of counts) {
    records += count;
    found += count * (1 - 0.5 ** Math.max(0, count - 1));
  }
  return found / Math.max(1, records);
}

const surnamesMin = 30;
/** Share of words known as towns from which a column holds towns, wherever it stands. */
const townsMin = 0.15;

/**
 * Surnames stand beside given names: without one there, a neighbouring column of words that could be surnames as well as those of
 * any other column has them, whatever else they could be.
 */
export function resolveNeighbours(drafts: readonly ColumnDraft[]): void {
  const given = drafts.findIndex(({ type }) => type === "givenName");
  if (given < 0 || drafts.some(({ type }) => type === "fullName")) return;
  const next = drafts[given + 1]?.type === "middleName" ? given + 2 : given + 1;
  const neighbours = [drafts[next], drafts[given - 1]].filter((draft) => draft !== undefined);
  const surnames = drafts.filter(({ type }) => type === "surname");
  if (surnames.some((draft) => neighbours.includes(draft) || draft.isFixed || bonusOf(draft, "surname") > 0)) return;
  const best = Math.max(0, ...surnames.map((draft) => fitOf(draft, "surname")));
  const found = neighbours.find(
    (draft) =>
      (draft.type === "code" || draft.type === "town") &&
      !draft.isFixed &&
      draft.bonus.size === 0 &&
      isWellFilled(draft, drafts) &&
      fitOf(draft, "surname") >= best &&
      effectiveValues(draft.summary) >= surnamesMin &&
      shareOf(draft.summary, (value) => value.words.length <= 3 && isAlphabetic(value)) >= 0.9 &&
      rolesOfColumn(draft.summary).town < townsMin,
  );
  if (found !== undefined) settle(found, "surname", 0.5, ["words beside given names, as surnames are"]);
}
