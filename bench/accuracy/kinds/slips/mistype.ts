// A slip of the fingers: a letter left out, doubled, swapped with its neighbour, or another one in its place.
import type { Random } from "../../../../src/generate/random/random.ts";

const letters = "etaoinshrdlucmfwypvbgkqjxz";

/** One slip in a text of at least three characters; shorter ones stay. The first letter is spared nine times in ten. */
export function mistype(text: string, random: Random): string {
  const characters = [...text];
  if (characters.length < 3) return text;
  const at = random.chance(0.1) ? 0 : random.between(1, characters.length - 1);
  const here = characters[at] as string;
  switch (random.below(4)) {
    case 0:
      characters.splice(at, 1);
      break;
    case 1:
      characters.splice(at, 0, here);
      break;
    case 2: {
      const before = Math.max(0, at - 1);
      characters[at] = characters[before] as string;
      characters[before] = here;
      break;
    }
    default:
      characters[at] = /\d/.test(here) ? String(random.below(10)) : random.pick([...letters]);
  }
  return characters.join("");
}
