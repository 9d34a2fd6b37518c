// A column of its own for generations (Jr, III): the same spellings as standardiseName takes off a name.
import { foldWords } from "./foldWords.ts";
import { generations } from "./nameWordLists.ts";

/** jr, sr, ii, iii, iv, viii for what says a generation; null for everything else (honours, titles, rubbish). */
export function standardiseNameSuffix(raw: string): string | null {
  const words = foldWords(raw).split(" ");
  for (const word of words) {
    const generation = generations.get(word);
    if (generation !== undefined) return generation;
  }
  return null;
}
