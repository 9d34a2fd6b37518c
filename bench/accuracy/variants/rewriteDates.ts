// Dates in another format: columns that hold year-first dates are written day first. Which columns those are is read from
// their values, so that the variant means the same for every set.
import { mapValues, type RecordSet } from "../recordSets/recordSet.ts";

const yearFirst = /^(\d{4})-?(\d{2})-?(\d{2})$/;

/** Null where the set has no column of year-first dates. */
export function rewriteDates(set: RecordSet): RecordSet | null {
  const isDate = set.columns.map((_, column) => holdsDates(set, column));
  if (!isDate.includes(true)) return null;
  return mapValues(set, (value, column) => (isDate[column] === true ? value.replace(yearFirst, "$3/$2/$1") : value));
}

function holdsDates(set: RecordSet, column: number): boolean {
  const values = set.rows.map((row) => row[column] ?? "").filter((value) => value !== "");
  const dates = values.filter((value) => {
    const [, year, month, day] = yearFirst.exec(value) ?? [];
    return Number(year) > 1500 && Number(year) < 2100 && Number(month) <= 13 && Number(day) <= 32;
  });
  return values.length > 0 && dates.length > 0.9 * values.length;
}
