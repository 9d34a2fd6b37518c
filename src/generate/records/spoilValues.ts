// The errors of everything but names: dates, numbers, keys and scans, missing values and fillers.
import { forgetDay, makeDateDigitError, makeYearError, swapDayMonth } from "../errors/dateErrors.ts";
import type { ErrorDice } from "../errors/errorDice.ts";
import { makeNumberError } from "../errors/numberError.ts";
import { makeScanningError } from "../errors/scanningError.ts";
import { makeTypingError } from "../errors/typingError.ts";
import type { CalendarDate } from "../persons/calendar.ts";
import { type ColumnName, columnNames, type RecordValues } from "./columns.ts";
import { type SourceProfile, usuallyMissing } from "./sourceProfile.ts";

const textColumns: readonly ColumnName[] = [
  "given_name",
  "middle_name",
  "surname",
  "address_line_1",
  "address_line_2",
  "town",
  "email",
];
const numberColumns: readonly ColumnName[] = ["postcode", "phone", "national_id", "document_number"];

/** What clerks and forms put where they do not know. */
export const fillers: Readonly<Record<ColumnName, readonly string[]>> = {
  given_name: ["Unknown", "Baby", "N/A", "XXX"],
  middle_name: ["N/A", "None"],
  surname: ["Unknown", "Not Known", "XXX"],
  sex: ["U"],
  birth_date: ["1900-01-01", "1900-01-01", "1901-01-01", "1970-01-01"],
  nationality: ["XXX"],
  address_line_1: ["No Fixed Abode", "Unknown", "Not Known"],
  address_line_2: ["N/A"],
  town: ["Unknown", "N/A"],
  postcode: ["ZZ99 9ZZ", "AA1 1AA"],
  phone: ["00000000000", "07000000000", "01234567890"],
  email: ["none@none.example", "noemail@mail.example"],
  national_id: ["AA000000A", "XX999999X"],
  document_number: ["000000000", "UNKNOWN"],
  recorded_on: [],
};

function spoilDate(dice: ErrorDice, date: CalendarDate, profile: SourceProfile, latestYear: number): CalendarDate {
  const swapped = swapDayMonth(date);
  if (swapped !== null && dice.falls("day-month-swap")) return swapped;
  if (dice.falls("date-digit")) return makeDateDigitError(dice.random, date, latestYear);
  if (dice.falls("year-off", profile.habits["year-off"])) return makeYearError(dice.random, date, latestYear);
  if (dice.falls("first-of-month", profile.habits["first-of-month"])) return forgetDay(dice.random, date);
  return date;
}

/** Changes the birth date in place, as ISO 8601. */
export function spoilBirthDate(
  dice: ErrorDice,
  values: RecordValues,
  profile: SourceProfile,
  latestYear: number,
): void {
  const text = values.birth_date;
  const date = { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) };
  const spoilt = spoilDate(dice, date, profile, latestYear);
  if (spoilt === date) return;
  const { year, month, day } = spoilt;
  values.birth_date = `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** Slips, scans, cuts and wrong digits, in place. */
export function spoilTexts(dice: ErrorDice, values: RecordValues, profile: SourceProfile): void {
  const { random } = dice;
  for (const column of textColumns) {
    const text = values[column];
    if (text === "") continue;
    if (dice.falls("typing", profile.habits.typing)) values[column] = makeTypingError(random, text);
    if (dice.falls("scanning", profile.habits.scanning)) values[column] = makeScanningError(random, values[column]);
    if (text.length > 10 && dice.falls("truncated", profile.habits.truncated)) {
      values[column] = text.slice(0, 10 + random.below(text.length - 10)).trim();
    }
  }
  for (const column of numberColumns) {
    if (values[column] !== "" && dice.falls("number-digit")) values[column] = makeNumberError(random, values[column]);
  }
  if (dice.falls("sex-wrong", profile.habits["sex-wrong"])) values.sex = values.sex === "F" ? "M" : "F";
}

/** Probability that a source leaves out a value, with the user's factor; a field it does not have stays empty. */
export function missingProbability(profile: SourceProfile, column: ColumnName, factor: number): number {
  const base = profile.missing[column] ?? usuallyMissing[column];
  if (base >= 1) return factor === 0 ? 0 : 1;
  return Math.min(1, base * factor);
}

/** Empties values and puts fillers, in place. `random` is a stream of its own, so that errors do not depend on gaps. */
export function leaveOut(dice: ErrorDice, values: RecordValues, profile: SourceProfile, missingRate: number): void {
  const { random } = dice;
  for (const column of columnNames) {
    const isMissing = random.chance(missingProbability(profile, column, missingRate));
    if (values[column] === "") continue;
    if (isMissing) values[column] = "";
    else if (fillers[column].length > 0 && dice.falls("placeholder")) values[column] = random.pick(fillers[column]);
  }
}
