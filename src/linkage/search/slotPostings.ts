// Which records hold a value in a slot: one doubly linked list a code through arrays indexed by record, so that records
// come, change and go without rebuilding, at eight bytes a record and slot.
import { type Moves, widen } from "../live/widen.ts";

const none = -1;

export class SlotPostings {
  readonly #moves: Moves = { count: 0 };
  /** Per code 1 + its first record; 0 where there is none. */
  #first = new Int32Array(64);
  /** Records with the code. */
  #sizes = new Int32Array(64);
  #next = new Int32Array(64);
  #before = new Int32Array(64);

  /** Number of records with the code. */
  size(code: number): number {
    return this.#sizes[code] ?? 0;
  }

  /** First record with the code, or −1. */
  first(code: number): number {
    return (this.#first[code] ?? 0) - 1;
  }

  /** The record after this one in its list, or −1. */
  next(record: number): number {
    return this.#next[record]!;
  }

  /** The record must not be in any list. Codes below 0 are missing values. */
  add(record: number, code: number): void {
    if (code < 0) return;
    this.#first = widen(this.#first, code + 1, this.#moves);
    this.#sizes = widen(this.#sizes, code + 1, this.#moves);
    this.#next = widen(this.#next, record + 1, this.#moves);
    this.#before = widen(this.#before, record + 1, this.#moves);
    const head = this.#first[code]! - 1;
    this.#next[record] = head;
    this.#before[record] = none;
    if (head >= 0) this.#before[head] = record;
    this.#first[code] = record + 1;
    this.#sizes[code]! += 1;
  }

  /** The record must be in the code's list. */
  remove(record: number, code: number): void {
    if (code < 0) return;
    const next = this.#next[record]!;
    const before = this.#before[record]!;
    if (before >= 0) this.#next[before] = next;
    else this.#first[code] = next + 1;
    if (next >= 0) this.#before[next] = before;
    this.#sizes[code]! -= 1;
  }
}
