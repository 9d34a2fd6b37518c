// The match weight of a pair under a Splink model, or that it cannot reach the floor. Codes decide first: a missing or an
// equal value has its weight at once, a differing one a ceiling; texts are compared only while the ceilings still reach
// the floor, the comparison that can lose most first. The sum that is returned is added up in Splink's order.
import { type CompiledComparison, compileComparison } from "./compileComparison.ts";
import type { ScoringPlan } from "./scoringPlan.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

/** Bits that ceilings may lose to rounding. */
const slack = 1e-9;

export class SplinkScorer {
  readonly #plan: ScoringPlan;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #floor: number;
  readonly #count: number;
  readonly #compiled: readonly CompiledComparison[];
  readonly #bases: Int32Array;
  readonly #isNullExact: Uint8Array;
  readonly #differMax: Float64Array;
  readonly #largest: Float64Array;
  readonly #equalWeights: readonly Float64Array[];
  /** Comparisons in the order in which ceilings are replaced by weights. */
  readonly #refinement: Int32Array;
  readonly #ceilings: Float64Array;
  readonly #isKnown: Uint8Array;

  /** `floor` in bits: pairs below it have no weight. */
  constructor(plan: ScoringPlan, records: SplinkRecords, floor: number) {
    const { comparisons } = plan;
    this.#plan = plan;
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#floor = floor;
    this.#count = comparisons.length;
    this.#compiled = comparisons.map((comparison) => compileComparison(comparison, records));
    this.#bases = Int32Array.from(comparisons, ({ base }) => base);
    this.#isNullExact = Uint8Array.from(comparisons, ({ isNullExact }) => (isNullExact ? 1 : 0));
    this.#differMax = Float64Array.from(comparisons, ({ differMax }) => differMax);
    this.#largest = Float64Array.from(comparisons, ({ largest }) => largest);
    this.#equalWeights = comparisons.map(({ equalWeights }) => equalWeights);
    const loss = comparisons.map(
      ({ differMax, levels }) => differMax - Math.min(...levels.map(({ weight }) => weight)),
    );
    this.#refinement = Int32Array.from(comparisons.keys()).sort((a, b) => loss[b]! - loss[a]! || a - b);
    this.#ceilings = new Float64Array(this.#count);
    this.#isKnown = new Uint8Array(this.#count);
  }

  /** Bits, at least the floor; NaN for any other pair. The left record is the one with the smaller identifier. */
  score(left: number, right: number): number {
    const cells = this.#cells;
    const a = left * this.#stride;
    const b = right * this.#stride;
    let ceiling = this.#plan.priorWeight;
    for (let c = 0; c < this.#count; c += 1) {
      const base = this.#bases[c]!;
      let own = this.#largest[c]!;
      let isKnown = 0;
      if (base >= 0) {
        const x = cells[a + base]!;
        const y = cells[b + base]!;
        if (x === y) {
          own = this.#equalWeights[c]![x]!;
          isKnown = 1;
        } else if (x === 0 || y === 0) {
          if (this.#isNullExact[c] === 1) {
            own = 0;
            isKnown = 1;
          }
        } else own = this.#differMax[c]!;
      }
      this.#ceilings[c] = own;
      this.#isKnown[c] = isKnown;
      ceiling += own;
    }
    if (!(ceiling >= this.#floor - slack)) return Number.NaN;
    return this.#refine(a, b, ceiling);
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

  #refine(a: number, b: number, start: number): number {
    let ceiling = start;
    for (let i = 0; i < this.#count; i += 1) {
      const c = this.#refinement[i]!;
      if (this.#isKnown[c] === 1) continue;
      const base = this.#bases[c]!;
      const weigh = this.#compiled[c]!.weigh;
      const weight = base < 0 ? weigh(a, b) : weigh(this.#cells[a + base]!, this.#cells[b + base]!);
      ceiling += weight - this.#ceilings[c]!;
      this.#ceilings[c] = weight;
      if (!(ceiling >= this.#floor - slack)) return Number.NaN;
    }
    let sum = this.#plan.priorWeight;
    for (let c = 0; c < this.#count; c += 1) sum += this.#ceilings[c]!;
    return sum >= this.#floor ? sum : Number.NaN;
  }

  #indexes(c: number, a: number, b: number): [number, number] {
    const base = this.#bases[c]!;
    return base < 0 ? [a, b] : [this.#cells[a + base]!, this.#cells[b + base]!];
  }
}
