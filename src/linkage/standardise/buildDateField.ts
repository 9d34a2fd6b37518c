// Birth dates, from one column or from separate year, month and day columns, as one dictionary of yyyymmdd numbers.
import { plainText } from "../../shared/plainText.ts";
import type { Column } from "../read/recordTable.ts";
import type { ColumnPlan, FieldPlan } from "./fieldPlan.ts";
import type { PlannedColumn } from "./plannedColumn.ts";
import { sharedInt32From } from "./sharedArrays.ts";
import type { SlotBuilder } from "./slotBuilder.ts";
import type { DateField } from "./standardRecords.ts";
import { parseDate } from "./values/parseDate.ts";

/** Where several columns hold dates, the first that can be read counts. Unreadable dates are missing. */
export function buildDateField(plan: FieldPlan, columns: readonly PlannedColumn[], slots: SlotBuilder): DateField {
  const isWhole = columns.some(({ plan: column }) => column.type === "birthDate");
  const numbers = isWhole ? wholeDates(columns) : datesFromParts(columns);
  const codeOf = new Map<number, number>();
  const codes = new Int32Array(numbers.length);
  for (let record = 0; record < numbers.length; record += 1) {
    const number = numbers[record]!;
    let code = -1;
    if (number > 0) {
      code = codeOf.get(number) ?? codeOf.size;
      if (code === codeOf.size) codeOf.set(number, code);
    }
    codes[record] = code;
  }
  const slot = slots.add(codes, codeOf.size);
  return { kind: "date", name: plan.name, slot, dates: sharedInt32From([...codeOf.keys()]) };
}

function wholeDates(columns: readonly PlannedColumn[]): Int32Array {
  const result = new Int32Array(columns[0]?.column.codes.length ?? 0);
  for (const { column, plan, isPlaceholder } of columns) {
    const parsed = new Int32Array(column.values.count);
    for (let code = 0; code < parsed.length; code += 1) {
      parsed[code] = isPlaceholder[code] ? 0 : dateNumber(plainText(column.values.at(code)), plan);
    }
    for (let record = 0; record < result.length; record += 1) {
      const code = column.codes[record]!;
      if (code >= 0 && result[record] === 0) result[record] = parsed[code]!;
    }
  }
  return result;
}

function dateNumber(text: string, plan: ColumnPlan): number {
  const date = parseDate(text, plan.dateOrder ?? "dayFirst", plan.latestYear ?? Number.NaN);
  return date === null ? 0 : date.year * 10000 + date.month * 100 + date.day;
}

/** Last year that a person can be born in, and the last that it can be misread as: 7964 of 1964. */
const yearMax = 2100;
const misreadYearMax = 9998;

function datesFromParts(columns: readonly PlannedColumn[]): Int32Array {
  const recordCount = columns[0]?.column.codes.length ?? 0;
  const part = (type: ColumnPlan["type"], low: number, high: number): Int32Array => {
    const found = columns.find(({ plan }) => plan.type === type);
    if (found === undefined) return new Int32Array(recordCount);
    return partNumbers(found.column, found.isPlaceholder, low, high);
  };
  const years = part("birthYear", 1000, misreadYearMax);
  const months = part("birthMonth", 1, 12);
  const days = part("birthDay", 1, 31);
  const result = new Int32Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    const [year, month, day] = [years[record]!, months[record]!, days[record]!];
    const isYearKnown = year > 0 && year <= yearMax;
    // A month without a year, or one whose year is misread and whose day is missing, says nothing.
    result[record] = isYearKnown || (month > 0 && day > 0) ? year * 10000 + month * 100 + day : 0;
  }
  return result;
}

function partNumbers(column: Column, isPlaceholder: Uint8Array, low: number, high: number): Int32Array {
  const parsed = new Int32Array(column.values.count);
  for (let code = 0; code < parsed.length; code += 1) {
    if (isPlaceholder[code]) continue;
    const value = Number.parseInt(plainText(column.values.at(code)), 10);
    const year = low === 1000 && value >= 0 && value < 100 ? value + 1900 : value;
    if (year >= low && year <= high) parsed[code] = year;
  }
  const result = new Int32Array(column.codes.length);
  for (let record = 0; record < result.length; record += 1) {
    const code = column.codes[record]!;
    if (code >= 0) result[record] = parsed[code]!;
  }
  return result;
}
