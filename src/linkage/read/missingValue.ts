// What counts as no value at all. Said once for JavaScript and once as SQL text built from the same lists, so that rows
// from memory and rows from files agree.

/** Everything that String.prototype.trim removes. */
const whiteSpace =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

const missingTokens = new Set(["", "null", "nan", "none", "n/a", "#n/a", "\\n"]);

/** True for empty text, white space alone and the tokens that programs write for nothing (NULL, NaN, None, N/A, #N/A, \N). */
export function isMissing(value: string): boolean {
  if (value.length > 64) return value.trim() === "";
  const trimmed = value.trim();
  return trimmed.length <= 4 && missingTokens.has(trimmed.toLowerCase());
}

/** The same claim as SQL over a text expression. */
export function isMissingSql(expression: string): string {
  const codePoints = [...whiteSpace].map((character) => `chr(${character.codePointAt(0)})`).join(" || ");
  const tokens = [...missingTokens].map((token) => `'${token}'`).join(", ");
  return `lower(trim(${expression}, ${codePoints})) IN (${tokens})`;
}
