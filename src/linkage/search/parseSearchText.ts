// What somebody types to find a person, as terms: dates whole or in part, e-mail addresses, long numbers, and words. A text
// may be read in several ways (03/04/1981); a term then carries each of them and the records decide.
import { plainText } from "../../shared/plainText.ts";
import { foldText } from "../standardise/values/foldText.ts";
import { foldWords } from "../standardise/values/foldWords.ts";
import { type DateParts, parseDate } from "../standardise/values/parseDate.ts";
import { standardiseEmail } from "../standardise/values/standardiseEmail.ts";

interface TermText {
  /** As typed. */
  readonly shown: string;
}

export interface WordTerm extends TermText {
  readonly kind: "word";
  /** ASCII letters and digits, lower case. */
  readonly text: string;
}

export interface DateTerm extends TermText {
  readonly kind: "date";
  /** Month and day are 0 where not said. */
  readonly readings: readonly DateParts[];
}

export interface EmailTerm extends TermText {
  readonly kind: "email";
  readonly text: string;
}

export interface DigitsTerm extends TermText {
  readonly kind: "digits";
  /** Six digits or more: of a phone or a document, whole or its end. */
  readonly text: string;
}

export type SearchTerm = WordTerm | DateTerm | EmailTerm | DigitsTerm;

/** More terms than these in one text are left out: a search is a few words. */
export const termsMax = 16;

const email = /[^\s,;<>()]+@[^\s,;<>()]+/gu;
const dates = [
  /(?<![\w/.-])[\dx?*]{1,4}([-/.])[\dx?*]{1,2}\1[\dx?*]{1,4}(?![\w/.-])/giu,
  /(?<![\w/.-])\d{4}[-/.]\d{1,2}(?![\w/.-])/gu,
  /(?<![\w/.-])\d{1,2}[-/.]\d{4}(?![\w/.-])/gu,
  /(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?\p{L}{3,9}\.?,?\s+\d{4}(?!\d)/giu,
  /(?<![\w+/.-])(?:1[5-9]|20)\d{6}(?![\w/.-])/gu,
  /(?<![\w+/.-])[0-3]\d[01]\d(?:1[5-9]|20)\d{2}(?![\w/.-])/gu,
  /(?<![\w+/.-])(?:1[89]|20)\d{2}(?![\w/.-])/gu,
];
const longNumber = /(?<![\p{L}\d])\+?\d(?:[ ()./-]{0,2}\d){5,17}(?![\p{L}\d])/gu;

/**
 * Terms of a text, at most `termsMax`: e-mail addresses, dates, long numbers, then words in their order.
 * @param latestYear last year that a two-digit year may mean
 */
export function parseSearchText(raw: string, latestYear: number): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let rest = plainText(raw.normalize("NFC"));
  const take = (pattern: RegExp, read: (shown: string) => SearchTerm | null): void => {
    rest = rest.replace(pattern, (shown) => {
      const term = read(shown.trim());
      if (term === null) return shown;
      terms.push(term);
      return " ";
    });
  };
  take(email, (shown) => {
    const text = standardiseEmail(shown)?.text ?? "";
    return text === "" ? null : { kind: "email", shown, text };
  });
  for (const pattern of dates) take(pattern, (shown) => readDateTerm(shown, latestYear));
  take(longNumber, (shown) => ({ kind: "digits", shown, text: shown.replace(/\D/g, "") }));
  for (const piece of rest.split(/\s+/)) {
    for (const text of foldWords(piece).split(" ")) {
      if (text !== "") terms.push({ kind: "word", shown: piece, text });
    }
  }
  return terms.slice(0, termsMax);
}

/** A date term, or null where the text is no date in any order. */
export function readDateTerm(shown: string, latestYear: number): DateTerm | null {
  const readings: DateParts[] = [];
  for (const order of ["dayFirst", "monthFirst", "yearFirst"] as const) {
    const date = parseDate(foldText(shown), order, latestYear);
    if (date === null) continue;
    const isNew = readings.every(
      ({ year, month, day }) => year !== date.year || month !== date.month || day !== date.day,
    );
    if (isNew) readings.push(date);
  }
  return readings.length === 0 ? null : { kind: "date", shown, readings };
}
