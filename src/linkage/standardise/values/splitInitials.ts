// Initials that are written together: MJ is M J, where a column holds initials; AL and JO are names.
import { lookUpName } from "../../profile/lexicon/nameLexicon.ts";

const together = /^[a-z]{2,3}$/;
const hasVowel = /[aeiouy]/;

/** The words of given names, each word of two letters that is no known name, or of three without a vowel, letter by letter. */
export const splitInitials = (tokens: readonly string[]): readonly string[] =>
  tokens.some(isOfInitials) ? tokens.flatMap((token) => (isOfInitials(token) ? [...token] : [token])) : tokens;

function isOfInitials(token: string): boolean {
  if (!together.test(token) || (token.length > 2 && hasVowel.test(token))) return false;
  const levels = lookUpName(token);
  return levels === undefined || Math.max(levels.female, levels.male) === 0;
}
