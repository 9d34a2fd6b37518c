// Draws from a weighted list in constant time, whatever its length: Walker's alias method as built by Vose
// ("A linear algorithm for generating random numbers with a given distribution", IEEE TSE 17(9), 1991).
import { assert } from "../../shared/assert.ts";
import type { Random } from "./random.ts";

export class WeightedChoice<Item> {
  readonly items: readonly Item[];
  readonly #keep: Float64Array;
  readonly #alias: Int32Array;

  /** `weights` are ≥ 0, as many as items, and not all 0; they need not sum to 1. */
  constructor(items: readonly Item[], weights: ArrayLike<number>) {
    assert(items.length > 0 && items.length === weights.length, "a weighted choice needs one weight an item");
    const count = items.length;
    this.items = items;
    this.#keep = new Float64Array(count).fill(1);
    this.#alias = new Int32Array(count);
    let total = 0;
    for (let i = 0; i < count; i += 1) total += weights[i]!;
    assert(total > 0, "a weighted choice needs a positive weight");
    const scaled = Float64Array.from(weights, (weight) => (weight * count) / total);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < count; i += 1) (scaled[i]! < 1 ? small : large).push(i);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop()!;
      const more = large[large.length - 1]!;
      this.#keep[less] = scaled[less]!;
      this.#alias[less] = more;
      scaled[more] = scaled[more]! + scaled[less]! - 1;
      if (scaled[more]! < 1) small.push(large.pop()!);
    }
  }

  draw(random: Random): Item {
    const column = random.below(this.items.length);
    return this.items[random.next() < this.#keep[column]! ? column : this.#alias[column]!]!;
  }
}
