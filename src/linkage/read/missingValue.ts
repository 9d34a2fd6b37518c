// What counts as no value at all. Said once for JavaScript and once as SQL, from the same lists, so that rows from memory
// and rows from files agree; a test holds them together.

/** Everything that String.prototype.trim removes, as the inside of a character class. */
const whiteSpaceClass =
  "\\t\\n\\x0b\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";

const missingTokens = new Set(["", "null", "nan", "none", "n/a", "#n/a", "\\n"]);

/** True for empty text, white space alone and the tokens that programs write for nothing (NULL, NaN, None, N/A, #N/A, \N). */
export function isMissing(value: string): boolean {
  const trimmed = value.trim();
  return trimmed.length <= 4 && missingTokens.has(trimmed.toLowerCase());
}

/** The same claim as SQL over a text expression, as one regular expression, which is fast because it fails early. */
export function isMissingSql(expression: string): string {
  const tokens = [...missingTokens].filter((token) => token !== "").map((token) => token.replace("\\", "\\\\"));
  const pattern = `(?i:[${whiteSpaceClass}]*(?:${tokens.join("|")})?[${whiteSpaceClass}]*)`;
  return `regexp_full_match(${expression}, '${pattern}')`;
}
