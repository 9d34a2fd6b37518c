// How rows were clustered when last they were pooled: a fact about just these rows, whatever has happened around them, so
// that a row more is weighed against them and they need not be weighed against each other again.
import { type Moves, widen } from "./widen.ts";

/** Poolings are numbered; before numbers could repeat, all is forgotten. */
const numberMax = 0xffffffff;

export class PoolMemory {
  /** Per row the pooling that it was in last, 0 where none is known, and the rows of that pooling. */
  #poolingOf = new Uint32Array(64);
  #sizeOf = new Int32Array(64);
  /** Per row the first row of its cluster then. */
  #clusterOf = new Int32Array(64);
  #last = 0;
  readonly #moves: Moves = { count: 0 };

  /** `clusterOf`: per row the place of the first row of its cluster. */
  remember(rows: ArrayLike<number>, clusterOf: ArrayLike<number>): void {
    if (this.#last === numberMax) {
      this.#poolingOf.fill(0);
      this.#last = 0;
    }
    this.#last += 1;
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place]!;
      this.#poolingOf = widen(this.#poolingOf, row + 1, this.#moves);
      this.#sizeOf = widen(this.#sizeOf, row + 1, this.#moves);
      this.#clusterOf = widen(this.#clusterOf, row + 1, this.#moves);
      this.#poolingOf[row] = this.#last;
      this.#sizeOf[row] = rows.length;
      this.#clusterOf[row] = rows[clusterOf[place]!]!;
    }
  }

  /** To be told when a row is given up, or its place in canonical order may have changed. */
  forget(row: number): void {
    if (row < this.#poolingOf.length) this.#poolingOf[row] = 0;
  }

  /** True where these rows, all of them and no other, were pooled together. */
  isPooling(rows: ArrayLike<number>): boolean {
    const pooling = this.#poolingOf[rows[0]!] ?? 0;
    if (pooling === 0 || this.#sizeOf[rows[0]!] !== rows.length) return false;
    for (let place = 1; place < rows.length; place += 1) if (this.#poolingOf[rows[place]!] !== pooling) return false;
    return true;
  }

  /**
   * Of the poolings whose rows are all among `rows`, the largest: per row the place of the first row of its cluster, −1
   * where it was not in that pooling.
   * @param rows distinct
   */
  recall(rows: ArrayLike<number>): Int32Array {
    const pooling = this.#largestAmong(rows);
    if (pooling === 0) return new Int32Array(rows.length).fill(-1);
    const placeOf = new Map<number, number>();
    return Int32Array.from(rows, (row, place) => {
      if (this.#poolingOf[row] !== pooling) return -1;
      const first = this.#clusterOf[row]!;
      const known = placeOf.get(first);
      if (known !== undefined) return known;
      placeOf.set(first, place);
      return place;
    });
  }

  #largestAmong(rows: ArrayLike<number>): number {
    const countOf = new Map<number, number>();
    let best = 0;
    let most = 0;
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place]!;
      const pooling = this.#poolingOf[row] ?? 0;
      if (pooling === 0) continue;
      const count = (countOf.get(pooling) ?? 0) + 1;
      countOf.set(pooling, count);
      if (count <= most || count !== this.#sizeOf[row]) continue;
      best = pooling;
      most = count;
    }
    return best;
  }

  freeze() {
    const size = this.#poolingOf.length;
    return {
      poolingOf: this.#poolingOf,
      sizeOf: this.#sizeOf.subarray(0, size),
      clusterOf: this.#clusterOf.subarray(0, size),
      last: Uint32Array.of(this.#last),
    };
  }

  load({ poolingOf, sizeOf, clusterOf, last }: ReturnType<PoolMemory["freeze"]>): void {
    this.#poolingOf = poolingOf;
    this.#sizeOf = sizeOf;
    this.#clusterOf = clusterOf;
    this.#last = last[0] ?? 0;
  }
}
