// Remembers how pairs of dictionary values relate. Direct-mapped: a newer pair takes an older one's place, so memory is
// bounded and nothing is ever wrong, only computed again. One entry is two neighbouring integers: one cache line.

/** Larger ones answer more often, and less quickly: this many stay in the nearer caches. */
const slotBits = 14;
const slotMask = (1 << slotBits) - 1;
/** Relations are below 16, so that one integer holds the higher code and the relation. */
const relationBits = 4;

const allLast = { count: Number.POSITIVE_INFINITY };

export class RelationCache {
  /** Made when first needed: a file of thousands of columns has as many caches, most never asked. */
  #entries: Int32Array | null = null;
  readonly #relate: (low: number, high: number) => number;
  readonly #lasting: { readonly count: number };

  /**
   * `relate` gives 0 … 15 for two different codes below 2^27, the smaller first, and must be a pure function of them.
   * Codes from `lasting.count` on stand for one value now and for another later: they are not remembered.
   */
  constructor(relate: (low: number, high: number) => number, lasting: { readonly count: number } = allLast) {
    this.#relate = relate;
    this.#lasting = lasting;
  }

  /** Symmetric. Codes must differ and be ≥ 0. */
  get(a: number, b: number): number {
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    const at = ((hash ^ (hash >>> 15)) & slotMask) << 1;
    this.#entries ??= new Int32Array(2 << slotBits).fill(-1);
    const held = this.#entries[at + 1]!;
    if (this.#entries[at] === low && held >> relationBits === high) return held & 15;
    const relation = this.#relate(low, high);
    if (high >= this.#lasting.count) return relation;
    this.#entries[at] = low;
    this.#entries[at + 1] = (high << relationBits) | relation;
    return relation;
  }
}
