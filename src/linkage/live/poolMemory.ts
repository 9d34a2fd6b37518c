// How rows were clustered when last they were pooled: a fact about just these rows, whatever has happened around them, so
// that a row more is weighed against them and they need not be weighed against each other again. Where a row went, or
// changed places with another in canonical order (which decides between equals), its cluster alone is open again: the
// others never joined with it.
import type { Join } from "../cluster/replayPool.ts";
import { type Moves, widen } from "./widen.ts";

/** Poolings are numbered; before numbers could repeat, all is forgotten. */
const numberMax = 0xffffffff;

/** Of smaller clusters the joins are found again as fast as they are kept. */
const keptFromRows = 9;

/** How a cluster came together, in rows, in the pooling of that number. */
interface KeptJoins {
  readonly pooling: number;
  readonly joins: readonly Join[];
}

export class PoolMemory {
  /** Per row the pooling that it was in last; 0 where none is known. */
  #poolingOf = new Uint32Array(64);
  /** Per row its place in that pooling, the place of the first row of its cluster, and the rows of its cluster. */
  #placeOf = new Int32Array(64);
  #firstOf = new Int32Array(64);
  #sizeOf = new Int32Array(64);
  /** Per row 1 where its place may not be right any more. */
  #isMoved = new Uint8Array(64);
  /** By the first row of a large cluster; lost at a restart, and then found again. */
  readonly #joins = new Map<number, KeptJoins>();
  #last = 0;
  readonly #moves: Moves = { count: 0 };
  readonly #keptFrom: number;

  /** `keptFrom`: rows of a cluster from which on its joins are kept. */
  constructor(keptFrom = keptFromRows) {
    this.#keptFrom = keptFrom;
  }

  /**
   * @param rows in canonical order
   * @param firstOf per row the place of the first row of its cluster
   * @param joins by places, in the order in which they came, where they are known: of whole clusters
   */
  remember(rows: ArrayLike<number>, firstOf: ArrayLike<number>, joins: readonly Join[] = []): void {
    if (this.#last === numberMax) {
      this.#poolingOf.fill(0);
      this.#joins.clear();
      this.#last = 0;
    }
    this.#last += 1;
    const sizes = new Int32Array(rows.length);
    for (let place = 0; place < rows.length; place += 1) sizes[firstOf[place]!]! += 1;
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place]!;
      this.#reserve(row + 1);
      this.#poolingOf[row] = this.#last;
      this.#placeOf[row] = place;
      this.#firstOf[row] = firstOf[place]!;
      this.#sizeOf[row] = sizes[firstOf[place]!]!;
      this.#isMoved[row] = 0;
      if (this.#joins.size > 0) this.#joins.delete(row);
    }
    const keptOf = new Map<number, Join[]>();
    for (const { into, from, odds } of joins) {
      const first = firstOf[into]!;
      if (sizes[first]! < this.#keptFrom) continue;
      let kept = keptOf.get(first);
      if (kept === undefined) {
        kept = [];
        keptOf.set(first, kept);
        this.#joins.set(rows[first]!, { pooling: this.#last, joins: kept });
      }
      kept.push({ into: rows[into]!, from: rows[from]!, odds });
    }
  }

  /**
   * By the place of a first row, the joins of the clusters that `knownAs` tells of, by places, where they were kept.
   * @param knownAs what `recall` gave for the rows
   */
  joinsOf(rows: ArrayLike<number>, knownAs: Int32Array): Map<number, Join[]> {
    const found = new Map<number, Join[]>();
    if (this.#joins.size === 0) return found;
    let placeOf: Map<number, number> | null = null;
    knownAs.forEach((first, place) => {
      if (first !== place) return;
      const kept = this.#joins.get(rows[first]!);
      if (kept === undefined || kept.pooling !== this.#poolingOf[rows[first]!]) return;
      placeOf ??= new Map(Array.from(rows, (row, at) => [row, at]));
      const at = placeOf;
      found.set(
        first,
        kept.joins.map(({ into, from, odds }) => ({ into: at.get(into) ?? -1, from: at.get(from) ?? -1, odds })),
      );
    });
    return found;
  }

  /** To be told when a row is given up. */
  forget(row: number): void {
    if (row < this.#poolingOf.length) this.#poolingOf[row] = 0;
    this.#joins.delete(row);
  }

  /** To be told when a row has another place in canonical order. */
  move(row: number): void {
    if (row < this.#isMoved.length) this.#isMoved[row] = 1;
  }

  /** True where all is known of these rows, in whatever order they come: `recall` has no −1. */
  isKnown(rows: ArrayLike<number>): boolean {
    const pooling = this.#poolingOf[rows[0]!] ?? 0;
    if (pooling === 0) return false;
    for (let at = 0; at < rows.length; at += 1) {
      if (this.#poolingOf[rows[at]!] !== pooling || this.#isMoved[rows[at]!] === 1) return false;
    }
    return !this.#firstPlaces(rows, pooling).includes(-1);
  }

  /**
   * What is known of some distinct rows from one pooling, the one that most of them were in: per row the place among
   * `rows` of the first row of its cluster, −1 where nothing is known.
   * @param rows in canonical order
   */
  recall(rows: ArrayLike<number>): Int32Array {
    return this.#firstPlaces(rows, this.#commonest(rows));
  }

  #firstPlaces(rows: ArrayLike<number>, pooling: number): Int32Array {
    const known = Int32Array.from(rows, (row) => (pooling !== 0 && this.#poolingOf[row] === pooling ? row : 0));
    if (known.some((row) => this.#isMoved[row] === 1)) while (this.#dropOneOutOfPlace(known));
    const count = new Map<number, number>();
    const placeOf = new Map<number, number>();
    known.forEach((row, place) => {
      if (row === 0) return;
      const first = this.#firstOf[row]!;
      count.set(first, (count.get(first) ?? 0) + 1);
      if (!placeOf.has(first)) placeOf.set(first, place);
    });
    return known.map((row) => {
      const first = this.#firstOf[row]!;
      return row !== 0 && count.get(first) === this.#sizeOf[row] ? placeOf.get(first)! : -1;
    });
  }

  /** Takes two rows out that stand in another order than in their pooling; false where there are none. */
  #dropOneOutOfPlace(known: Int32Array): boolean {
    let last = -1;
    for (let place = 0; place < known.length; place += 1) {
      if (known[place] === 0) continue;
      if (last >= 0 && this.#placeOf[known[last]!]! > this.#placeOf[known[place]!]!) {
        known[last] = 0;
        known[place] = 0;
        return true;
      }
      last = place;
    }
    return false;
  }

  /** 0 where none of the rows was in one. */
  #commonest(rows: ArrayLike<number>): number {
    const countOf = new Map<number, number>();
    let best = 0;
    let most = 0;
    for (let place = 0; place < rows.length; place += 1) {
      const pooling = this.#poolingOf[rows[place]!] ?? 0;
      if (pooling === 0) continue;
      const count = (countOf.get(pooling) ?? 0) + 1;
      countOf.set(pooling, count);
      if (count <= most) continue;
      best = pooling;
      most = count;
    }
    return best;
  }

  freeze() {
    return {
      poolingOf: this.#poolingOf,
      placeOf: this.#placeOf,
      firstOf: this.#firstOf,
      sizeOf: this.#sizeOf,
      isMoved: this.#isMoved,
      last: Uint32Array.of(this.#last),
    };
  }

  load({ poolingOf, placeOf, firstOf, sizeOf, isMoved, last }: ReturnType<PoolMemory["freeze"]>): void {
    this.#poolingOf = poolingOf;
    this.#placeOf = placeOf;
    this.#firstOf = firstOf;
    this.#sizeOf = sizeOf;
    this.#isMoved = isMoved;
    this.#last = last[0] ?? 0;
    this.#joins.clear();
  }

  /** All arrays have one length. */
  #reserve(length: number): void {
    if (length <= this.#poolingOf.length) return;
    this.#poolingOf = widen(this.#poolingOf, length, this.#moves);
    this.#placeOf = widen(this.#placeOf, length, this.#moves);
    this.#firstOf = widen(this.#firstOf, length, this.#moves);
    this.#sizeOf = widen(this.#sizeOf, length, this.#moves);
    this.#isMoved = widen(this.#isMoved, length, this.#moves);
  }
}
