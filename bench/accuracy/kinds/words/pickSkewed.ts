// Common and rare values: the first of a list comes far more often than the last.
import type { Random } from "../../../../src/generate/random/random.ts";

/** `skew` 1 is even; at 2.5 the first hundredth of the list has a sixth of the draws. */
export function pickSkewed<Item>(items: readonly Item[], random: Random, skew = 2): Item {
  return items[Math.floor(items.length * random.next() ** skew)] as Item;
}
