// Names of open syllables that stand in no list, with the sounds and endings of a language: for given names, surnames and
// places where makeSurnames would sound of another country.
import type { Random } from "../../../../src/generate/random/random.ts";

export interface NameSounds {
  readonly consonants: readonly string[];
  readonly vowels: readonly string[];
  /** Fewest and most syllables before the ending. */
  readonly syllables: readonly [number, number];
  readonly ends: readonly string[];
}

/** Distinct names; `sounds` must have room for so many. */
export function makeNames(count: number, sounds: NameSounds, random: Random): string[] {
  const made = new Set<string>();
  while (made.size < count) {
    let name = "";
    for (let syllables = random.between(...sounds.syllables); syllables > 0; syllables -= 1)
      name += random.pick(sounds.consonants) + random.pick(sounds.vowels);
    name += random.pick(sounds.ends);
    made.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...made];
}
