// Which rows hold a value in a slot, kept as rows come, change and go: the rows of a value lie side by side, and each row
// knows its place among them, so that it is taken out without a search.
import { type Moves, widen } from "../live/widen.ts";
import { CodeLists } from "./codeLists.ts";

export class SlotPostings {
  readonly #rows = new CodeLists();
  readonly #moves: Moves = { count: 0 };
  /** Per row its index in the list of its value. */
  #indexOf: Uint32Array = new Uint32Array(64);

  /** Number of rows with the value. */
  size(value: number): number {
    return this.#rows.size(value);
  }

  /** Copies the rows with a value to `into` from `at` on, in no particular order; gives the place behind them. */
  copy(value: number, into: Int32Array, at: number): number {
    return this.#rows.copy(value, into, at);
  }

  /** The same rows as one piece of memory, good until rows come or go. */
  piece(value: number): Int32Array {
    return this.#rows.piece(value);
  }

  /** Takes in all rows at once, where there is none yet. @param values by row; below 0 where missing, or no row */
  fill(values: Int32Array): void {
    this.#indexOf = this.#rows.fill(values);
  }

  /** The row must not be in any list. Values below 0 are missing. */
  add(row: number, value: number): void {
    if (value < 0) return;
    this.#indexOf = widen(this.#indexOf, row + 1, this.#moves);
    this.#indexOf[row] = this.#rows.add(value, row);
  }

  /** The row must be in the value's list. */
  remove(row: number, value: number): void {
    if (value < 0) return;
    const index = this.#indexOf[row]!;
    const moved = this.#rows.removeAt(value, index);
    if (moved >= 0) this.#indexOf[moved] = index;
  }
}
