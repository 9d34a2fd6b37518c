// Links of rows once found, in a few typed arrays: some sixteen bytes a link and row, so that all links of millions of
// records can stay. A row's links are known as a whole or not at all.
import { type Moves, widen } from "./widen.ts";

export interface FoundLinks {
  readonly rows: number[];
  /** Natural log odds. */
  readonly odds: number[];
}

export class LinkMemory {
  /** Per row the number of its links + 1; 0 where they are not known. */
  #counts = new Int32Array(64);
  /** Per row where its links stand, and how many have room there. */
  #starts = new Uint32Array(64);
  #rooms = new Uint32Array(64);
  #rows = new Int32Array(64);
  #odds = new Float64Array(64);
  #end = 0;
  /** Places of rooms that were given up. */
  #unused = 0;
  #isUsed = false;
  readonly #moves: Moves = { count: 0 };

  /** True where nothing was ever remembered, so that nothing has to be kept right. */
  get isEmpty(): boolean {
    return !this.#isUsed;
  }

  isKnown(row: number): boolean {
    return row < this.#counts.length && this.#counts[row] !== 0;
  }

  /** A copy of a known row's links. */
  read(row: number): FoundLinks {
    const found: FoundLinks = { rows: [], odds: [] };
    const from = this.#starts[row]!;
    const end = from + this.#counts[row]! - 1;
    for (let i = from; i < end; i += 1) {
      found.rows.push(this.#rows[i]!);
      found.odds.push(this.#odds[i]!);
    }
    return found;
  }

  /** Place of a known row's first link. */
  startOf(row: number): number {
    return this.#starts[row]!;
  }

  /** Place after a known row's last link. */
  endOf(row: number): number {
    return this.#starts[row]! + this.#counts[row]! - 1;
  }

  /** The row that the link at a place leads to. */
  rowAt(place: number): number {
    return this.#rows[place]!;
  }

  oddsAt(place: number): number {
    return this.#odds[place]!;
  }

  set(row: number, { rows, odds }: FoundLinks): void {
    this.#isUsed = true;
    this.#reserve(row, rows.length);
    const from = this.#starts[row]!;
    for (let i = 0; i < rows.length; i += 1) {
      this.#rows[from + i] = rows[i]!;
      this.#odds[from + i] = odds[i]!;
    }
    this.#counts[row] = rows.length + 1;
  }

  /** Adds a link to a row, if its links are known and this is not among them. */
  add(row: number, other: number, odds: number): void {
    if (!this.isKnown(row) || this.#find(row, other) >= 0) return;
    const count = this.#counts[row]! - 1;
    if (count === this.#rooms[row]) {
      const found = this.read(row);
      found.rows.push(other);
      found.odds.push(odds);
      this.set(row, found);
      return;
    }
    this.#rows[this.#starts[row]! + count] = other;
    this.#odds[this.#starts[row]! + count] = odds;
    this.#counts[row] = count + 2;
  }

  /** Removes a link of a row, if its links are known. */
  remove(row: number, other: number): void {
    const at = this.isKnown(row) ? this.#find(row, other) : -1;
    if (at < 0) return;
    const last = this.#starts[row]! + this.#counts[row]! - 2;
    this.#rows[at] = this.#rows[last]!;
    this.#odds[at] = this.#odds[last]!;
    this.#counts[row]! -= 1;
  }

  forget(row: number): void {
    if (row < this.#counts.length) this.#counts[row] = 0;
  }

  freeze() {
    const size = this.#counts.length;
    return {
      counts: this.#counts,
      starts: this.#starts.subarray(0, size),
      rooms: this.#rooms.subarray(0, size),
      rows: this.#rows.subarray(0, this.#end),
      odds: this.#odds.subarray(0, this.#end),
      unused: Float64Array.of(this.#unused),
    };
  }

  load({ counts, starts, rooms, rows, odds, unused }: ReturnType<LinkMemory["freeze"]>): void {
    this.#counts = counts;
    this.#starts = starts;
    this.#rooms = rooms;
    this.#rows = rows;
    this.#odds = odds;
    this.#end = rows.length;
    this.#unused = unused[0] ?? 0;
    this.#isUsed = true;
  }

  #find(row: number, other: number): number {
    const from = this.#starts[row]!;
    const end = from + this.#counts[row]! - 1;
    for (let i = from; i < end; i += 1) if (this.#rows[i] === other) return i;
    return -1;
  }

  /** Makes room for `count` links of a row, whose present ones are lost. */
  #reserve(row: number, count: number): void {
    this.#counts = widen(this.#counts, row + 1, this.#moves);
    this.#starts = widen(this.#starts, row + 1, this.#moves);
    this.#rooms = widen(this.#rooms, row + 1, this.#moves);
    if (this.#rooms[row]! >= count) return;
    this.#counts[row] = 0;
    this.#unused += this.#rooms[row]!;
    this.#rooms[row] = 0;
    const room = count + (count >> 2) + 1;
    if (this.#end + room > this.#rows.length && this.#unused * 3 > this.#end) this.#compact();
    this.#rows = widen(this.#rows, this.#end + room, this.#moves);
    this.#odds = widen(this.#odds, this.#end + room, this.#moves);
    this.#starts[row] = this.#end;
    this.#rooms[row] = room;
    this.#end += room;
  }

  /** Moves the links of all known rows together. */
  #compact(): void {
    const rows = new Int32Array(this.#end);
    const odds = new Float64Array(this.#end);
    let end = 0;
    for (let row = 0; row < this.#counts.length; row += 1) {
      const room = this.#counts[row] === 0 ? 0 : this.#rooms[row]!;
      const from = this.#starts[row]!;
      rows.set(this.#rows.subarray(from, from + room), end);
      odds.set(this.#odds.subarray(from, from + room), end);
      this.#starts[row] = end;
      this.#rooms[row] = room;
      end += room;
    }
    this.#rows = rows;
    this.#odds = odds;
    this.#end = end;
    this.#unused = 0;
  }
}
