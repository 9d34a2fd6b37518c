// Ceilings of e-mail addresses: those that are surely unlike can only share their local part or their domain.
import { emailSimilarityMin } from "../../compare/comparators/textComparator.ts";
import { mayBeSimilar } from "../../compare/similarity/letterSignature.ts";
import type { TextField } from "../../standardise/standardRecords.ts";
import { slack, slotCount } from "./boundColumn.ts";
import type { LevelRatios } from "./levelRatios.ts";
import { SlotColumn, type SlotWeights } from "./slotColumn.ts";

export class EmailColumn extends SlotColumn {
  override readonly isDear = true;
  readonly #field: TextField;
  readonly #signatures = new Int32Array(slotCount);
  readonly #locals = new Int32Array(slotCount);
  readonly #domains = new Int32Array(slotCount);
  readonly #sameLocal: number;
  readonly #sameDomain: number;
  readonly #different: number;

  /** Levels: 2 near, 3 same local part, 4 similar, 5 same domain, 6 different. */
  constructor(weights: SlotWeights, field: TextField, ratios: LevelRatios) {
    super(weights);
    this.#field = field;
    this.#sameLocal = ratios.bestOf(3, 5, 6) + slack;
    this.#sameDomain = ratios.bestOf(5, 6) + slack;
    this.#different = ratios.of(6) + slack;
  }

  override loadValues(from: number, to: number): void {
    const { codes } = this;
    const { signatures, local, coarse } = this.#field;
    for (let slot = from; slot < to; slot += 1) {
      const code = codes[slot]!;
      if (code < 0) continue;
      this.#signatures[slot] = signatures[code]!;
      this.#locals[slot] = local === null ? 0 : local[code]!;
      this.#domains[slot] = coarse === null ? 0 : coarse[code]!;
    }
  }

  override unlike(i: number, j: number): number {
    if (mayBeSimilar(this.#signatures[i]!, this.#signatures[j]!, emailSimilarityMin)) return this.other;
    if (this.#locals[i] === this.#locals[j]) return this.#sameLocal;
    return this.#domains[i] === this.#domains[j] ? this.#sameDomain : this.#different;
  }

  override addTo(best: Float64Array, i: number, from: number, to: number, enough: number): void {
    const { codes } = this;
    const x = codes[i]!;
    if (x < 0) return;
    for (let j = from; j < to; j += 1) {
      const y = codes[j]!;
      if (y < 0 || best[j]! < enough) continue;
      best[j]! += x === y ? this.exactOf(i) : this.unlike(i, j);
    }
  }
}
