// The match weight of a pair under a Splink model, or that it cannot reach the floor. Codes decide first: a missing or an
// equal value has its weight at once, a differing one a ceiling by its signature; texts are compared only while the ceilings still reach
// the floor, the comparison that took most off lately first. The sum that is returned is added up in Splink's order.
import { countBits } from "../compare/similarity/countBits.ts";
import { mayBeOneEdit } from "../compare/similarity/editSignature.ts";
import { type CompiledComparison, compileComparison, provableEdits } from "./compileComparison.ts";
import type { ScoringPlan } from "./scoringPlan.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

/** Pairs refined between two looks at what each comparison takes off. */
const orderEvery = 4096;
const capCount = provableEdits + 1;
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
  readonly #isDecided: Uint8Array;
  readonly #signatures: Int32Array;
  readonly #largest: Float64Array;
  readonly #equalWeights: readonly Float64Array[];
  /** Comparisons in the order in which ceilings are replaced by weights. */
  readonly #refinement: Int32Array;
  /** What replacing its ceiling by its weight has taken off, in bits, and how often, by comparison. */
  readonly #losses: Float64Array;
  readonly #replacements: Float64Array;
  #refinedCount = 0;
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
    this.#differMax = Float64Array.from(comparisons.flatMap(({ differMax }) => [...differMax]));
    this.#isDecided = Uint8Array.from(comparisons.flatMap(({ isDecided }) => [...isDecided]));
    this.#signatures = records.signatures;
    this.#largest = Float64Array.from(comparisons, ({ largest }) => largest);
    this.#equalWeights = comparisons.map(({ equalWeights }) => equalWeights);
    this.#losses = Float64Array.from(
      comparisons,
      ({ differMax, levels }) => differMax[0]! - Math.min(...levels.map(({ weight }) => weight)),
    );
    this.#replacements = new Float64Array(this.#count).fill(1);
    this.#refinement = Int32Array.from(comparisons.keys());
    this.#order();
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
        } else {
          const at = c * capCount + this.#editsApart((a + base) * 2, (b + base) * 2);
          own = this.#differMax[at]!;
          isKnown = this.#isDecided[at]!;
        }
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

  /** Edits 0 … provableEdits that two texts are surely apart, from their signatures. */
  #editsApart(a: number, b: number): number {
    const lettersA = this.#signatures[a]!;
    const lettersB = this.#signatures[b]!;
    const onlyA = countBits(lettersA & ~lettersB);
    const onlyB = countBits(lettersB & ~lettersA);
    const least = mayBeOneEdit(this.#signatures[a + 1]!, this.#signatures[b + 1]!) ? 0 : 2;
    return Math.min(provableEdits, Math.max(onlyA, onlyB, least));
  }

  #refine(a: number, b: number, start: number): number {
    this.#refinedCount += 1;
    if (this.#refinedCount % orderEvery === 0) this.#order();
    let ceiling = start;
    for (let i = 0; i < this.#count; i += 1) {
      const c = this.#refinement[i]!;
      if (this.#isKnown[c] === 1) continue;
      const base = this.#bases[c]!;
      const weigh = this.#compiled[c]!.weigh;
      const weight = base < 0 ? weigh(a, b) : weigh(this.#cells[a + base]!, this.#cells[b + base]!);
      const loss = this.#ceilings[c]! - weight;
      if (Number.isNaN(loss)) return Number.NaN;
      this.#losses[c]! += loss;
      this.#replacements[c]! += 1;
      ceiling -= loss;
      this.#ceilings[c] = weight;
      if (!(ceiling >= this.#floor - slack)) return Number.NaN;
    }
    let sum = this.#plan.priorWeight;
    for (let c = 0; c < this.#count; c += 1) sum += this.#ceilings[c]!;
    return sum >= this.#floor ? sum : Number.NaN;
  }

  /** Which order is best depends on the rule that made the pairs; whichever it is, the weights are the same. */
  #order(): void {
    const losses = this.#losses;
    const counts = this.#replacements;
    this.#refinement.sort((a, b) => losses[b]! / counts[b]! - losses[a]! / counts[a]! || a - b);
    for (let c = 0; c < this.#count; c += 1) {
      losses[c]! /= 2;
      counts[c]! /= 2;
    }
  }

  #indexes(c: number, a: number, b: number): [number, number] {
    const base = this.#bases[c]!;
    return base < 0 ? [a, b] : [this.#cells[a + base]!, this.#cells[b + base]!];
  }
}
