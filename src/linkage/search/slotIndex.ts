// One slot of a search index: the rows that hold what a term may mean. Terms of worded fields mean words, of others whole
// values (fitTerm).
import { type Moves, widen } from "../live/widen.ts";
import type { SearchSlot } from "./searchSlots.ts";
import { SlotPostings } from "./slotPostings.ts";
import type { Fit, Fits } from "./valueMatch.ts";
import type { WordIndex } from "./wordIndex.ts";

/** Lists of more rows are read where they lie. */
const shortMax = 256;

export class SlotIndex {
  readonly slot: SearchSlot;
  readonly words: WordIndex | null;
  readonly #postings = new SlotPostings();
  readonly #moves: Moves = { count: 0 };
  /** Rows of short lists. */
  readonly #short = new Int32Array(16 * shortMax);
  /** Rows whose value holds the word, per word. */
  #rowsOfWord = new Uint32Array(64);

  /** @param words of the slot's field; null where terms mean whole values */
  constructor(slot: SearchSlot, words: WordIndex | null) {
    this.slot = slot;
    this.words = words;
  }

  /** Takes in all rows at once, where there is none yet. @param values by row; below 0 where missing, or no row */
  fill(values: Int32Array): void {
    this.#postings.fill(values);
    let valueCount = 0;
    for (const value of values) if (value >= valueCount) valueCount = value + 1;
    for (let value = 0; value < valueCount; value += 1) {
      const rows = this.#postings.size(value);
      if (rows > 0) this.#countWords(value, rows);
    }
  }

  #countWords(value: number, rows: number): void {
    this.words?.eachWord(value, (word) => {
      this.#rowsOfWord = widen(this.#rowsOfWord, word + 1, this.#moves);
      this.#rowsOfWord[word]! += rows;
    });
  }

  /** The row must not be in the index. Values below 0 are missing. */
  add(row: number, value: number): void {
    this.#postings.add(row, value);
    this.#countWords(value, 1);
  }

  remove(row: number, value: number): void {
    this.#postings.remove(row, value);
    this.words?.eachWord(value, (word) => {
      this.#rowsOfWord[word]! -= 1;
    });
  }

  /** Number of rows that hold the word, or the value. */
  size(code: number): number {
    return this.words === null ? this.#postings.size(code) : (this.#rowsOfWord[code] ?? 0);
  }

  /**
   * Gives the rows that hold the word, or the value, to `visit`: long lists as they lie in memory, short ones together. What
   * it is given is good until it returns.
   */
  eachPiece(code: number, visit: (rows: Int32Array, count: number) => void): void {
    const { words } = this;
    if (words === null) {
      visit(this.#postings.piece(code), this.#postings.size(code));
      return;
    }
    let waiting = 0;
    const count = words.valueCount(code);
    for (let i = 0; i < count; i += 1) {
      const value = words.value(code, i);
      const size = this.#postings.size(value);
      if (size > shortMax) {
        visit(this.#postings.piece(value), size);
        continue;
      }
      if (waiting + size > this.#short.length) {
        visit(this.#short, waiting);
        waiting = 0;
      }
      waiting = this.#postings.copy(value, this.#short, waiting);
    }
    if (waiting > 0) visit(this.#short, waiting);
  }

  /** The best fit of a row's value in the slot. */
  fitOf(value: number, fits: Fits): Fit | undefined {
    return this.words === null ? fits.get(value) : this.words.bestFit(value, fits);
  }
}
