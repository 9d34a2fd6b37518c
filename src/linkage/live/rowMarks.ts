// A set of rows that is emptied at once, for walks that come by the thousand.

export class RowMarks {
  #stamps = new Uint32Array(1024);
  #stamp = 0;

  /** Empties the set. */
  clear(): void {
    if (this.#stamp === 0xffffffff) {
      this.#stamps.fill(0);
      this.#stamp = 0;
    }
    this.#stamp += 1;
  }

  /** True where the row was not in the set. */
  add(row: number): boolean {
    if (row >= this.#stamps.length) {
      const wider = new Uint32Array(Math.ceil(row * 1.5));
      wider.set(this.#stamps);
      this.#stamps = wider;
    }
    if (this.#stamps[row] === this.#stamp) return false;
    this.#stamps[row] = this.#stamp;
    return true;
  }
}
