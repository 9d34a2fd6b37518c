// Recognises sex, name suffixes, organisations, free text, and codes of few values; and columns that say nothing.
import { organisationWords, sexWords, suffixWords } from "./lexicon/personWords.ts";
import { type ColumnSummary, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

function sexScore(summary: ColumnSummary): TypeScore | null {
  const share = shareOf(summary, (value) => sexWords.has(value.folded));
  if (share < 0.9 || summary.distinctCount > 40) return null;
  const seen = new Set(summary.sample.map((value) => sexWords.get(value.folded)));
  const isPair = seen.has("f") && seen.has("m");
  const either = shareOf(summary, (value) => sexWords.get(value.folded) === "f" || sexWords.get(value.folded) === "m");
  if (either < 0.5) return null;
  return { type: "sex", fit: isPair ? share : 0.55 * share, reason: `${percent(share)} of values are words for a sex` };
}

/** Number of equally common values that would collide as often: 1 / Σ p². */
export function effectiveValues(summary: ColumnSummary): number {
  let squares = 0;
  for (const value of summary.sample) squares += (value.count / summary.sampleWeight) ** 2;
  return squares === 0 ? 0 : 1 / squares;
}

function codeScore(summary: ColumnSummary): TypeScore {
  const { distinctCount, filledCount } = summary;
  const effective = effectiveValues(summary);
  const repeats = filledCount / Math.max(1, distinctCount);
  let fit = 0.12;
  if (distinctCount <= 30 && repeats >= 3) fit = 0.55;
  else if (effective < 40 && repeats >= 3) fit = 0.45;
  else if (effective < 80 && repeats >= 4) fit = 0.35;
  else if (repeats >= 2) fit = 0.22;
  return { type: "code", fit, reason: `${distinctCount} different values` };
}

/** Scores for sex, nameSuffix, organisation, freeText, code. */
export function scoreCategories(summary: ColumnSummary): TypeScore[] {
  const scores: TypeScore[] = [codeScore(summary)];
  const sex = sexScore(summary);
  if (sex !== null) scores.push(sex);
  const suffixes = shareOf(summary, (value) => suffixWords.has(value.folded));
  if (suffixes > 0.7 && summary.distinctCount <= 40)
    scores.push({
      type: "nameSuffix",
      fit: 0.95 * suffixes,
      reason: `${percent(suffixes)} of values are suffixes such as Jr or III`,
    });
  const organisations = shareOf(
    summary,
    (value) =>
      value.words.length >= 2 && /^\p{L}/u.test(value.text) && value.words.some((word) => organisationWords.has(word)),
  );
  if (organisations > 0.1)
    scores.push({
      type: "organisation",
      fit: Math.min(0.95, 0.35 + organisations),
      reason: `${percent(organisations)} of values hold a word such as Ltd or Bank`,
    });
  const long = shareOf(summary, (value) => value.words.length >= 8 || value.text.length > 80);
  const wordy = shareOf(summary, (value) => value.words.length >= 5);
  const numbered = shareOf(summary, (value) => /^\d+[a-z]?[ ,]/i.test(value.text) || /,.*\d/.test(value.text));
  if (long > 0.3 || wordy > 0.5)
    scores.push({
      type: "freeText",
      fit: Math.min(0.9, 0.35 + 0.55 * Math.max(long, 0.6 * wordy)) * (1 - 0.5 * numbered),
      reason: "long texts",
    });
  return scores;
}
