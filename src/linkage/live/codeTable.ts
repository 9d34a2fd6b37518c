// An open-addressing table from hashes to codes, without an object an entry. Who owns it knows what a code stands for.

/** Places are probed one after another; entries leave no gap when removed (backward shift). */
export class CodeTable {
  /** Code + 1 of each place; 0 where free. */
  #places: Int32Array;
  #mask: number;
  #count = 0;
  readonly #hashOf: (code: number) => number;

  /** `hashOf`: hash of a code in the table, whose low bits spread. */
  constructor(hashOf: (code: number) => number, expected = 16) {
    this.#hashOf = hashOf;
    this.#places = new Int32Array(roomFor(expected));
    this.#mask = this.#places.length - 1;
  }

  /** The first code with that hash for which `isWanted` holds, or −1. */
  find(hash: number, isWanted: (code: number) => boolean): number {
    for (let place = hash & this.#mask; ; place = (place + 1) & this.#mask) {
      const code = this.#places[place]! - 1;
      if (code < 0 || isWanted(code)) return code;
    }
  }

  /** `code` must not be in the table. */
  add(hash: number, code: number): void {
    if ((this.#count + 1) * 10 > this.#places.length * 7) this.reserve(this.#count * 2);
    this.#insert(hash, code);
    this.#count += 1;
  }

  remove(hash: number, code: number): void {
    let gap = hash & this.#mask;
    while (this.#places[gap] !== code + 1) {
      if (this.#places[gap] === 0) return;
      gap = (gap + 1) & this.#mask;
    }
    this.#count -= 1;
    for (let place = (gap + 1) & this.#mask; this.#places[place] !== 0; place = (place + 1) & this.#mask) {
      const home = this.#hashOf(this.#places[place]! - 1) & this.#mask;
      if (((place - home) & this.#mask) < ((place - gap) & this.#mask)) continue;
      this.#places[gap] = this.#places[place]!;
      gap = place;
    }
    this.#places[gap] = 0;
  }

  /** Makes room for `expected` codes. */
  reserve(expected: number): void {
    const room = roomFor(expected);
    if (room <= this.#places.length) return;
    const old = this.#places;
    this.#places = new Int32Array(room);
    this.#mask = room - 1;
    for (const entry of old) if (entry !== 0) this.#insert(this.#hashOf(entry - 1), entry - 1);
  }

  #insert(hash: number, code: number): void {
    let place = hash & this.#mask;
    while (this.#places[place] !== 0) place = (place + 1) & this.#mask;
    this.#places[place] = code + 1;
  }
}

/** A power of two that `expected` codes fill to six tenths at most. */
const roomFor = (expected: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, expected / 0.6)));
