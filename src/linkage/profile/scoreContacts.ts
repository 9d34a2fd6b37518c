// Recognises e-mail addresses, phone numbers and web addresses by pattern.
import { isYearRange } from "./isYearRange.ts";
import { parseDateText } from "./parseDateText.ts";
import { type ColumnSummary, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

const email = /^[^\s@]+@[^\s@]+$/;
const url = /^(?:https?:\/\/|www\.)\S+$/i;
const phoneText = /^(?:(?:tel|phone|mob|t|p)[.:]?\s*)?[+(]?[\d\s().\-/+]{6,22}(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?$/i;
const socialSecurity = /^\d{3}[- ]\d{2}[- ]\d{4}$/;
const plainNorthAmerican = /^1?[2-9]\d{2}[2-9]\d{6}$/;
/** Plain numbers of mobile telephones in India, China and Brazil, whose first digits no other numbers have throughout. */
const mobiles = [/^(?:0|91)?[6-9]\d{9}$/, /^(?:86)?1[3-9]\d{9}$/, /^(?:0|55)?[1-9]\d9\d{8}$/];
/** Shapes of Portuguese, Brazilian, US, Iranian and (with a first digit that no local number has) Japanese postcodes. */
const postcodeShape = /^(?:\d{4}-\d{3}|\d{5}-\d{3,5}|[01]\d{2}-\d{4})$/;
const grouped = /^\(?\d{2,5}\)?[\s.\-/]+\d{2,}(?:[\s.\-/]+\d+)*(?:\s?(?:x|ext\.?)\s?\d+)?$/i;

/** A text that can be a phone number, of 7–15 digits, and is neither a date nor shaped like a social security number. */
function isPhoneLike(text: string): boolean {
  if (!phoneText.test(text) || isYearRange(text) || socialSecurity.test(text) || /^\d+\.(?:\d{1,2}|\d{5,})$/.test(text))
    return false;
  const digitCount = text.replaceAll(/\D/g, "").length;
  return digitCount >= 7 && digitCount <= 17 && parseDateText(text, 99) === null;
}

/** A text that looks like a phone number more than like any other number. */
function isTellingPhone(text: string): boolean {
  if (postcodeShape.test(text)) return false;
  if (/^(?:\+|00[1-9])/.test(text) || text.includes("(") || /\d\s?(?:x|ext)/i.test(text)) return true;
  if (/^0[1-9]\d{7,9}$/.test(text)) return true;
  return grouped.test(text);
}

/** Records of one number, in a column of so many, that no telephone has: it is of an office, if it is one. */
const sharersMin = 30;
const sharedMin = 1000;
const likeOffice = 0.2;

function phoneScore(summary: ColumnSummary): TypeScore | null {
  const like = shareOf(summary, (value) => isPhoneLike(value.text));
  if (like < 0.5) return null;
  const telling = shareOf(summary, (value) => isPhoneLike(value.text) && isTellingPhone(value.text));
  const japanese = shareOf(summary, (value) => /^[01]\d{2}-\d{4}$/.test(value.text));
  if (japanese > 0.08) return null;
  const northAmerican = shareOf(summary, (value) => plainNorthAmerican.test(value.text));
  const iberian = shareOf(summary, (value) => /^[5-9]\d{8}$/.test(value.text) && /^[679]/.test(value.text));
  const mobile = Math.max(
    ...mobiles.map((pattern) => shareOf(summary, ({ text }) => pattern.test(text.replaceAll(/[+\s().-]/g, "")))),
  );
  let strength = telling;
  if (summary.distinctCount >= 20 && northAmerican > 0.9) strength = Math.max(strength, 0.85);
  if (summary.distinctCount >= 20 && iberian > 0.95) strength = Math.max(strength, 0.72);
  if (summary.distinctCount >= 20 && mobile > 0.95) strength = Math.max(strength, 0.72);
  const isOfMany = summary.filledCount >= sharersMin * summary.distinctCount && summary.filledCount >= sharedMin;
  if (summary.distinctCount < 5 && summary.filledCount > 50) strength *= 0.3;
  const fit = isOfMany ? likeOffice * like : like * (0.2 + 0.75 * strength);
  return { type: "phone", fit, reason: `${percent(like)} of values look like phone numbers` };
}

/** Scores for email, phone, and notForMatching (web addresses). */
export function scoreContacts(summary: ColumnSummary): TypeScore[] {
  const scores: TypeScore[] = [];
  const emails = shareOf(summary, (value) => email.test(value.text));
  if (emails >= 0.4)
    scores.push({ type: "email", fit: emails, reason: `${percent(emails)} of values are e-mail addresses` });
  const urls = shareOf(summary, (value) => url.test(value.text));
  if (urls >= 0.6)
    scores.push({ type: "notForMatching", fit: urls, reason: `${percent(urls)} of values are web addresses` });
  const phone = phoneScore(summary);
  if (phone !== null) scores.push(phone);
  return scores;
}
