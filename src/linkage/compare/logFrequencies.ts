// Logarithms of frequencies by count: most values share a few small counts, so one short table serves a dictionary of
// millions.

const tableMax = 1 << 16;

/** log((count + added) / (total + addedTotal)), natural. */
export class LogFrequencies {
  readonly #table: Float64Array;
  readonly #added: number;
  readonly #logTotal: number;

  constructor(total: number, added = 0, addedTotal = 0) {
    this.#added = added;
    this.#logTotal = Math.log(total + addedTotal);
    const size = Math.min(tableMax, total + 2);
    this.#table = Float64Array.from({ length: size }, (_, count) => Math.log(count + added) - this.#logTotal);
  }

  /** `count` ≥ 1. */
  at(count: number): number {
    return count < this.#table.length ? this.#table[count]! : Math.log(count + this.#added) - this.#logTotal;
  }
}
