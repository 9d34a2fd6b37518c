// Ceilings of short texts that count as near within an edit or from a Jaro–Winkler of 0.92 (towns, codes, free texts):
// letters and length prove most to be neither.
import { jaroWinklerUpperBound } from "../../compare/similarity/jaroWinklerUpperBound.ts";
import { osaLowerBound } from "../../compare/similarity/osaLowerBound.ts";
import type { TextField } from "../../standardise/standardRecords.ts";
import { slack, slotCount } from "./boundColumn.ts";
import type { LevelRatios } from "./levelRatios.ts";
import { SlotColumn, type SlotWeights } from "./slotColumn.ts";

const knownMax = 64;

export class LetterColumn extends SlotColumn {
  override readonly isDear = true;
  readonly #field: TextField;
  readonly #masks = new Int32Array(slotCount);
  readonly #lengths = new Int32Array(slotCount);
  readonly #different: number;
  /** Where values are few, the ceiling of each two, by code · known + code. */
  readonly #known: number;
  readonly #ceilings: Float64Array;

  /** Levels: 2 near, 3 different. */
  constructor(weights: SlotWeights, field: TextField, ratios: LevelRatios) {
    super(weights);
    this.#field = field;
    this.#different = ratios.of(3) + slack;
    const { count } = field.dictionary.strings;
    this.#known = count <= knownMax ? count : 0;
    this.#ceilings = new Float64Array(this.#known ** 2);
    for (let a = 0; a < this.#known; a += 1) {
      for (let b = 0; b < this.#known; b += 1) {
        const { masks } = field.dictionary;
        const isNear = mayBeNear(masks[a]!, masks[b]!, lengthOf(field, a), lengthOf(field, b));
        this.#ceilings[a * this.#known + b] = isNear ? this.other : this.#different;
      }
    }
  }

  override loadValues(from: number, to: number): void {
    const { codes } = this;
    const { strings, masks } = this.#field.dictionary;
    const { offsets } = strings;
    for (let slot = from; slot < to; slot += 1) {
      const code = codes[slot]!;
      if (code < 0) continue;
      this.#masks[slot] = masks[code]!;
      this.#lengths[slot] = offsets[code + 1]! - offsets[code]!;
    }
  }

  override unlike(i: number, j: number): number {
    const a = this.codes[i]!;
    const b = this.codes[j]!;
    if (a < this.#known && b < this.#known) return this.#ceilings[a * this.#known + b]!;
    const isNear = mayBeNear(this.#masks[i]!, this.#masks[j]!, this.#lengths[i]!, this.#lengths[j]!);
    return isNear ? this.other : this.#different;
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

function lengthOf({ dictionary }: TextField, code: number): number {
  const { offsets } = dictionary.strings;
  return offsets[code + 1]! - offsets[code]!;
}

function mayBeNear(maskA: number, maskB: number, lengthA: number, lengthB: number): boolean {
  if (lengthA < 4 || lengthB < 4) return false;
  return (
    osaLowerBound(maskA, maskB, lengthA, lengthB) <= 1 || jaroWinklerUpperBound(maskA, maskB, lengthA, lengthB) >= 0.92
  );
}
