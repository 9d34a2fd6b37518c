// Recognises postcodes: shapes with letters are telling, bare digits only where the length is constant and values repeat.
import { shareOfOlderYears } from "./scoreNumbers.ts";
import { type ColumnSummary, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

/** Shapes that hardly anything but a postcode has, by country or group of countries. */
const tellingShapes: readonly (readonly [string, RegExp, number])[] = [
  ["British", /^(?:gir\s?0aa|[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[a-z]{2})$/i, 1],
  ["Canadian", /^[a-z]\d[a-z][\s-]?\d[a-z]\d$/i, 1],
  ["Dutch", /^[1-9]\d{3}\s?[a-z]{2}$/i, 0.95],
  ["Irish", /^[ac-fhknprtv-y]\d[\dw]\s?[\dac-fhknprtv-y]{4}$/i, 0.85],
  ["US ZIP+4", /^\d{5}-\d{4}$/, 0.95],
  ["Portuguese", /^\d{4}-\d{3}$/, 0.85],
  ["Polish", /^\d{2}-\d{3}$/, 0.95],
  ["Japanese", /^\d{3}-\d{4}$/, 0.68],
  ["Brazilian", /^\d{5}-\d{3}$/, 0.9],
  ["Iranian", /^\d{5}-\d{5}$/, 0.8],
  ["Indian or Korean", /^\d{3}[ -]\d{3}$/, 0.8],
  ["Swedish, Czech or Greek", /^\d{3}\s\d{2}$/, 0.9],
  ["prefixed", /^(?:AD|AZ|A|B|CH|CZ|DK|D|F|FIN|FI|H|HR|I|L|LT|LV|MD|NL|N|S|SE|SI|SK)-?\s?\d{4,5}$/i, 0.75],
  ["British outward", /^[a-z]{1,2}\d{1,2}[a-z]?$/i, 0.5],
];

/** Digits of a bare or grouped postcode ("359 43", "00255-1848"); empty where the value is anything else. */
function digitsOf(text: string): string {
  if (/^\d{4,6}$/.test(text)) return text;
  if (/^(?:\d{3}[ -]\d{2,3}|\d{2} \d{3})$/.test(text)) return text.replace(/[ -]/, "");
  return /^\d{5}-\d{4}$/.test(text) ? text.slice(0, 5) : "";
}

function digitScore(summary: ColumnSummary, currentYear: number): TypeScore | null {
  const shareOfLength = (length: number): number => shareOf(summary, (value) => digitsOf(value.text).length === length);
  const byLength = [4, 5, 6].map(shareOfLength) as [number, number, number];
  const zeros = shareOf(summary, (value) => /^0\d{3,}/.test(value.text));
  const joined = shareOf(summary, (value) => /^\d{4,6}$/.test(value.text));
  const best = Math.max(...byLength);
  const length = 4 + byLength.indexOf(best);
  let share = best;
  if (length === 5 || zeros > 0.05)
    share = length === 6 || zeros > 0.05 ? byLength[0] + byLength[1] + byLength[2] : byLength[0] + byLength[1];
  if (share < 0.75 || (best < 0.6 && zeros < 0.04) || (summary.distinctCount < 8 && summary.filledCount > 40))
    return null;
  const years = shareOf(summary, (value) => /^(?:18[5-9]\d|19\d\d|20[0-3]\d)$/.test(value.text));
  if (length === 4 && (years > 0.7 || shareOfOlderYears(summary, currentYear) > 0.9)) return null;
  const grouped = share - joined > 0.1 ? 0.2 : 0;
  const fit = ((length === 6 ? 0.52 : 0.61) + grouped) * share;
  return { type: "postcode", fit, reason: `${percent(share)} of values are numbers of ${length} digits` };
}

/** How long postcodes of many digits are written in groups: Brazil, Iran. */
const longGroups: readonly (readonly [bare: RegExp, grouped: RegExp])[] = [
  [/^\d{8}$/, /^\d{5}-\d{3}$/],
  [/^\d{10}$/, /^\d{5}-\d{5}$/],
];
/** Share in groups from which bare digits beside them are postcodes too. */
const groupedMin = 0.1;

function longDigitScore(summary: ColumnSummary): TypeScore | null {
  for (const [bare, grouped] of longGroups) {
    const inGroups = shareOf(summary, (value) => grouped.test(value.text));
    const share = inGroups + shareOf(summary, (value) => bare.test(value.text));
    if (share < 0.75 || inGroups < groupedMin) continue;
    return { type: "postcode", fit: 0.8 * share, reason: `${percent(share)} of values are shaped like long postcodes` };
  }
  return null;
}

/** What any country's postcode may look like; says something of a column that is named so, and of no other. */
const anyPostcode = /^(?=.*\d)[a-z\d]{1,6}(?:[ -]?[a-z\d]{1,6})?$/i;
const anyMin = 0.75;
const anyFit = 0.1;

function scoreAny(summary: ColumnSummary): TypeScore | null {
  const share = shareOf(summary, ({ text }) => text.length <= 10 && anyPostcode.test(text));
  return share < anyMin
    ? null
    : { type: "postcode", fit: anyFit * share, reason: "letters and digits as in postcodes" };
}

/** Score for postcode. */
export function scorePostcodes(summary: ColumnSummary, currentYear: number): TypeScore[] {
  let best: TypeScore | null = digitScore(summary, currentYear) ?? longDigitScore(summary) ?? scoreAny(summary);
  let sum = 0;
  for (const [country, shape, strength] of tellingShapes) {
    const share = shareOf(summary, (value) => shape.test(value.text));
    if (strength > 0.7) sum += share;
    const fit = share * strength * (summary.distinctCount < 4 && summary.filledCount > 40 ? 0.5 : 1);
    if (share >= 0.5 && fit > (best?.fit ?? 0))
      best = { type: "postcode", fit, reason: `${percent(share)} of values are shaped like ${country} postcodes` };
  }
  const mixed = Math.min(1, sum) * 0.8;
  if (sum > 0.6 && mixed > (best?.fit ?? 0))
    best = {
      type: "postcode",
      fit: mixed,
      reason: `${percent(Math.min(1, sum))} of values are shaped like postcodes of several countries`,
    };
  return best === null ? [] : [best];
}
