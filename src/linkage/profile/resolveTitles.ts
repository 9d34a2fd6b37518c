// A column of forms of address tells the sex where no other column does: Mr is a man, Mrs, Miss and Ms are women.
import { plainText } from "../../shared/plainText.ts";
import { isTitle, standardiseSex } from "../standardise/values/standardiseSex.ts";
import { type ColumnDraft, settle } from "./columnDraft.ts";
import { percent } from "./typeScore.ts";

/** Share of values that are titles, and of each sex among them, from which a column is one of titles. */
const titlesMin = 0.8;
const eitherSexMin = 0.05;
/** Titles are few. */
const valuesMax = 120;

/** Whether a column holds forms of address, which are no names. */
export function holdsTitles(draft: ColumnDraft): boolean {
  return !draft.isFixed && draft.summary.distinctCount <= valuesMax && countTitles(draft).titles >= titlesMin;
}

/** Makes titles the sex; beside a column of the sex they stay a code. */
export function resolveTitles(drafts: readonly ColumnDraft[]): void {
  if (drafts.some(({ type }) => type === "sex")) return;
  for (const draft of drafts) {
    if (draft.isFixed || draft.type !== "code" || draft.summary.distinctCount > valuesMax) continue;
    const { titles, female, male } = countTitles(draft);
    if (titles < titlesMin || Math.min(female, male) < eitherSexMin) continue;
    settle(draft, "sex", 0.85, [`${percent(titles)} of values are forms of address, which tell the sex`]);
    return;
  }
}

/** Between the titles of two: Mr & Mrs, Herr und Frau. */
const joiners = /(?:\s*[&+/]\s*|\s+(?:and|und|et|y|e|en|og|och)\s+)/i;

/** Shares of the values filled in. */
function countTitles({ summary }: ColumnDraft): { titles: number; female: number; male: number } {
  const shares = { titles: 0, female: 0, male: 0 };
  for (const [code, count] of summary.counts.entries()) {
    const text = plainText(summary.column.values.at(code));
    if (count === 0 || !text.split(joiners).every(isTitle)) continue;
    shares.titles += count / summary.filledCount;
    const sex = standardiseSex(text);
    if (sex === "f") shares.female += count / summary.filledCount;
    else if (sex === "m") shares.male += count / summary.filledCount;
  }
  return shares;
}
