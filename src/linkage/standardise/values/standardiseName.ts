// A name as comparable tokens: O'Brien, OBrien and O Brien, van der Berg and Vanderberg, MacDonald and Mac Donald end
// alike; Smith-Jones becomes two tokens, so that one half can agree.
import { foldText } from "./foldText.ts";
import { type NamePart, parseNameWords } from "./parseNameWords.ts";

export interface StandardName {
  /** Lower-case ASCII words; single letters are initials. Empty where nothing is left. */
  readonly tokens: readonly string[];
  /** jr, sr, ii, iii, iv, viii or null. */
  readonly suffix: string | null;
  /** Titles and honours that were dropped, as found. */
  readonly titles: readonly string[];
}

const plainName = /^[a-z]{5,}$/;
/** What is longer is no name; reading it whole would only cost time. */
const lengthMax = 500;

/**
 * Tokens of a name or a part of one. A first word that is a given name as well as a particle (Al, Ben, Le, Mac) begins
 * the next word only in a surname. Idempotent in its tokens.
 */
export function standardiseName(raw: string, part: NamePart = "full"): StandardName {
  const folded = foldText(raw.slice(0, lengthMax));
  let parsed = parseNameWords(folded, part);
  const suffix = parsed.suffix;
  const titles = parsed.titles;
  let tokens = splitHyphens(parsed.words);
  if (tokens.length === 1 && plainName.test(tokens[0] ?? "") && suffix === null) return { tokens, suffix, titles };
  let firstSuffix = suffix;
  const allTitles = [...titles];
  for (let joined = ""; tokens.join(" ") !== joined; ) {
    joined = tokens.join(" ");
    parsed = parseNameWords(joined, part);
    tokens = splitHyphens(parsed.words);
    firstSuffix ??= parsed.suffix;
    allTitles.push(...parsed.titles);
  }
  return { tokens, suffix: firstSuffix, titles: allTitles };
}

function splitHyphens(words: readonly string[]): string[] {
  return words.flatMap((word) => word.split("-")).filter((token) => token !== "");
}
