// Recognises whole dates. Whether a date column is a birth date or an event's is decided later, over all columns.
import { parseDateText } from "./parseDateText.ts";
import { type ColumnSummary, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

const dateShaped = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?$/;

/** Score for birthDate (any whole date). `pivot`: last two digits of the current year. */
export function scoreDates(summary: ColumnSummary, pivot: number): TypeScore[] {
  const real = shareOf(summary, (value) => parseDateText(value.text, pivot) !== null);
  if (real < 0.4) return [];
  const shaped = shareOf(summary, (value) => dateShaped.test(value.text) || parseDateText(value.text, pivot) !== null);
  const fit = Math.min(1, 0.7 * real + 0.3 * shaped);
  return [{ type: "birthDate", fit: fit < 0.6 ? fit * 0.7 : fit, reason: `${percent(real)} of values are dates` }];
}
