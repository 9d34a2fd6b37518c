// An address as words and numbers: street types and directions written out, words that only announce a number dropped.
// Numbers stand apart, since two addresses that share no number are seldom the same door.
import { addressSpellings, streetTypes, unitWords } from "./addressWordLists.ts";
import { foldText } from "./foldText.ts";
import { foldWords } from "./foldWords.ts";

export interface StandardAddress {
  /** Lower-case ASCII words without digits, ordinals ("5th") among them; in order, repeats kept. */
  readonly tokens: readonly string[];
  /** Tokens with a digit ("12", "12a"), without leading zeros; in order. */
  readonly numbers: readonly string[];
}

/**
 * Between parts of an address in Chinese and Japanese writing, which has no spaces: behind province, city, road …, and on both
 * sides of numbers.
 */
const betweenParts =
  /(?<=[省市区區县縣郡镇鎮乡鄉村路街道巷弄都府町])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\p{Nd})|(?<=\p{Nd})(?=\p{Script=Han})/gu;

/** Endings of Dutch and German names of streets, as they are shortened. */
const endings: ReadonlyMap<string, string> = new Map([
  ["ln", "laan"],
  ["wg", "weg"],
  ["pln", "plein"],
]);

const ordinal = /^\d+(?:st|nd|rd|th)$/;

/** Tokens and numbers of an address line or a whole address; both empty where nothing is left. Idempotent. */
export function standardiseAddress(raw: string): StandardAddress {
  const text = foldText(raw.replaceAll(betweenParts, " "));
  const tokens: string[] = [];
  const numbers: string[] = [];
  for (const segment of text.split(/[,;\n]/)) {
    const words = foldWords(segment)
      .split(" ")
      .filter((word) => word !== "");
    joinHouseLetter(words);
    words.forEach((word, i) => {
      if (/\d/.test(word) && !ordinal.test(word)) numbers.push(word.replace(/^0+(?=\d)/, ""));
      else tokens.push(...wordTokens(word, words, i));
    });
  }
  return { tokens: withPostBox(tokens), numbers };
}

/** What belongs to a house number behind it: 89 b is 89b, 135 bis is 135bis. */
const houseLetter = /^(?:[a-z]|bis|ter|quater)$/;

/** Joins a letter at the end to the number before it; elsewhere it may be a direction ("12 e main street"). */
function joinHouseLetter(words: string[]): void {
  const [number = "", letter = ""] = words.slice(-2);
  if (/^\d+$/.test(number) && houseLetter.test(letter)) words.splice(-2, 2, number + letter);
}

function withPostBox(tokens: string[]): string[] {
  if (!tokens.includes("box") && !tokens.includes("postfach")) return tokens;
  return tokens
    .join(" ")
    .replace(/\b(?:p o|po|post office) box\b|\bpostfach\b/g, "pobox")
    .split(" ");
}

function wordTokens(word: string, words: readonly string[], index: number): string[] {
  if (unitWords.has(word)) return [];
  if (word === "st") return [isSaint(words, index) ? "saint" : "street"];
  const [, ofStreet] = /^([a-z]{3,}?)(?:strasse|str|straat)+$/.exec(word) ?? [];
  if (ofStreet !== undefined) return [...wordTokens(ofStreet, words, index), "strasse"];
  const [, stem, ending = ""] = /^([a-z]{3,}?)(pln|ln|wg)$/.exec(word) ?? [];
  if (stem !== undefined) return [stem + (endings.get(ending) ?? "")];
  return [addressSpellings.get(word) ?? word];
}

/** "st" is a saint where no word stands before it, or a street type follows: "12 st johns road", "old st johns rd". */
function isSaint(words: readonly string[], index: number): boolean {
  const after = words.slice(index + 1).filter((word) => /^[a-z]/.test(word) && !unitWords.has(word));
  if (after.length === 0) return false;
  const before = words.slice(0, index).filter((word) => /^[a-z]{2}/.test(word) && !unitWords.has(word));
  if (before.length === 0) return !ordinal.test(words[index - 1] ?? "");
  return after.some((word) => streetTypes.has(addressSpellings.get(word) ?? word) || word === "st");
}
