// Remembers how pairs of dictionary values relate. Direct-mapped: a newer pair takes an older one's place, so memory is
// bounded and nothing is ever wrong, only computed again.

const slotBits = 18;
const slotMask = (1 << slotBits) - 1;

export class RelationCache {
  readonly #lows = new Int32Array(1 << slotBits).fill(-1);
  readonly #highs = new Int32Array(1 << slotBits);
  readonly #relations = new Uint8Array(1 << slotBits);
  readonly #relate: (low: number, high: number) => number;

  /** `relate` gives 0 … 255 for two different codes, the smaller first, and must be a pure function of them. */
  constructor(relate: (low: number, high: number) => number) {
    this.#relate = relate;
  }

  /** Symmetric. Codes must differ and be ≥ 0. */
  get(a: number, b: number): number {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b) ^ (high >>> 7)) & slotMask;
    if (this.#lows[slot] === low && this.#highs[slot] === high) return this.#relations[slot]!;
    const relation = this.#relate(low, high);
    this.#lows[slot] = low;
    this.#highs[slot] = high;
    this.#relations[slot] = relation;
    return relation;
  }
}
