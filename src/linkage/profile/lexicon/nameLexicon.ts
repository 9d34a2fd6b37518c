// Looks a folded word up as given name, surname or town. Built once, at first use, from the generated data (about 20 ms).
import { nameLexiconData, regionNames } from "./nameLexiconData.ts";

/** How common a word is in each role: 0 not at all … 3 very common. */
export interface NameLevels {
  readonly female: number;
  readonly male: number;
  readonly surname: number;
  readonly town: number;
}

interface Lexicon {
  readonly names: ReadonlyMap<string, NameLevels>;
  readonly regions: ReadonlySet<string>;
}

let lexicon: Lexicon | null = null;

const lastCapital = 90;

/** Undoes the front coding: a capital letter tells how many letters to keep of the word before. */
function* decodeWords(coded: string): Generator<string> {
  let before = "";
  for (let from = 0; from < coded.length; ) {
    let to = from + 1;
    while (to < coded.length && coded.charCodeAt(to) > lastCapital) to += 1;
    before = before.slice(0, coded.charCodeAt(from) - 65) + coded.slice(from + 1, to);
    yield before.includes("_") ? before.replaceAll("_", " ") : before;
    from = to;
  }
}

function load(): Lexicon {
  if (lexicon !== null) return lexicon;
  const names = new Map<string, NameLevels>();
  for (const [levels, words] of nameLexiconData) {
    const [female = 0, male = 0, surname = 0, town = 0] = [...levels].map(Number);
    const entry: NameLevels = { female, male, surname, town };
    for (const word of decodeWords(words)) names.set(word, entry);
  }
  const regions = new Set(decodeWords(regionNames));
  lexicon = { names, regions };
  return lexicon;
}

/** Levels of a word (or of a town of several words) folded to a–z and single spaces; undefined where unknown. */
export function lookUpName(folded: string): NameLevels | undefined {
  return load().names.get(folded);
}

/** Whether a folded word is a given name rather than a surname; false where unknown. */
export function isGivenName(folded: string): boolean {
  const levels = lookUpName(folded);
  return levels !== undefined && Math.max(levels.female, levels.male) > levels.surname;
}

/** Whether a folded text is the name of a region, state, province or county. */
export function isRegionName(folded: string): boolean {
  return load().regions.has(folded);
}
