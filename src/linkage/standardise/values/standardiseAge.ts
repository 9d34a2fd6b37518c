// An age in whole years, of infants in months, weeks or days too.
import { foldText } from "./foldText.ts";
import { standardiseNumber } from "./standardiseNumber.ts";

const monthsAndLess =
  /^(\d+) ?(?:(mo|mos|mth|mths|mon|month|months|mois|mes|meses|monat|monate|mesi|bulan)|(?:wk|wks|week|weeks|d|day|days|hrs?|hours?))\b\.?$/;
const monthsPerYear = 12;

/** "34", "34 years" and "34.0" are 34, "30 months" is 2, "5 mo" and "3 weeks" 0; null where there is no age. Idempotent. */
export function standardiseAge(raw: string): number | null {
  const infant = monthsAndLess.exec(foldText(raw.slice(0, 100)).trim());
  if (infant === null) return standardiseNumber(raw);
  return infant[2] === undefined ? 0 : Math.floor(Number(infant[1]) / monthsPerYear);
}
