// Which rows have a key under one rule. Most keys have one row, which then stands in the table itself; others point to a
// block of rows in one shared array, in rooms of powers of two that are used again when they come free.
import { type Moves, widen } from "./widen.ts";

/** Two integers before the rows of a block: how many there are, and its size class (room for 2^class rows). */
const head = 2;
const classes = 28;

export class Postings {
  /** Row (> 0), or −(place of a block in the pool), or 0 where the place is free. */
  #rows: Int32Array;
  #keys: Uint32Array;
  #mask: number;
  #keyCount = 0;
  #pool: Int32Array = new Int32Array(256);
  #poolEnd = 1;
  /** First free block of each class, linked by the integer after the head; 0 where none. */
  readonly #free = new Int32Array(classes);
  readonly #moves: Moves = { count: 0 };

  constructor(expected = 16) {
    const size = roomFor(expected);
    this.#rows = new Int32Array(size);
    this.#keys = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** Number of rows with the key. */
  count(key: number): number {
    const found = this.#rows[this.#place(key)]!;
    return found >= 0 ? Math.min(found, 1) : this.#pool[-found]!;
  }

  /**
   * Copies the rows with the key to `into` from `at` on, in no particular order, and gives their number; nothing is
   * copied where they are more than `most`, or than there is room for.
   */
  copy(key: number, into: Int32Array, at: number, most: number): number {
    const found = this.#rows[this.#place(key)]!;
    if (found === 0) return 0;
    if (found > 0) {
      if (most >= 1 && at < into.length) into[at] = found;
      return 1;
    }
    const count = this.#pool[-found]!;
    if (count > most || at + count > into.length) return count;
    const from = head - found;
    for (let i = 0; i < count; i += 1) into[at + i] = this.#pool[from + i]!;
    return count;
  }

  /** Adds a row (> 0) that does not have the key yet; the number of rows with it then. */
  add(key: number, row: number): number {
    let place = this.#place(key);
    const found = this.#rows[place]!;
    if (found === 0) {
      if ((this.#keyCount + 1) * 4 > this.#rows.length * 3) {
        this.#grow(this.#rows.length * 2);
        place = this.#place(key);
      }
      this.#keys[place] = key;
      this.#rows[place] = row;
      this.#keyCount += 1;
      return 1;
    }
    if (found > 0) {
      const block = this.#takeBlock(1);
      this.#pool[block] = 2;
      this.#pool[block + head] = found;
      this.#pool[block + head + 1] = row;
      this.#rows[place] = -block;
      return 2;
    }
    let block = -found;
    const count = this.#pool[block]!;
    const sizeClass = this.#pool[block + 1]!;
    if (count === 1 << sizeClass) {
      const wider = this.#takeBlock(sizeClass + 1);
      this.#pool.copyWithin(wider + head, block + head, block + head + count);
      this.#giveBack(block, sizeClass);
      block = wider;
      this.#rows[place] = -block;
    }
    this.#pool[block + head + count] = row;
    this.#pool[block] = count + 1;
    return count + 1;
  }

  /** Removes a row that has the key; the number of rows left with it. */
  remove(key: number, row: number): number {
    const place = this.#place(key);
    const found = this.#rows[place]!;
    if (found >= 0) {
      if (found === row) this.#removeKey(place);
      return 0;
    }
    const block = -found;
    const from = block + head;
    const last = this.#pool[block]! - 1;
    let at = from;
    while (this.#pool[at] !== row && at < from + last) at += 1;
    this.#pool[at] = this.#pool[from + last]!;
    this.#pool[block] = last;
    if (last === 1) {
      this.#rows[place] = this.#pool[from]!;
      this.#giveBack(block, this.#pool[block + 1]!);
    }
    return last;
  }

  /** Arrays of exact lengths, from which `load` makes the same postings. */
  freeze(): { rows: Int32Array; keys: Uint32Array; pool: Int32Array; free: Int32Array; counts: Int32Array } {
    return {
      rows: this.#rows,
      keys: this.#keys,
      pool: this.#pool.subarray(0, this.#poolEnd),
      free: this.#free,
      counts: Int32Array.of(this.#keyCount, this.#poolEnd),
    };
  }

  load({ rows, keys, pool, free, counts }: ReturnType<Postings["freeze"]>): void {
    this.#rows = rows;
    this.#keys = keys;
    this.#mask = rows.length - 1;
    this.#pool = pool;
    this.#free.set(free);
    this.#keyCount = counts[0]!;
    this.#poolEnd = counts[1]!;
  }

  #place(key: number): number {
    let place = key & this.#mask;
    while (this.#rows[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & this.#mask;
    return place;
  }

  #grow(size: number): void {
    const rows = this.#rows;
    const keys = this.#keys;
    this.#rows = new Int32Array(size);
    this.#keys = new Uint32Array(size);
    this.#mask = size - 1;
    for (let i = 0; i < rows.length; i += 1) {
      if (rows[i] === 0) continue;
      const place = this.#place(keys[i]!);
      this.#rows[place] = rows[i]!;
      this.#keys[place] = keys[i]!;
    }
  }

  #removeKey(gap: number): void {
    this.#keyCount -= 1;
    for (let place = (gap + 1) & this.#mask; this.#rows[place] !== 0; place = (place + 1) & this.#mask) {
      const home = this.#keys[place]! & this.#mask;
      if (((place - home) & this.#mask) < ((place - gap) & this.#mask)) continue;
      this.#rows[gap] = this.#rows[place]!;
      this.#keys[gap] = this.#keys[place]!;
      gap = place;
    }
    this.#rows[gap] = 0;
  }

  #takeBlock(sizeClass: number): number {
    let block = this.#free[sizeClass]!;
    if (block > 0) {
      this.#free[sizeClass] = this.#pool[block + head]!;
    } else {
      block = this.#poolEnd;
      this.#poolEnd += head + (1 << sizeClass);
      this.#pool = widen(this.#pool, this.#poolEnd, this.#moves);
    }
    this.#pool[block + 1] = sizeClass;
    return block;
  }

  #giveBack(block: number, sizeClass: number): void {
    this.#pool[block] = 0;
    this.#pool[block + head] = this.#free[sizeClass]!;
    this.#free[sizeClass] = block;
  }
}

/** A power of two that `expected` keys fill to two thirds at most. */
const roomFor = (expected: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.5)));
