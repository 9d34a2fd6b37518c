// The common part of columns over one slot: codes of the loaded rows and what exact agreement on each weighs. By itself it
// is the ceiling of fields whose unlike values are not told further apart.
import type { SlotCounts } from "../../compare/frequencies.ts";
import type { LogFrequencies } from "../../compare/logFrequencies.ts";
import { ratioBesideChance } from "../pairScorer.ts";
import { type BoundColumn, slack, slotCount } from "./boundColumn.ts";

export interface SlotWeights {
  readonly cells: Int32Array;
  readonly position: number;
  readonly counts: SlotCounts;
  readonly logs: LogFrequencies;
  /** Weight of exact agreement before the value's frequency. */
  readonly exact: number;
  /** Where agreement may be chance, the share of pairs in which it is not (WeightTables.ownShare); −1 elsewhere. */
  readonly ownShare: number;
  /** Most that present values of different codes weigh. */
  readonly other: number;
}

export class SlotColumn implements BoundColumn {
  readonly isDear: boolean = false;
  /** Code a place; −1 where missing. */
  readonly codes = new Int32Array(slotCount);
  readonly other: number;
  readonly #cells: Int32Array;
  readonly #position: number;
  readonly #counts: Uint32Array;
  readonly #logs: LogFrequencies;
  readonly #exact: number;
  readonly #ownShare: number;

  constructor({ cells, position, counts, logs, exact, ownShare, other }: SlotWeights) {
    this.#cells = cells;
    this.#position = position;
    this.#counts = counts.counts;
    this.#logs = logs;
    this.#exact = exact + slack;
    this.#ownShare = ownShare;
    this.other = other + slack;
  }

  load(rows: Int32Array, from: number, to: number): void {
    const { codes } = this;
    const cells = this.#cells;
    const position = this.#position;
    for (let slot = from; slot < to; slot += 1) codes[slot] = cells[rows[slot]! + position]!;
    this.loadValues(from, to);
  }

  /** What exact agreement on the value in place i weighs: looked up when it is needed, which is seldom. */
  exactOf(i: number): number {
    const logFrequency = this.#logs.at(this.#counts[this.codes[i]!]!);
    return this.#ownShare < 0 ? this.#exact - logFrequency : ratioBesideChance(this.#ownShare, logFrequency) + slack;
  }

  /** What a kind of field needs of the values beside their codes, of the places from ≤ slot < to. */
  loadValues(_from: number, _to: number): void {}

  most(i: number): number {
    return this.codes[i]! < 0 ? 0 : Math.max(0, this.exactOf(i), this.other);
  }

  /** The ceiling of two different codes. */
  unlike(_i: number, _j: number): number {
    return this.other;
  }

  addTo(best: Float64Array, i: number, from: number, to: number, _enough: number): void {
    const { codes, other } = this;
    const x = codes[i]!;
    if (x < 0) return;
    for (let j = from; j < to; j += 1) {
      const y = codes[j]!;
      if (y >= 0) best[j]! += x === y ? this.exactOf(i) : other;
    }
  }
}
