// Scores the pairs of blocks. The records of a block are loaded side by side, ceilings drop most pairs, pairs that met
// before are left out, and what remains is compared. Blocks of more records than there are places go through in tiles.
import { type BoundedScorer, dropped } from "./boundedScorer.ts";
import { slotCount } from "./bounds/boundColumn.ts";

/** A pair of the block: true where it is to be scored. */
export type AskPair = (left: number, right: number) => boolean;
/** Takes a pair that scores at least the floor. */
export type TakeLink = (left: number, right: number, logOdds: number) => void;

const tileSize = slotCount / 2;
/** In blocks up to this size most pairs are matches: what met before is left out before anything is loaded. */
const smallMax = 6;

export class BlockScorer {
  readonly #scorer: BoundedScorer;
  readonly #ask: AskPair;
  readonly #take: TakeLink;
  readonly #kept = new Int32Array(slotCount);

  constructor(scorer: BoundedScorer, ask: AskPair, take: TakeLink) {
    this.#scorer = scorer;
    this.#ask = ask;
    this.#take = take;
  }

  /**
   * Scores pairs among records[from … to), the earlier one as left. With `part`, only those whose left record lies in
   * every `count`th tile from the one at `index` on.
   */
  score(records: Int32Array, from: number, to: number, part = { index: 0, count: 1 }): void {
    if (to - from <= smallMax) {
      if (part.index === 0) this.#scoreSmall(records, from, to);
      return;
    }
    const step = part.count * tileSize;
    for (let tile = from + part.index * tileSize; tile < to; tile += step) this.#scoreTile(records, tile, to);
  }

  #scoreSmall(records: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i += 1) {
      const left = records[i]!;
      for (let j = i + 1; j < to; j += 1) this.#scorePair(left, records[j]!);
    }
  }

  #scorePair(left: number, right: number): void {
    if (!this.#ask(left, right)) return;
    const odds = this.#scorer.scorePossible(left, right);
    if (odds !== dropped) this.#take(left, right, odds);
  }

  /** Pairs whose first record lies in the tile that begins at `from`. */
  #scoreTile(records: Int32Array, from: number, to: number): void {
    const end = Math.min(to, from + tileSize);
    this.#scorer.loadAll(0, records, from, end);
    for (let i = 0; i + 1 < end - from; i += 1) this.#scoreOne(records, from, i, i + 1, end - from, from);
    for (let other = end; other < to; other += tileSize) {
      const count = Math.min(to - other, tileSize);
      this.#scorer.loadAll(tileSize, records, other, other + count);
      for (let i = 0; i < end - from; i += 1) {
        this.#scoreOne(records, from, i, tileSize, tileSize + count, other - tileSize);
      }
    }
  }

  /** The record in place i with those in places slotFrom ≤ j < slotTo; the record in place j is records[origin + j]. */
  #scoreOne(records: Int32Array, from: number, i: number, slotFrom: number, slotTo: number, origin: number): void {
    const count = this.#scorer.keepPossible(i, slotFrom, slotTo, this.#kept);
    const left = records[from + i]!;
    for (let k = 0; k < count; k += 1) this.#scorePair(left, records[origin + this.#kept[k]!]!);
  }
}
