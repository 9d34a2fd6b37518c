// Counts records whose value looks wrong for the column's type. They are kept; the count tells how dirty a column is.
import { plainText } from "../../shared/plainText.ts";
import { parseDateText } from "./parseDateText.ts";
import { commonShapes, shapeOf } from "./scoreDocuments.ts";
import type { SemanticType } from "./semanticType.ts";
import type { ColumnSummary } from "./summariseColumn.ts";

type Test = (text: string) => boolean;

function wrongDate(summary: ColumnSummary, currentYear: number): Test {
  const pivot = currentYear % 100;
  const yearOf = (text: string): number | undefined => {
    // A year alone is a date of which the rest is not known.
    if (/^\d{4}$/.test(text)) return Number(text);
    const reading = parseDateText(text, pivot);
    return (reading?.dayFirst ?? reading?.monthFirst)?.year;
  };
  const years = summary.sample
    .map((value) => yearOf(value.text) ?? 0)
    .filter((year) => year > 0)
    .sort((left, right) => left - right);
  const early = years[Math.floor(years.length * 0.02)] ?? 0;
  return (text) => {
    const year = yearOf(text);
    return year === undefined || year > currentYear || year < early - 40;
  };
}

/** Where letters and digits stand anywhere, no shape is common and only the length tells. */
const shapedMin = 0.5;

function rareShape(summary: ColumnSummary): Test {
  const isShaped = commonShapes(summary, 3).share >= shapedMin;
  const formOf = isShaped ? shapeOf : (text: string): number => text.length;
  const weights = new Map<string | number, number>();
  for (const { text, count } of summary.sample) weights.set(formOf(text), (weights.get(formOf(text)) ?? 0) + count);
  return (text) => (weights.get(formOf(text)) ?? 0) < 0.005 * summary.sampleWeight;
}

function testFor(type: SemanticType, summary: ColumnSummary, currentYear: number): Test | null {
  switch (type) {
    case "givenName":
    case "middleName":
    case "fullName":
    case "town":
      return (text) => /[\d@#$%&*+=?!<>{}[\]|\\]/.test(text);
    case "surname":
      return (text) => /[\d@#$%&*+=?!<>{}[\]|\\]/.test(text) || text.trim().length === 1;
    case "birthDate":
      return wrongDate(summary, currentYear);
    case "birthYear":
      return (text) => !(Number(text) >= 1700 && Number(text) <= currentYear);
    case "birthMonth":
      return (text) => !(Number(text) >= 1 && Number(text) <= 12);
    case "birthDay":
      return (text) => !(Number(text) >= 1 && Number(text) <= 31);
    case "age":
      return (text) => !(Number(text) >= 0 && Number(text) <= 120);
    case "email":
      return (text) => !/^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(text.trim());
    case "phone":
      return (text) => text.replaceAll(/\D/g, "").length < 7 || /\p{L}{4}/u.test(text);
    case "postcode":
    case "document":
      return rareShape(summary);
    case "houseNumber":
      return (text) => !/\d/.test(text) || text.length > 12;
    default:
      return null;
  }
}

/** Number of records whose value looks wrong for `type`; placeholders are not counted. */
export function countSuspicious(type: SemanticType, summary: ColumnSummary, currentYear: number): number {
  const isWrong = testFor(type, summary, currentYear);
  if (isWrong === null) return 0;
  const ignored = new Set(summary.placeholderCodes);
  let total = 0;
  for (let code = 0; code < summary.counts.length; code += 1) {
    const count = summary.counts[code]!;
    if (count > 0 && !ignored.has(code) && isWrong(plainText(summary.column.values.at(code)).trim())) total += count;
  }
  return total;
}
