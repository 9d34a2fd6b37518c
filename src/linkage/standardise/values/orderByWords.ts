// The order of one whole name in a source that has none: words that are known as given names or surnames tell it, and initials.
import { isSurnameFirst, type NameOrder, type NameWords } from "../../profile/columnProfile.ts";
import { foldText } from "./foldText.ts";
import { addressesAfter, generations, honours, sureTitles, titles } from "./nameWordLists.ts";

/** By the lists of a plan: a single record should not have them indexed again. */
const indexes = new WeakMap<NameWords, ReadonlyMap<string, number>>();

function indexOf(words: NameWords): ReadonlyMap<string, number> {
  const known = indexes.get(words);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (const word of words.surname) made.set(word, -1);
  for (const word of words.given) made.set(word, 1);
  indexes.set(words, made);
  return made;
}

const turned = {
  givenFirst: "surnameFirst",
  surnameFirst: "givenFirst",
  twoSurnames: "twoSurnamesFirst",
  twoSurnamesFirst: "twoSurnames",
} as const satisfies Record<NameOrder, NameOrder>;

/** The order of `raw`: `usual` where its words do not tell, or a comma does. */
export function orderByWords(raw: string, usual: NameOrder, nameWords: NameWords): NameOrder {
  if (raw.includes(",")) return usual;
  const words = foldText(raw.slice(0, 500))
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !isNoName(word));
  const [first, last] = [words[0] ?? "", words.at(-1) ?? ""];
  if (words.length < 2) return usual;
  const lean = leanOf(first, nameWords) - leanOf(last, nameWords);
  if (lean === 0) return usual;
  return lean > 0 === isSurnameFirst(usual) ? turned[usual] : usual;
}

/** An initial is a given name's. */
const leanOf = (word: string, nameWords: NameWords): number =>
  word.length === 1 ? 1 : (indexOf(nameWords).get(word) ?? 0);

const isNoName = (word: string): boolean =>
  titles.has(word) || sureTitles.has(word) || honours.has(word) || generations.has(word) || addressesAfter.has(word);
