// Ceilings of telephone numbers, documents and postcodes: values that a signature proves more than an edit apart weigh
// what the levels beyond weigh.
import { mayBeOneEdit } from "../../compare/similarity/editSignature.ts";
import type { TextField } from "../../standardise/standardRecords.ts";
import { slack, slotCount } from "./boundColumn.ts";
import type { LevelRatios } from "./levelRatios.ts";
import { SlotColumn, type SlotWeights } from "./slotColumn.ts";

export class EditColumn extends SlotColumn {
  readonly #field: TextField;
  readonly #signatures = new Int32Array(slotCount);
  /** Postcodes alone: the district, 0 where none. */
  readonly #coarse = new Int32Array(slotCount);
  readonly #sameCoarse: number;
  readonly #beyond: number;

  /** Level 2 is one edit; 3 the same district of postcodes, else nothing alike. */
  constructor(weights: SlotWeights, field: TextField, ratios: LevelRatios) {
    super(weights);
    this.#field = field;
    const isCoarse = field.kind === "postcode";
    // Numbers of two series count as missing.
    const least = field.seriesBy === undefined ? Number.NEGATIVE_INFINITY : 0;
    this.#sameCoarse = Math.max(least, ratios.bestFrom(3) + slack);
    this.#beyond = isCoarse ? ratios.of(4) + slack : this.#sameCoarse;
  }

  override loadValues(from: number, to: number): void {
    const { codes } = this;
    const { signatures, kind } = this.#field;
    const coarse = kind === "postcode" ? this.#field.coarse : null;
    for (let slot = from; slot < to; slot += 1) {
      const code = codes[slot]!;
      if (code < 0) continue;
      this.#signatures[slot] = signatures[code]!;
      this.#coarse[slot] = coarse === null ? 0 : coarse[code]!;
    }
  }

  override unlike(i: number, j: number): number {
    if (mayBeOneEdit(this.#signatures[i]!, this.#signatures[j]!)) return this.other;
    return this.#coarse[i] === this.#coarse[j] ? this.#sameCoarse : this.#beyond;
  }

  override addTo(best: Float64Array, i: number, from: number, to: number, _enough: number): void {
    const { codes, other } = this;
    const x = codes[i]!;
    if (x < 0) return;
    const signatures = this.#signatures;
    const coarse = this.#coarse;
    const signature = signatures[i]!;
    const district = coarse[i]!;
    const same = this.#sameCoarse;
    const beyond = this.#beyond;
    for (let j = from; j < to; j += 1) {
      const y = codes[j]!;
      if (y < 0) continue;
      if (x === y) best[j]! += this.exactOf(i);
      else if (mayBeOneEdit(signature, signatures[j]!)) best[j]! += other;
      else best[j]! += district === coarse[j] ? same : beyond;
    }
  }
}
