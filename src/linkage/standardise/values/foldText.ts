// Any text as lower-case ASCII with single spaces. Scripts are transliterated, so that Żółć and Zolc, or
// Жуков and Zhukov, meet; punctuation stays, since dates, e-mails and addresses need it.
import { romanise } from "../../../shared/romanise.ts";

const plainText = /^[!-@[-~]+(?: [!-@[-~]+)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the range of ASCII
const ascii = /^[\x00-\x7f]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const blanks = /[\x00-\x20\x7f]+/g;

/**
 * Lower-case ASCII of `raw`: trimmed, runs of white space and control characters as one space, curly apostrophes and
 * long dashes as ' and -. Idempotent. "" where nothing is left. Umlauts lose their dots (ü → u), ß becomes ss.
 */
export function foldText(raw: string): string {
  if (plainText.test(raw)) return raw;
  const text = ascii.test(raw) ? raw : romanise(raw);
  return text.toLowerCase().replace(blanks, " ").trim();
}
