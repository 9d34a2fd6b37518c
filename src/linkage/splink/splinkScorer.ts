// The match weight of a pair under a Splink model, or that it cannot reach the floor. Records are put in places and read
// column by column, so that fetching them overlaps. One record is held against many: codes decide first (a missing or an
// equal value has its weight at once, a differing one a ceiling), then signatures lower the ceilings; texts are compared
// only while the ceilings still reach the floor, the comparison that may take most off first. The sum that is returned is
// added up in Splink's order.
import { countBits } from "../compare/similarity/countBits.ts";
import { mayBeOneEdit } from "../compare/similarity/editSignature.ts";
import { jaroWinklerUpperBound } from "../compare/similarity/jaroWinklerUpperBound.ts";
import { type CompiledComparison, compileComparison, provableEdits } from "./compileComparison.ts";
import type { ScoringPlan } from "./scoringPlan.ts";
import { signatureWidth } from "./signRecords.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

/** Places that records can be put in. */
export const placeCount = 512;

/** Records held against others between two looks at what each comparison takes off. */
const reorderEvery = 4096;
/** Bits that ceilings may lose to rounding. */
const slack = 1e-9;

export class SplinkScorer {
  readonly #plan: ScoringPlan;
  readonly #records: SplinkRecords;
  readonly #least: number;
  readonly #floor: number;
  readonly #count: number;
  readonly #compiled: readonly CompiledComparison[];
  readonly #bases: Int32Array;
  readonly #isNullExact: Uint8Array;
  readonly #largest: Float64Array;
  /** The ceiling of differing values of which nothing is proved. */
  readonly #unproved: Float64Array;
  readonly #limits: readonly Float64Array[];
  /** The least weight of any level. */
  readonly #smallest: Float64Array;
  /** Comparisons in the order in which signatures are looked at. */
  readonly #order: Int32Array;
  /** What signatures have taken off, in bits, by comparison. */
  readonly #losses: Float64Array;
  #heldCount = 0;
  /** By place the record; by comparison * placeCount + place its code and, from three times that on, its signature. */
  readonly #placed = new Int32Array(placeCount);
  readonly #codes: Int32Array;
  readonly #signatures: Int32Array;
  /** Of the record held against each place: the sum of weights and ceilings; by comparison the cap of differing values. */
  readonly #sums = new Float64Array(placeCount);
  readonly #caps: Uint8Array;
  /** Of the pair that is weighed: by comparison its weight or ceiling, and the comparisons that are ceilings. */
  readonly #ceilings: Float64Array;
  readonly #open: Int32Array;

  /** `floor` in bits: pairs below it have no weight. */
  constructor(plan: ScoringPlan, records: SplinkRecords, floor: number) {
    const { comparisons } = plan;
    const count = comparisons.length;
    this.#plan = plan;
    this.#records = records;
    this.#floor = floor;
    this.#least = floor - slack;
    this.#count = count;
    this.#compiled = comparisons.map((comparison) => compileComparison(comparison, records));
    this.#bases = Int32Array.from(comparisons, ({ base }) => base);
    this.#isNullExact = Uint8Array.from(comparisons, ({ isNullExact }) => (isNullExact ? 1 : 0));
    this.#largest = Float64Array.from(comparisons, ({ largest }) => largest);
    this.#unproved = Float64Array.from(comparisons, ({ differMax, limits }) => differMax[limits.length]!);
    this.#limits = comparisons.map(({ limits }) => Float64Array.from(limits));
    this.#smallest = Float64Array.from(comparisons, ({ levels }) => Math.min(...levels.map(({ weight }) => weight)));
    this.#order = Int32Array.from(comparisons.keys());
    this.#losses = new Float64Array(count);
    this.#codes = new Int32Array(count * placeCount);
    this.#signatures = new Int32Array(count * placeCount * signatureWidth);
    this.#caps = new Uint8Array(count * placeCount);
    this.#ceilings = new Float64Array(count);
    this.#open = new Int32Array(count);
  }

  /** Puts a record in each place from `place` on: those of entries[from … to), less recordCount where they are not below it. */
  load(place: number, entries: Int32Array, from: number, to: number): void {
    const { cells, signatures, stride, recordCount } = this.#records;
    const placed = this.#placed;
    const codes = this.#codes;
    const own = this.#signatures;
    const end = place + to - from;
    for (let k = place; k < end; k += 1) {
      const entry = entries[from + k - place]!;
      placed[k] = entry < recordCount ? entry : entry - recordCount;
    }
    for (let c = 0; c < this.#count; c += 1) {
      const base = this.#bases[c]!;
      if (base < 0) continue;
      const row = c * placeCount;
      for (let k = place; k < end; k += 1) {
        const cell = placed[k]! * stride + base;
        const at = (row + k) * signatureWidth;
        codes[row + k] = cells[cell]!;
        own[at] = signatures[cell * signatureWidth]!;
        own[at + 1] = signatures[cell * signatureWidth + 1]!;
        own[at + 2] = signatures[cell * signatureWidth + 2]!;
      }
    }
  }

  /**
   * Writes into `kept` the places from … to − 1 whose records may reach the floor with the one in place i, and gives their
   * number. Until it is called again, weigh may be asked of them.
   */
  keepPossible(i: number, from: number, to: number, kept: Int32Array): number {
    this.#heldCount += 1;
    if (this.#heldCount % reorderEvery === 0) this.#reorder();
    const sums = this.#sums;
    for (let j = from; j < to; j += 1) sums[j] = this.#plan.priorWeight;
    for (let c = 0; c < this.#count; c += 1) this.#addCodes(c, i, from, to);
    let count = 0;
    for (let j = from; j < to; j += 1) if (sums[j]! >= this.#least) kept[count++] = j;
    for (let k = 0; k < this.#count && count > 0; k += 1) count = this.#lowerSums(this.#order[k]!, i, kept, count);
    return count;
  }

  /**
   * Bits, at least the floor; NaN for any other pair. Place i is the one that keepPossible was asked of last, j one that it
   * kept, asked once. The record with the smaller identifier stands in i.
   */
  weigh(i: number, j: number): number {
    const { stride, cells } = this.#records;
    const a = this.#placed[i]! * stride;
    const b = this.#placed[j]! * stride;
    const ceilings = this.#ceilings;
    const open = this.#open;
    let openCount = this.#readCeilings(i, j);
    let ceiling = this.#sums[j]!;
    while (openCount > 0) {
      const at = this.#mostOpen(openCount);
      const c = open[at]!;
      openCount -= 1;
      open[at] = open[openCount]!;
      const base = this.#bases[c]!;
      const weigh = this.#compiled[c]!.weigh;
      const weight = base < 0 ? weigh(a, b) : weigh(cells[a + base]!, cells[b + base]!);
      ceiling += weight - ceilings[c]!;
      if (!(ceiling >= this.#least)) return Number.NaN;
      ceilings[c] = weight;
    }
    let sum = this.#plan.priorWeight;
    for (let c = 0; c < this.#count; c += 1) sum += ceilings[c]!;
    return sum >= this.#floor ? sum : Number.NaN;
  }

  /** Levels and adjustments of a pair of records, in the order of comparisons. */
  describe(left: number, right: number): { readonly levels: number[]; readonly adjustments: number[] } {
    const { stride, cells } = this.#records;
    const levels: number[] = [];
    const adjustments: number[] = [];
    for (let c = 0; c < this.#count; c += 1) {
      const base = this.#bases[c]!;
      const a = left * stride;
      const b = right * stride;
      const [x, y] = base < 0 ? [a, b] : [cells[a + base]!, cells[b + base]!];
      levels.push(this.#compiled[c]!.level(x, y));
      adjustments.push(this.#compiled[c]!.adjust(x, y));
    }
    return { levels, adjustments };
  }

  /** Adds one comparison's weights of missing and equal values, and its ceilings of all others. */
  #addCodes(c: number, i: number, from: number, to: number): void {
    const sums = this.#sums;
    const codes = this.#codes;
    const row = c * placeCount;
    const largest = this.#largest[c]!;
    if (this.#bases[c]! < 0) {
      for (let j = from; j < to; j += 1) sums[j]! += largest;
      return;
    }
    const x = codes[row + i]!;
    const whenEqual = this.#plan.equalWeights[this.#plan.equalStarts[c]! + x]!;
    const whenNull = this.#isNullExact[c] === 1 ? 0 : largest;
    const whenOther = x === 0 ? whenNull : this.#unproved[c]!;
    if (x === 0 && whenNull === 0 && whenEqual === 0) return;
    for (let j = from; j < to; j += 1) {
      const y = codes[row + j]!;
      sums[j]! += y === x ? whenEqual : y === 0 ? whenNull : whenOther;
    }
  }

  /** Lowers the ceilings of one comparison to what signatures prove; the places that are left stay in `kept`. */
  #lowerSums(c: number, i: number, kept: Int32Array, count: number): number {
    const codes = this.#codes;
    const row = c * placeCount;
    const x = this.#bases[c]! < 0 ? 0 : codes[row + i]!;
    if (x === 0) return count;
    const { differMax } = this.#plan.comparisons[c]!;
    const limits = this.#limits[c]!;
    const unproved = this.#unproved[c]!;
    const signatures = this.#signatures;
    const caps = this.#caps;
    const sums = this.#sums;
    const at = (row + i) * signatureWidth;
    const letters = signatures[at]!;
    const ends = signatures[at + 1]!;
    const length = signatures[at + 2]!;
    let losses = 0;
    let keptCount = 0;
    for (let k = 0; k < count; k += 1) {
      const j = kept[k]!;
      const y = codes[row + j]!;
      if (y !== x && y !== 0) {
        const other = (row + j) * signatureWidth;
        const otherLetters = signatures[other]!;
        const otherLength = signatures[other + 2]!;
        const onlyOne = Math.max(countBits(letters & ~otherLetters), countBits(otherLetters & ~letters));
        const least = mayBeOneEdit(ends, signatures[other + 1]!) ? 0 : 2;
        const edits = Math.min(provableEdits, Math.max(onlyOne, least, Math.abs(length - otherLength)));
        let reached = 0;
        if (limits.length > 0) {
          const bound = jaroWinklerUpperBound(letters, otherLetters, length, otherLength) + slack;
          while (reached < limits.length && bound >= limits[reached]!) reached += 1;
        }
        const cap = edits * (limits.length + 1) + reached;
        const loss = unproved - differMax[cap]!;
        losses += loss;
        sums[j]! -= loss;
        if (!(sums[j]! >= this.#least)) continue;
        caps[row + j] = cap;
      }
      kept[keptCount++] = j;
    }
    this.#losses[c]! += losses;
    return keptCount;
  }

  /** Weights and ceilings of a pair that was kept; gives how many are open. */
  #readCeilings(i: number, j: number): number {
    const { equalWeights, equalStarts, comparisons } = this.#plan;
    const ceilings = this.#ceilings;
    let openCount = 0;
    for (let c = 0; c < this.#count; c += 1) {
      const row = c * placeCount;
      const x = this.#bases[c]! < 0 ? -1 : this.#codes[row + i]!;
      const y = this.#codes[row + j]!;
      if (x === y) ceilings[c] = equalWeights[equalStarts[c]! + x]!;
      else if (x > 0 && y > 0) {
        const { differMax, isDecided } = comparisons[c]!;
        const cap = this.#caps[row + j]!;
        ceilings[c] = differMax[cap]!;
        if (isDecided[cap] === 0) this.#open[openCount++] = c;
      } else if (x >= 0 && this.#isNullExact[c] === 1) ceilings[c] = 0;
      else {
        ceilings[c] = this.#largest[c]!;
        this.#open[openCount++] = c;
      }
    }
    return openCount;
  }

  /** Which of the open comparisons may fall furthest. */
  #mostOpen(openCount: number): number {
    const open = this.#open;
    let best = 0;
    let most = -1;
    for (let k = 0; k < openCount; k += 1) {
      const c = open[k]!;
      const fall = this.#ceilings[c]! - this.#smallest[c]!;
      if (fall <= most) continue;
      most = fall;
      best = k;
    }
    return best;
  }

  /** Which order is best depends on the rule that made the pairs; whichever it is, the weights are the same. */
  #reorder(): void {
    const losses = this.#losses;
    this.#order.sort((a, b) => losses[b]! - losses[a]! || a - b);
    for (let c = 0; c < this.#count; c += 1) losses[c]! /= 2;
  }
}
