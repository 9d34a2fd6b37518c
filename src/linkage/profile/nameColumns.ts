// What several ways of settling columns of names ask of them.
import type { Column } from "../read/recordTable.ts";
import { bonusOf, type ColumnDraft, fitOf } from "./columnDraft.ts";
import { nameParticles, titleWords } from "./lexicon/personWords.ts";
import type { SemanticType } from "./semanticType.ts";

/** Words of a folded name without particles, titles and initials. */
export const tellingWords = (words: readonly string[]): string[] =>
  words.filter((word) => word.length > 1 && !nameParticles.has(word) && !titleWords.has(word));

/** Columns of the persons' names; middle names and suffixes are beside one of these. */
export const ownNameTypes: ReadonlySet<SemanticType> = new Set(["givenName", "surname", "fullName"]);

/** Records of which a share is taken, about. */
const recordsJoined = 4000;

/** Drawn by what they hold, not by where they stand, so that order changes nothing. */
export function drawRecords({ codes }: Column): number[] {
  const modulus = Math.max(1, Math.floor(codes.length / recordsJoined));
  const drawn: number[] = [];
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record]!;
    if (code >= 0 && code % modulus === 0) drawn.push(record);
  }
  return drawn;
}

/** How much more the column looks like a given name than like a surname; ties go to fewer different values. */
export const givenLead = (draft: ColumnDraft): number =>
  fitOf(draft, "givenName") -
  fitOf(draft, "surname") +
  0.8 * (bonusOf(draft, "givenName") - bonusOf(draft, "surname")) -
  0.00001 * Math.min(1000, (draft.summary.distinctCount / Math.max(1, draft.summary.filledCount)) * 1000);

/** Filled in more than two fifths of the records that the best filled column is. */
export function isWellFilled(draft: ColumnDraft, drafts: readonly ColumnDraft[]): boolean {
  const most = Math.max(...drafts.map((other) => other.summary.filledCount));
  return draft.summary.filledCount > 0.4 * most;
}
