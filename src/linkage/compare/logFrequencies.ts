// Logarithms of frequencies by count: most values share a few small counts, so one short table serves a dictionary of
// millions. Its places are filled as they are asked for: a run makes dozens of these on each thread, for a few counts each.

const tableMax = 1 << 16;

/** log((count + added) / (total + addedTotal)), natural. */
export class LogFrequencies {
  /** NaN where nobody has asked yet. */
  readonly #table: Float64Array;
  readonly #added: number;
  readonly #logTotal: number;

  constructor(total: number, added = 0, addedTotal = 0) {
    this.#added = added;
    this.#logTotal = Math.log(total + addedTotal);
    this.#table = new Float64Array(Math.min(tableMax, total + 2)).fill(Number.NaN);
  }

  /** `count` ≥ 1. */
  at(count: number): number {
    if (count >= this.#table.length) return Math.log(count + this.#added) - this.#logTotal;
    const known = this.#table[count]!;
    if (!Number.isNaN(known)) return known;
    const log = Math.log(count + this.#added) - this.#logTotal;
    this.#table[count] = log;
    return log;
  }
}
