// Years of a school or of taxes: 2023-2024, 2023/24. No telephone, no house number and no birth year.

const range = /^((?:19|20)\d\d)\s?[-–/]\s?(\d{2}|\d{4})$/;

/** True of a year with the next one. */
export function isYearRange(text: string): boolean {
  const [, from, to] = range.exec(text) ?? [];
  if (from === undefined || to === undefined) return false;
  return (Number(from) + 1) % 10 ** to.length === Number(to);
}
