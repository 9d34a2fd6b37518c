// A set of numbers from 0 that is emptied at once, for walks that come by the thousand.

export class NumberMarks {
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

  /** True where the number was not in the set. */
  add(number: number): boolean {
    if (number >= this.#stamps.length) {
      const wider = new Uint32Array(Math.ceil(number * 1.5) + 1);
      wider.set(this.#stamps);
      this.#stamps = wider;
    }
    if (this.#stamps[number] === this.#stamp) return false;
    this.#stamps[number] = this.#stamp;
    return true;
  }
}
