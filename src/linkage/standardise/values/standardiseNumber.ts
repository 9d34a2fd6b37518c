// An amount or measure as a number, however its thousands and decimals are parted.
import { foldText } from "./foldText.ts";

/**
 * "1,234.50", "1.234,50", "1 234,5 kg" and "£1234.5" are numbers near 1234.5; "1,234" is 1234 and "1.234" is 1.234.
 * null where there is no number. Idempotent over the number's own text.
 */
export function standardiseNumber(raw: string): number | null {
  const text = foldText(raw.slice(0, 100));
  if (/^[-+]?\d*\.?\d+(?:e[-+]?\d+)?$/.test(text)) return finite(text);
  const found = /[-+]?\d[\d.,' ]*/
    .exec(text)?.[0]
    ?.replace(/[' ]/g, "")
    .replace(/[.,]+$/, "");
  if (found === undefined) return null;
  const comma = found.lastIndexOf(",");
  const point = found.lastIndexOf(".");
  if (comma < 0) return finite(countOf(found, ".") > 1 ? found.replaceAll(".", "") : found);
  if (comma > point && (point >= 0 || !/^[-+]?\d{1,3}(?:,\d{3})+$/.test(found))) {
    return finite(
      found
        .replaceAll(".", "")
        .replace(/,(?=.*,)/g, "")
        .replace(",", "."),
    );
  }
  return finite(found.replaceAll(",", ""));
}

function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : null;
}
