// Recognises document numbers: texts of constant shape with room for far more values than there are records, none of them common.
import { mask } from "../standardise/values/standardiseCode.ts";
import { type ColumnSummary, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

const uuid = /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i;
const decimal = /^[-+]?\d+[.,]\d+$/;
const socialSecurity = /^\d{3}[- ]\d{2}[- ]\d{4}$/;

/** "AB-123.456" → "AA999999": letters and digits alone, by class. */
export function shapeOf(text: string): string {
  let shape = "";
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 127) return shapeOfAny(text);
    if (code >= 48 && code <= 57) shape += "9";
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) shape += "A";
  }
  return shape;
}

/** The same for any script, slower. */
export function shapeOfAny(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .replaceAll(/\p{N}/gu, "9")
    .replaceAll(/\p{L}/gu, "A");
}

/** Share of values in the `most` commonest shapes, and the commonest shape. */
export function commonShapes(summary: ColumnSummary, most: number): { share: number; top: string } {
  const weights = new Map<string, number>();
  for (const value of summary.sample) {
    const shape = shapeOf(value.text);
    weights.set(shape, (weights.get(shape) ?? 0) + value.count);
  }
  const sorted = [...weights].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const sum = sorted.slice(0, most).reduce((total, [, weight]) => total + weight, 0);
  return { share: summary.sampleWeight === 0 ? 0 : sum / summary.sampleWeight, top: sorted[0]?.[0] ?? "" };
}

/** Whether no value is shared by far more records than others: true of numbers that belong to one person. */
export function isFlat(summary: ColumnSummary): boolean {
  let most = 0;
  for (const value of summary.sample) if (value.count > most) most = value.count;
  const average = summary.filledCount / Math.max(1, summary.distinctCount);
  const nextShare = most / Math.max(1, summary.filledCount);
  return average < 60 && (most <= Math.max(12, 12 * average) || nextShare < 0.005);
}

/** Share of values in three shapes from which they have a shape. */
const shapedMin = 0.55;
/** Capitals and digits mixed at random, as numbers of licences and cards are. */
const mixedKey = /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{8,20}$/;
const mixedMin = 0.8;

/** Texts of one length in which letters and digits stand anywhere; for columns without a common shape. */
function keyScore(summary: ColumnSummary): TypeScore | null {
  const lengths = new Map<number, number>();
  for (const { text, count } of summary.sample) {
    if (mixedKey.test(text)) lengths.set(text.length, (lengths.get(text.length) ?? 0) + count);
  }
  const share = Math.max(0, ...lengths.values()) / Math.max(1, summary.sampleWeight);
  if (share < mixedMin || !isFlat(summary)) return null;
  const reason = `${percent(share)} of values mix capitals and digits in one length, and hardly any is common`;
  const isUnique = summary.distinctCount === summary.filledCount && summary.filledCount >= 20;
  return isUnique
    ? { type: "notForMatching", fit: 0.7, reason: "technical keys, each used once" }
    : { type: "document", fit: 0.65 * share, reason };
}

/** Share of numbers of which all but the last digits are hidden, from which a column holds such. */
const maskedMin = 0.8;

/** Scores for document and notForMatching (unique technical keys). */
export function scoreDocuments(summary: ColumnSummary): TypeScore[] {
  const uuids = shareOf(summary, (value) => uuid.test(value.text));
  if (uuids > 0.8) {
    const isUnique = summary.distinctCount === summary.filledCount;
    return isUnique
      ? [{ type: "notForMatching", fit: 0.9, reason: "technical keys, each used once" }]
      : [{ type: "document", fit: 0.7, reason: "technical keys shared by several records" }];
  }
  const masked = shareOf(summary, (value) => mask.test(value.text));
  if (masked > maskedMin) {
    return [{ type: "code", fit: 0.7, reason: `${percent(masked)} of values are the last digits of a masked number` }];
  }
  const coded = shareOf(
    summary,
    (value) => /\d/.test(value.text) && !decimal.test(value.text) && /^[\p{L}\p{N}\s./-]{5,30}$/u.test(value.text),
  );
  const { share, top } = commonShapes(summary, 3);
  const keys = share < shapedMin ? keyScore(summary) : null;
  if (keys !== null) return [keys];
  const isLong = top.length >= 6 || (top.length === 5 && top.includes("A"));
  if (coded < 0.7 || share < shapedMin || !isLong || !top.includes("9") || !isFlat(summary)) return [];
  const digits = [...top].filter((mark) => mark === "9").length;
  if (digits < top.length * 0.3 && top.length < 20) return [];
  const social = shareOf(summary, (value) => socialSecurity.test(value.text));
  const isMixed = top.includes("A");
  const base = social > 0.6 ? 0.9 : isMixed ? 0.75 : top.length === 6 ? 0.5 : 0.65;
  const fewPenalty = summary.distinctCount < summary.filledCount * 0.3 && summary.distinctCount < 50 ? 0.6 : 1;
  const reason = `${percent(share)} of values share ${share > 0.9 ? "a shape" : "three shapes"} such as "${top.slice(0, 20)}", and hardly any is common`;
  return [{ type: "document", fit: base * Math.min(1, 0.3 + share * 0.75) * fewPenalty, reason }];
}
