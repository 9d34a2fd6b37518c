// One slot of a search index: the rows that hold what a term may mean. Terms of worded fields mean words, of others whole
// values (fitTerm).
import { type Moves, widen } from "../live/widen.ts";
import type { SearchSlot } from "./searchSlots.ts";
import { SlotPostings } from "./slotPostings.ts";
import type { Fit, Fits } from "./valueMatch.ts";
import type { WordIndex } from "./wordIndex.ts";

export class SlotIndex {
  readonly slot: SearchSlot;
  readonly words: WordIndex | null;
  readonly #postings = new SlotPostings();
  readonly #moves: Moves = { count: 0 };
  /** Rows whose value holds the word, per word. */
  #rowsOfWord = new Uint32Array(64);

  /** @param words of the slot's field; null where terms mean whole values */
  constructor(slot: SearchSlot, words: WordIndex | null) {
    this.slot = slot;
    this.words = words;
  }

  /** The row must not be in the index. Values below 0 are missing. */
  add(row: number, value: number): void {
    this.#postings.add(row, value);
    this.words?.eachWord(value, (word) => {
      this.#rowsOfWord = widen(this.#rowsOfWord, word + 1, this.#moves);
      this.#rowsOfWord[word]! += 1;
    });
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

  /** Copies the rows that hold the word, or the value, to `into` from `at` on; gives the place behind them. */
  copy(code: number, into: Int32Array, at: number): number {
    const { words } = this;
    if (words === null) return this.#postings.copy(code, into, at);
    const count = words.valueCount(code);
    for (let i = 0; i < count; i += 1) at = this.#postings.copy(words.value(code, i), into, at);
    return at;
  }

  /** The best fit of a row's value in the slot. */
  fitOf(value: number, fits: Fits): Fit | undefined {
    return this.words === null ? fits.get(value) : this.words.bestFit(value, fits);
  }
}
