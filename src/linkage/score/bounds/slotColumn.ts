// The common part of columns over one slot: codes of the loaded rows and what exact agreement on each weighs. By itself it
// is the ceiling of fields whose unlike values are not told further apart.
import type { SlotCounts } from "../../compare/frequencies.ts";
import type { LogFrequencies } from "../../compare/logFrequencies.ts";
import { type BoundColumn, slack, slotCount } from "./boundColumn.ts";

export interface SlotWeights {
  readonly cells: Int32Array;
  readonly position: number;
  readonly counts: SlotCounts;
  readonly logs: LogFrequencies;
  /** Weight of exact agreement before the value's frequency. */
  readonly exact: number;
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

  constructor({ cells, position, counts, logs, exact, other }: SlotWeights) {
    this.#cells = cells;
    this.#position = position;
    this.#counts = counts.counts;
    this.#logs = logs;
    this.#exact = exact + slack;
    this.other = other + slack;
  }

  load(slot: number, row: number): void {
    const code = this.#cells[row + this.#position]!;
    this.codes[slot] = code;
    if (code >= 0) this.loadValue(slot, code);
  }

  /** What exact agreement on the value in place i weighs: looked up when it is needed, which is seldom. */
  exactOf(i: number): number {
    return this.#exact - this.#logs.at(this.#counts[this.codes[i]!]!);
  }

  /** What a kind of field needs of the value beside its code. */
  loadValue(_slot: number, _code: number): void {}

  most(i: number): number {
    return this.codes[i]! < 0 ? 0 : Math.max(0, this.exactOf(i), this.other);
  }

  at(i: number, j: number): number {
    const x = this.codes[i]!;
    const y = this.codes[j]!;
    if (x < 0 || y < 0) return 0;
    return x === y ? this.exactOf(i) : this.unlike(i, j);
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
