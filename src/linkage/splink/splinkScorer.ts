// The match weight of a pair under a Splink model, or that it cannot reach the floor. Codes decide first: a missing or an
// equal value has its weight at once, a differing one a ceiling, then a lower one by its signature; texts are compared only
// while the ceilings still reach the floor, the comparison that may take most off first. The sum that is returned is added
// up in Splink's order.
import { countBits } from "../compare/similarity/countBits.ts";
import { mayBeOneEdit } from "../compare/similarity/editSignature.ts";
import { jaroWinklerUpperBound } from "../compare/similarity/jaroWinklerUpperBound.ts";
import { type CompiledComparison, compileComparison, provableEdits } from "./compileComparison.ts";
import type { ScoringPlan } from "./scoringPlan.ts";
import { signatureWidth } from "./signRecords.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

/** Pairs refined between two looks at what each comparison takes off. */
const orderEvery = 4096;
/** Bits that ceilings may lose to rounding. */
const slack = 1e-9;

export class SplinkScorer {
  readonly #plan: ScoringPlan;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #least: number;
  readonly #floor: number;
  readonly #count: number;
  readonly #compiled: readonly CompiledComparison[];
  readonly #bases: Int32Array;
  readonly #isNullExact: Uint8Array;
  /** Caps of differing values, those of comparison c from capStarts[c]; see PlannedComparison. */
  readonly #differMax: Float64Array;
  readonly #isDecided: Uint8Array;
  readonly #capStarts: Int32Array;
  /** The cap of differing values of which nothing is proved. */
  readonly #unproved: Float64Array;
  readonly #limits: readonly Float64Array[];
  readonly #signatures: Int32Array;
  readonly #largest: Float64Array;
  /** The least weight of any level. */
  readonly #smallest: Float64Array;
  /** Weights of equal values by equalStarts[comparison] + code. */
  readonly #equalWeights: Float64Array;
  readonly #equalStarts: Int32Array;
  /** Comparisons in the order in which codes and signatures are looked at. */
  readonly #order: Int32Array;
  /** What signatures and texts have taken off, in bits, by comparison. */
  readonly #losses: Float64Array;
  #lookCount = 0;
  /** Of the pair looked at last: by comparison its weight or ceiling, their sum, and the comparisons that are ceilings. */
  readonly #ceilings: Float64Array;
  #ceiling = 0;
  readonly #open: Int32Array;
  #openCount = 0;

  /** `floor` in bits: pairs below it have no weight. */
  constructor(plan: ScoringPlan, records: SplinkRecords, floor: number) {
    const { comparisons } = plan;
    this.#plan = plan;
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#floor = floor;
    this.#least = floor - slack;
    this.#count = comparisons.length;
    this.#compiled = comparisons.map((comparison) => compileComparison(comparison, records));
    this.#bases = Int32Array.from(comparisons, ({ base }) => base);
    this.#isNullExact = Uint8Array.from(comparisons, ({ isNullExact }) => (isNullExact ? 1 : 0));
    this.#differMax = Float64Array.from(comparisons.flatMap(({ differMax }) => [...differMax]));
    this.#isDecided = Uint8Array.from(comparisons.flatMap(({ isDecided }) => [...isDecided]));
    this.#capStarts = new Int32Array(this.#count + 1);
    comparisons.forEach(({ differMax }, c) => {
      this.#capStarts[c + 1] = this.#capStarts[c]! + differMax.length;
    });
    this.#unproved = Float64Array.from(comparisons, ({ differMax, limits }) => differMax[limits.length]!);
    this.#limits = comparisons.map(({ limits }) => Float64Array.from(limits));
    this.#signatures = records.signatures;
    this.#largest = Float64Array.from(comparisons, ({ largest }) => largest);
    this.#smallest = Float64Array.from(comparisons, ({ levels }) => Math.min(...levels.map(({ weight }) => weight)));
    this.#equalWeights = plan.equalWeights;
    this.#equalStarts = plan.equalStarts;
    this.#losses = new Float64Array(this.#count);
    this.#order = Int32Array.from(comparisons.keys());
    this.#ceilings = new Float64Array(this.#count);
    this.#open = new Int32Array(this.#count);
  }

  /**
   * False where the pair is below the floor by its codes, its signatures, and the one text that may take most off. The left
   * record is the one with the smaller identifier.
   */
  mayReachFloor(left: number, right: number): boolean {
    const a = left * this.#stride;
    const b = right * this.#stride;
    if (!this.#readCodes(a, b) || !this.#lowerBySignatures(a, b)) return false;
    return this.#openCount === 0 || this.#compareOne(a, b);
  }

  /** Bits, at least the floor; NaN for any other pair. The pair is the one that mayReachFloor was asked of last. */
  refine(left: number, right: number): number {
    const a = left * this.#stride;
    const b = right * this.#stride;
    while (this.#openCount > 0) if (!this.#compareOne(a, b)) return Number.NaN;
    let sum = this.#plan.priorWeight;
    for (let c = 0; c < this.#count; c += 1) sum += this.#ceilings[c]!;
    return sum >= this.#floor ? sum : Number.NaN;
  }

  /** Levels and adjustments of a pair, in the order of comparisons. */
  describe(left: number, right: number): { readonly levels: number[]; readonly adjustments: number[] } {
    const levels: number[] = [];
    const adjustments: number[] = [];
    for (let c = 0; c < this.#count; c += 1) {
      const [x, y] = this.#indexes(c, left * this.#stride, right * this.#stride);
      levels.push(this.#compiled[c]!.level(x, y));
      adjustments.push(this.#compiled[c]!.adjust(x, y));
    }
    return { levels, adjustments };
  }

  /** Weights of missing and equal values, ceilings of all others. */
  #readCodes(a: number, b: number): boolean {
    const cells = this.#cells;
    const bases = this.#bases;
    const order = this.#order;
    const ceilings = this.#ceilings;
    const open = this.#open;
    let openCount = 0;
    let ceiling = this.#plan.priorWeight;
    for (let i = 0; i < order.length; i += 1) {
      const c = order[i]!;
      const base = bases[c]!;
      let own = 0;
      const x = base < 0 ? 0 : cells[a + base]!;
      const y = base < 0 ? 1 : cells[b + base]!;
      if (x === y) own = this.#equalWeights[this.#equalStarts[c]! + x]!;
      else if (base >= 0 && x !== 0 && y !== 0) {
        own = this.#unproved[c]!;
        open[openCount++] = c;
      } else if (base < 0 || this.#isNullExact[c] === 0) {
        own = this.#largest[c]!;
        open[openCount++] = c;
      }
      ceilings[c] = own;
      ceiling += own;
    }
    this.#openCount = openCount;
    this.#ceiling = ceiling;
    return ceiling >= this.#least;
  }

  /** Replaces ceilings of differing values by those that their signatures prove. */
  #lowerBySignatures(a: number, b: number): boolean {
    const open = this.#open;
    const openCount = this.#openCount;
    let kept = 0;
    let ceiling = this.#ceiling;
    for (let i = 0; i < openCount; i += 1) {
      const c = open[i]!;
      const base = this.#bases[c]!;
      if (base < 0 || this.#cells[a + base] === 0 || this.#cells[b + base] === 0) {
        open[kept++] = c;
        continue;
      }
      const cap = this.#capOf(c, (a + base) * signatureWidth, (b + base) * signatureWidth);
      const own = this.#differMax[cap]!;
      const loss = this.#ceilings[c]! - own;
      this.#losses[c]! += loss;
      ceiling -= loss;
      if (!(ceiling >= this.#least)) return false;
      this.#ceilings[c] = own;
      if (this.#isDecided[cap] === 0) open[kept++] = c;
    }
    this.#openCount = kept;
    this.#ceiling = ceiling;
    return true;
  }

  /** Index of the cap for two texts by their signatures. */
  #capOf(c: number, a: number, b: number): number {
    const signatures = this.#signatures;
    const limits = this.#limits[c]!;
    const lettersA = signatures[a]!;
    const lettersB = signatures[b]!;
    const lengthA = signatures[a + 2]!;
    const lengthB = signatures[b + 2]!;
    const onlyA = countBits(lettersA & ~lettersB);
    const onlyB = countBits(lettersB & ~lettersA);
    const least = mayBeOneEdit(signatures[a + 1]!, signatures[b + 1]!) ? 0 : 2;
    const edits = Math.min(provableEdits, Math.max(onlyA, onlyB, least, lengthA - lengthB, lengthB - lengthA));
    let reached = 0;
    if (limits.length > 0) {
      const bound = jaroWinklerUpperBound(lettersA, lettersB, lengthA, lengthB) + slack;
      while (reached < limits.length && bound >= limits[reached]!) reached += 1;
    }
    return this.#capStarts[c]! + edits * (limits.length + 1) + reached;
  }

  /** Replaces the ceiling that may fall furthest by the weight of its texts; false where the floor is out of reach then. */
  #compareOne(a: number, b: number): boolean {
    const open = this.#open;
    let best = 0;
    let most = -1;
    for (let i = 0; i < this.#openCount; i += 1) {
      const fall = this.#ceilings[open[i]!]! - this.#smallest[open[i]!]!;
      if (fall <= most) continue;
      most = fall;
      best = i;
    }
    const c = open[best]!;
    this.#openCount -= 1;
    open[best] = open[this.#openCount]!;
    const base = this.#bases[c]!;
    const weigh = this.#compiled[c]!.weigh;
    const weight = base < 0 ? weigh(a, b) : weigh(this.#cells[a + base]!, this.#cells[b + base]!);
    const loss = this.#ceilings[c]! - weight;
    this.#losses[c]! += loss;
    this.#ceilings[c] = weight;
    this.#ceiling -= loss;
    this.#lookCount += 1;
    if (this.#lookCount % orderEvery === 0) this.#reorder();
    return this.#ceiling >= this.#least;
  }

  /** Which order is best depends on the rule that made the pairs; whichever it is, the weights are the same. */
  #reorder(): void {
    const losses = this.#losses;
    this.#order.sort((a, b) => losses[b]! - losses[a]! || a - b);
    for (let c = 0; c < this.#count; c += 1) losses[c]! /= 2;
  }

  #indexes(c: number, a: number, b: number): [number, number] {
    const base = this.#bases[c]!;
    return base < 0 ? [a, b] : [this.#cells[a + base]!, this.#cells[b + base]!];
  }
}
