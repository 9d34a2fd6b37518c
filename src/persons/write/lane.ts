// Operations that wait, first come first served.

export class Lane<Entry> {
  #entries: Entry[] = [];
  #taken = 0;

  get length(): number {
    return this.#entries.length - this.#taken;
  }

  push(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** The first that waits; undefined where none does. */
  get first(): Entry | undefined {
    return this.#entries[this.#taken];
  }

  /** Takes up to `most` from the front, and stops before one that `stopsAt` holds for. */
  take(most: number, stopsAt: (entry: Entry) => boolean): Entry[] {
    const from = this.#taken;
    while (this.#taken < from + most) {
      const entry = this.first;
      if (entry === undefined || stopsAt(entry)) break;
      this.#taken += 1;
    }
    const taken = this.#entries.slice(from, this.#taken);
    if (this.#taken * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#taken);
      this.#taken = 0;
    }
    return taken;
  }
}
