// A set of block keys for inner loops: open addressing over one typed array, no object a key.

export class KeySet {
  readonly #table: Uint32Array;
  readonly #mask: number;
  /** Key 0 cannot stand in the table, where it means that a place is free. */
  readonly #hasZero: boolean;

  /** `keys`: unsigned 32-bit integers that are hashes themselves, so that their low bits spread. */
  constructor(keys: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length * 2 + 1)));
    this.#table = new Uint32Array(size);
    this.#mask = size - 1;
    let hasZero = false;
    for (const key of keys) {
      if (key === 0) hasZero = true;
      else this.#table[this.#place(key)] = key;
    }
    this.#hasZero = hasZero;
  }

  has(key: number): boolean {
    return key === 0 ? this.#hasZero : this.#table[this.#place(key)] === key;
  }

  #place(key: number): number {
    let place = key & this.#mask;
    while (this.#table[place] !== 0 && this.#table[place] !== key) place = (place + 1) & this.#mask;
    return place;
  }
}
