// Whether names stand in two kinds of script: one that leaves vowels out, and one that writes them.
import { isUnvowelled } from "../standardise/values/consonants.ts";
import { type ColumnSummary, shareOf } from "./summariseColumn.ts";

/** Share of the values of a column from which a kind of script is in use. */
const shareMin = 0.002;
const latin = /\p{Script=Latin}/u;

/** @param summaries of columns of names */
export const mixesVowels = (summaries: readonly ColumnSummary[]): boolean =>
  summaries.some((summary) => shareOf(summary, ({ text }) => isUnvowelled(text)) >= shareMin) &&
  summaries.some((summary) => shareOf(summary, ({ text }) => latin.test(text)) >= shareMin);
