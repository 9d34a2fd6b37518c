// Ceilings of token sets: different texts may hold the same set and then count as exact; sets that hold numbers and share
// none are at best similar.
import type { TokenField } from "../../standardise/standardRecords.ts";
import { slack, slotCount } from "./boundColumn.ts";
import type { LevelRatios } from "./levelRatios.ts";
import { SlotColumn, type SlotWeights } from "./slotColumn.ts";

export class TokenColumn extends SlotColumn {
  readonly #field: TokenField;
  readonly #signatures = new Int32Array(slotCount);
  /** A bit set by each number of the text; 0 where it has none. */
  readonly #numbers = new Int32Array(slotCount);
  /** The same per text, once found; codes behind its end stand for passing values. */
  readonly #knownNumbers: Int32Array;
  readonly #unlike: number;
  readonly #otherNumbers: number;

  /** Levels: 2 same but for one part, 3 similar, 4 some part shared, 5 different. */
  constructor(weights: SlotWeights, field: TokenField, ratios: LevelRatios) {
    super(weights);
    this.#field = field;
    this.#knownNumbers = new Int32Array(field.dictionary.strings.count);
    this.#unlike = ratios.bestFrom(2) + slack;
    this.#otherNumbers = ratios.bestFrom(3) + slack;
  }

  override loadValues(from: number, to: number): void {
    const { codes } = this;
    const { signatures } = this.#field;
    const known = this.#knownNumbers;
    for (let slot = from; slot < to; slot += 1) {
      const code = codes[slot]!;
      if (code < 0) continue;
      this.#signatures[slot] = signatures[code]!;
      let numbers = code < known.length ? known[code]! : 0;
      if (numbers === 0) {
        numbers = this.#numberBits(code);
        if (code < known.length) known[code] = numbers;
      }
      this.#numbers[slot] = numbers;
    }
  }

  #numberBits(code: number): number {
    const { tokenOffsets, tokens, isNumber } = this.#field;
    let numbers = 0;
    for (let i = tokenOffsets[code]!; i < tokenOffsets[code + 1]!; i += 1) {
      if (isNumber[tokens[i]!] === 1) numbers |= 1 << (Math.imul(tokens[i]!, 0x9e3779b1) >>> 27);
    }
    return numbers;
  }

  override unlike(i: number, j: number): number {
    if (this.#signatures[i] === this.#signatures[j]) return this.other;
    const a = this.#numbers[i]!;
    const b = this.#numbers[j]!;
    return a !== 0 && b !== 0 && (a & b) === 0 ? this.#otherNumbers : this.#unlike;
  }

  override addTo(best: Float64Array, i: number, from: number, to: number, _enough: number): void {
    const { codes, other } = this;
    const x = codes[i]!;
    if (x < 0) return;
    const signatures = this.#signatures;
    const numbers = this.#numbers;
    const signature = signatures[i]!;
    const own = numbers[i]!;
    const unlike = this.#unlike;
    const otherNumbers = this.#otherNumbers;
    for (let j = from; j < to; j += 1) {
      const y = codes[j]!;
      if (y < 0) continue;
      if (x === y) best[j]! += this.exactOf(i);
      else if (signature === signatures[j]) best[j]! += other;
      else best[j]! += own !== 0 && numbers[j] !== 0 && (own & numbers[j]!) === 0 ? otherNumbers : unlike;
    }
  }
}
