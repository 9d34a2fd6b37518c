// A copy of a list in random order (Fisher and Yates, as Durstenfeld 1964 has it).
import type { Random } from "../../../src/generate/random/random.ts";

export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const other = random.below(i + 1);
    [copy[i], copy[other]] = [copy[other] as Item, copy[i] as Item];
  }
  return copy;
}
