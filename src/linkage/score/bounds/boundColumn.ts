// What a field can add to a pair's weight at most, for many pairs at once. The rows of a block are loaded into columns
// side by side, so that the loop over pairs reads neither dictionaries nor records, only a few arrays that stay in cache.

/** Ceilings of one field's match ratio (natural log) between loaded rows. Never too low. */
export interface BoundColumn {
  /** True where a pair costs more than a few operations: such columns come last and skip pairs that are out already. */
  readonly isDear: boolean;
  /**
   * Loads the places from ≤ slot < to; the cells of the record in a place begin at `rows[slot]`. Many at once, so that
   * what is read of one record is not waited for before the next is asked for.
   */
  load(rows: Int32Array, from: number, to: number): void;
  /** The most that any pair with place i gets; at least 0. */
  most(i: number): number;
  /** Adds to best[j] the ceiling of (i, j) for from ≤ j < to; a dear column leaves those with best[j] < `enough` alone. */
  addTo(best: Float64Array, i: number, from: number, to: number, enough: number): void;
}

/** Places that columns have: a block of the usual size, or two tiles of a larger one. */
export const slotCount = 512;

/** Room for rounding, so that a ceiling is one in floating point too. */
export const slack = 1e-9;
