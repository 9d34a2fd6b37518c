// Scores the pairs of blocks. Of large blocks the records are loaded side by side and ceilings drop most pairs before
// anything else is asked; blocks of more records than there are places go through in tiles. Small blocks, where most pairs
// met before, wait until many can be filtered at once.
import { type BoundedScorer, dropped } from "./boundedScorer.ts";
import { slotCount } from "./bounds/boundColumn.ts";

/** Which pairs are to be scored, by the places that their records were put in. */
export interface PairFilter {
  /** Puts records[from … to) in the places from `slot` on, of which there are `slotCount`. */
  load(slot: number, records: Int32Array, from: number, to: number): void;
  isWanted(i: number, j: number, key: number): boolean;
}

/** Takes a pair that scores at least the floor; it stood in places i and j of the filter. */
export type TakeLink = (left: number, right: number, logOdds: number, i: number, j: number) => void;

/** Records of several blocks one after another. */
export interface Block {
  readonly records: Int32Array;
  readonly from: number;
  readonly to: number;
  readonly key: number;
}

const tileSize = slotCount / 2;
const smallMax = 6;
/** Places that small blocks wait in: few enough for their rows to stay in the nearest cache. */
const waitingMax = 128;

export class BlockScorer {
  readonly #scorer: BoundedScorer;
  readonly #filter: PairFilter;
  readonly #take: TakeLink;
  readonly #kept = new Int32Array(slotCount);
  readonly #waiting = new Int32Array(waitingMax);
  /** Per waiting block the place after its last record, and its key. */
  readonly #ends = new Int32Array(waitingMax);
  readonly #keys = new Uint32Array(waitingMax);
  #blockCount = 0;

  constructor(scorer: BoundedScorer, filter: PairFilter, take: TakeLink) {
    this.#scorer = scorer;
    this.#filter = filter;
    this.#take = take;
  }

  /**
   * Scores pairs of a block, the earlier record as left. With `part`, only those whose left record lies in every
   * `count`th tile from the one at `index` on. Small blocks may wait until `finish`.
   */
  score(block: Block, part = { index: 0, count: 1 }): void {
    const { from, to } = block;
    if (to - from <= smallMax) {
      if (part.index === 0) this.#wait(block);
      return;
    }
    this.finish();
    const step = part.count * tileSize;
    for (let tile = from + part.index * tileSize; tile < to; tile += step) this.#scoreTile(block, tile);
  }

  /** Scores the small blocks that are waiting. */
  finish(): void {
    const waiting = this.#waiting;
    const end = this.#blockCount === 0 ? 0 : this.#ends[this.#blockCount - 1]!;
    this.#filter.load(0, waiting, 0, end);
    let i = 0;
    for (let block = 0; block < this.#blockCount; block += 1) {
      const to = this.#ends[block]!;
      const key = this.#keys[block]!;
      for (; i < to; i += 1) {
        for (let j = i + 1; j < to; j += 1) this.#scorePair(waiting[i]!, waiting[j]!, i, j, key);
      }
    }
    this.#blockCount = 0;
  }

  #wait({ records, from, to, key }: Block): void {
    let start = this.#blockCount === 0 ? 0 : this.#ends[this.#blockCount - 1]!;
    if (start + to - from > waitingMax) {
      this.finish();
      start = 0;
    }
    for (let i = from; i < to; i += 1) this.#waiting[start + i - from] = records[i]!;
    this.#ends[this.#blockCount] = start + to - from;
    this.#keys[this.#blockCount] = key;
    this.#blockCount += 1;
  }

  #scorePair(left: number, right: number, i: number, j: number, key: number): void {
    if (!this.#filter.isWanted(i, j, key)) return;
    const odds = this.#scorer.scorePossible(left, right);
    if (odds !== dropped) this.#take(left, right, odds, i, j);
  }

  /** Pairs whose first record lies in the tile that begins at `from`. */
  #scoreTile(block: Block, from: number): void {
    const { records, to } = block;
    const end = Math.min(to, from + tileSize);
    this.#load(0, records, from, end);
    for (let i = 0; i + 1 < end - from; i += 1) this.#scoreOne(block, from, i, i + 1, end - from, from);
    for (let other = end; other < to; other += tileSize) {
      const count = Math.min(to - other, tileSize);
      this.#load(tileSize, records, other, other + count);
      for (let i = 0; i < end - from; i += 1) {
        this.#scoreOne(block, from, i, tileSize, tileSize + count, other - tileSize);
      }
    }
  }

  #load(slot: number, records: Int32Array, from: number, to: number): void {
    this.#scorer.loadAll(slot, records, from, to);
    this.#filter.load(slot, records, from, to);
  }

  /** The record in place i with those in places slotFrom ≤ j < slotTo; the record in place j is records[origin + j]. */
  #scoreOne({ records, key }: Block, from: number, i: number, slotFrom: number, slotTo: number, origin: number): void {
    const count = this.#scorer.keepPossible(i, slotFrom, slotTo, this.#kept);
    const left = records[from + i]!;
    for (let k = 0; k < count; k += 1) {
      const j = this.#kept[k]!;
      this.#scorePair(left, records[origin + j]!, i, j, key);
    }
  }
}
