// A text as plain words: the base of towns, addresses, codes. Apostrophes vanish so that O'Hara and OHara meet; & is
// "and"; every other mark parts words.
import { foldText } from "./foldText.ts";

const plainWords = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Lower-case ASCII letters and digits with single spaces between words; "" where nothing is left. Idempotent. */
export function foldWords(raw: string): string {
  if (plainWords.test(raw)) return raw;
  return foldText(raw)
    .replace(/['`]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
