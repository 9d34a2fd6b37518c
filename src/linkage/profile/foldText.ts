// Folds a raw value to lower-case ASCII letters, digits and single spaces, for looking words up while profiling.
// Standardising proper is a later stage; this only has to be cheap and the same for every script.
import { romanise } from "../../shared/romanise.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII"
const asciiOnly = /^[\x00-\x7f]*$/;

/** What folding leaves as it is, but for capitals. */
const plainWords = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;

/** Lower-case words of a–z and 0–9 joined by single spaces; apostrophes and full stops vanish, other marks become spaces. */
export function foldText(text: string): string {
  if (plainWords.test(text)) return text.toLowerCase();
  const ascii = asciiOnly.test(text) ? text : romanise(text);
  return ascii
    .toLowerCase()
    .replaceAll(/['`.]/g, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
