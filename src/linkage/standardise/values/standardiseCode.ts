// Values of any code list: compared as equal or not, so only spelling that carries no meaning is dropped.
import { foldWords } from "./foldWords.ts";

/** What stands for the hidden digits of a number: XXXXXXXX1234. */
export const mask = /^(?:[Xx]{3,}|\*{3,})[Xx*\s-]*(?=\d{2,6}$)/;

/** Lower-case ASCII words; of a masked number the digits shown; a number without leading zeros and without a spreadsheet's ".0". null where nothing is left. Idempotent. */
export function standardiseCode(raw: string): string | null {
  const trimmed = raw.trim().replace(mask, "");
  const number = /^0*(\d+?)(?:\.0+)?$/.exec(trimmed);
  const text = number === null ? foldWords(trimmed) : (number[1] ?? "");
  if (text === "") return null;
  return text.replace(/^0+(?=\d+$)/, "");
}
