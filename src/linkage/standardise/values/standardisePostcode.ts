// A postcode without its spaces and the district that it begins with: the coarser of the two agrees for neighbours.
import { foldText } from "./foldText.ts";

export interface StandardPostcode {
  readonly text: string;
  readonly district: string;
}

const british = /^([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})$/;
const canadian = /^([a-z]\d[a-z])\d[a-z]\d$/;
const dutch = /^(\d{4})[a-z]{2}$/;

/**
 * Letters and digits alone; a country's prefix ("D-10115") and the four digits after a ZIP code are dropped. The
 * district is the British outward code, the Canadian first three, the Dutch four digits, else the first half (three of
 * five). null where nothing is left. Idempotent in `text`.
 */
export function standardisePostcode(raw: string): StandardPostcode | null {
  const text = foldText(raw)
    .replace(/^(\d+)\.0+$/, "$1")
    .replace(/^[a-z]{1,3}[- ]+(?=\d{4,5}$)/, "")
    .replace(/^(\d{5})[- ]?\d{4}$/, "$1")
    .replace(/[^a-z0-9]/g, "")
    .replace(/^(\d{5})\d{4}$/, "$1");
  if (text === "") return null;
  const known = british.exec(text) ?? canadian.exec(text) ?? dutch.exec(text);
  if (known !== null) return { text, district: known[1] ?? text };
  if (/^[a-z]{1,2}\d[a-z\d]?$/.test(text)) return { text, district: text };
  return { text, district: text.slice(0, (text.length + 1) >> 1) };
}
