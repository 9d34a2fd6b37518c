// An age in whole years, of infants in months, weeks or days too.
import { foldText } from "./foldText.ts";
import { standardiseNumber } from "./standardiseNumber.ts";

const monthsAndLess =
  /^(\d+) ?(?:(m|mo|mos|mth|mths|mon|month|months|mois|mes|meses|monat|monate|mesi|mesic[eu]?|mesiacov|mies|maanden|mnd|maneder|manader|mdr|bulan|ay|thang)|(?:w|wk|wks|week|weeks|wochen|tydn[yu]|tygodni|uger|uker|veckor|d|day|days|tage?|jours?|dias?|giorni|dni|dnu|dagen|dage|dager|dagar|h|hrs?|hours?))\b\.?$/;
/** 7/12, 3/52 and 5/365: months, weeks and days as doctors and census takers write them. */
const ofAYear = /^(\d{1,3})\/(?:12|52|7|30|31|365)$/;
const infants =
  /^(?:infant|inf|new[- ]?born|still[- ]?born|baby|neonate|neonato|neonatal|nouveau ne|recien nacido|neugeboren)$/;
const monthsPerYear = 12;

/**
 * "34", "34 years" and "34.0" are 34, "30 months" is 2, "5 mo", "3 weeks", "7/12" and "infant" 0; null where there is no age.
 * Idempotent.
 */
export function standardiseAge(raw: string): number | null {
  return ageOfInfant(raw) ?? standardiseNumber(raw);
}

/** True of an age that only an infant has: told in months or less. */
export const isAgeOfInfant = (raw: string): boolean => ageOfInfant(raw) !== null;

/** Whole years; null where the age is not told as infants' are. */
function ageOfInfant(raw: string): number | null {
  const text = foldText(raw.slice(0, 100)).trim();
  const infant = monthsAndLess.exec(text);
  if (infant !== null) return infant[2] === undefined ? 0 : Math.floor(Number(infant[1]) / monthsPerYear);
  return ofAYear.test(text) || infants.test(text) ? 0 : null;
}
