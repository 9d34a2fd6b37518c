// Dates as East Asia, Thailand and Iran write them, in the form that readers of dates know: 昭和60年1月2日, S60.1.2, 民國74年1月2日 and
// 1985년 1월 2일 are 1985-1-2. Indonesia's voters are born on 02|01|1985.

/** The year before the first of an era. Of Japan in signs and in letters, of Taiwan; from tables of Japan's National Diet Library. */
const yearsBefore: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民國: 1911,
  民国: 1911,
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
};
const inSigns =
  /^(明治|大正|昭和|平成|令和|民國|民国)?\s*(\d{1,4}|元)\s*[年년][ .]*(\d{1,2})\s*[月월][ .]*(\d{1,2})\s*[日일]?$/;
const inLetters = /^([MTSHR])(\d{1,2})([-/.])(\d{1,2})\3(\d{1,2})$/i;
/** 1985. 1. 2. in Korea. */
const spaced = /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?$/;

/** The text, its vertical bars as strokes, or where it is such a date year-month-day in figures of the Gregorian calendar. */
export function plainDate(text: string): string {
  const signs = inSigns.exec(text);
  if (signs !== null) {
    const [, era, year = "", month, day] = signs;
    return `${(era === undefined ? 0 : yearsBefore[era]!) + (year === "元" ? 1 : Number(year))}-${month}-${day}`;
  }
  const letters = inLetters.exec(text);
  if (letters !== null)
    return `${yearsBefore[letters[1]!.toUpperCase()]! + Number(letters[2])}-${letters[4]}-${letters[5]}`;
  const points = spaced.exec(text);
  return points === null ? text.replaceAll("|", "/") : `${points[1]}-${points[2]}-${points[3]}`;
}

const buddhistYears = 543;

/** Years that Thailand counts from the Buddha's death are past every other calendar's: 2528 is 1985. */
export const gregorianYear = (year: number): number => (year >= 2400 && year <= 2600 ? year - buddhistYears : year);

/**
 * Last day of a month, 1 … 12. In years of the Iranian calendar, which no Gregorian date of people's records has, the first six
 * months have 31 days.
 */
export function lastDayOf(year: number, month: number): number {
  if (month <= 6 && year >= 1250 && year <= 1450) return 31;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
