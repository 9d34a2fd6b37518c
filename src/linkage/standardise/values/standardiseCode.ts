// Values of any code list: compared as equal or not, so only spelling that carries no meaning is dropped.
import { foldWords } from "./foldWords.ts";

/** Lower-case ASCII words; a number without leading zeros and without a spreadsheet's ".0". null where nothing is left. Idempotent. */
export function standardiseCode(raw: string): string | null {
  const trimmed = raw.trim();
  const number = /^0*(\d+?)(?:\.0+)?$/.exec(trimmed);
  const text = number === null ? foldWords(raw) : (number[1] ?? "");
  if (text === "") return null;
  return text.replace(/^0+(?=\d+$)/, "");
}
