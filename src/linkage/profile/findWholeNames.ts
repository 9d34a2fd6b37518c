// Finds columns of given names or surnames that hold whole names where the other part is missing: "" and "MARTIN BENNETT"
// beside "Martin" and "Bennett". The words of other records say which word is which part.
import type { ColumnDraft } from "./columnDraft.ts";
import type { NameOrder } from "./columnProfile.ts";
import { foldText } from "./foldText.ts";
import { nameParticles, suffixWords, titleWords } from "./lexicon/personWords.ts";

export interface WholeNames {
  readonly order: NameOrder;
  readonly reason: string;
}

/** Fewer say nothing. */
const recordsMin = 3;

/** By column; none where a file has whole names in a column of their own, or several columns of a part. */
export function findWholeNames(drafts: readonly ColumnDraft[]): ReadonlyMap<ColumnDraft, WholeNames> {
  const found = new Map<ColumnDraft, WholeNames>();
  const ofType = (type: string): ColumnDraft[] => drafts.filter((draft) => draft.type === type);
  const [[given, ...moreGiven], [surname, ...moreSurnames]] = [ofType("givenName"), ofType("surname")];
  if (given === undefined || surname === undefined || moreGiven.length > 0 || moreSurnames.length > 0) return found;
  if (ofType("fullName").length > 0) return found;
  const candidates = [
    { draft: given, wholes: valuesWithout(given, surname) },
    { draft: surname, wholes: valuesWithout(surname, given) },
  ].filter(({ wholes }) => wholes.length >= recordsMin);
  if (candidates.length === 0) return found;
  const [asGiven, asSurname] = [countWords(given), countWords(surname)];
  /** 1 for a given name, −1 for a surname, 0 for what is neither more than the other. */
  const leaning = (word: string): number => Math.sign((asGiven.get(word) ?? 0) - (asSurname.get(word) ?? 0));
  for (const { draft, wholes } of candidates) {
    const ends = wholes.map((words) => [words[0] ?? "", words.at(-1) ?? ""] as const);
    const givenFirst = ends.filter(([first, last]) => leaning(first) > leaning(last)).length;
    const surnameFirst = ends.filter(([first, last]) => leaning(first) < leaning(last)).length;
    if ((givenFirst + surnameFirst) * 2 < wholes.length) continue;
    const order = givenFirst >= surnameFirst ? "givenFirst" : "surnameFirst";
    const other = draft === given ? surname : given;
    found.set(draft, { order, reason: `whole names where ${other.summary.name} is missing` });
  }
  return found;
}

const isMissing = ({ summary: { column, placeholderCodes } }: ColumnDraft, record: number): boolean => {
  const code = column.codes[record]!;
  return code < 0 || placeholderCodes.includes(code);
};

/** Names in the values of several names that a column has in records where the other column has none. */
function valuesWithout(draft: ColumnDraft, other: ColumnDraft): string[][] {
  const { column, recordCount } = draft.summary;
  const found: string[][] = [];
  for (let record = 0; record < recordCount; record += 1) {
    if (!isMissing(other, record) || isMissing(draft, record)) continue;
    const words = foldText(column.values.at(column.codes[record]!))
      .split(" ")
      .filter((word) => word.length > 1 && !nameParticles.has(word) && !titleWords.has(word) && !suffixWords.has(word));
    if (words.length > 1) found.push(words);
  }
  return found;
}

/** Records by the one word that they have in a column. */
function countWords({ summary: { column, counts } }: ColumnDraft): Map<string, number> {
  const found = new Map<string, number>();
  for (let code = 0; code < counts.length; code += 1) {
    const word = foldText(column.values.at(code));
    if (word !== "" && !word.includes(" ")) found.set(word, (found.get(word) ?? 0) + counts[code]!);
  }
  return found;
}
