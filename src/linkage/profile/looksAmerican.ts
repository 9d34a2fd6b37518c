// Whether the file looks like one of the United States: states, ZIP+4 codes or phone numbers written the American way.
import type { ColumnDraft } from "./columnDraft.ts";
import { unitedStatesCodes } from "./lexicon/regionCodes.ts";
import { shareOf } from "./summariseColumn.ts";

const tests: readonly ((text: string, folded: string) => boolean)[] = [
  (_, folded) => unitedStatesCodes.has(folded),
  (text) => /^\d{5}-\d{4}$/.test(text),
  (text) => /^(?:\+1[\s.-]?|1[\s.-])?\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}/.test(text),
  (text) => /^\d{3}-\d{2}-\d{4}$/.test(text),
  (text) => /\b[A-Z]{2},? \d{5}(?:-\d{4})?$/.test(text),
];

/** True where most values of some column have an American form. */
export function looksAmerican(drafts: readonly ColumnDraft[]): boolean {
  return drafts.some(({ summary, type }) => {
    if (type === "birthDate" || summary.filledCount < 3 || summary.distinctCount < 3) return false;
    return tests.some((test) => shareOf(summary, (value) => test(value.text, value.folded)) > 0.6);
  });
}
