// The fast way to the plain score: fields are compared one after another, cheapest and most telling first, and a pair is
// dropped as soon as the best that is still possible cannot reach the floor. What survives is scored by scorePair from
// the complete evidence, so a kept pair's log odds are the plain ones bit for bit (test/linkage/score).
import type { AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { Field, StandardRecords } from "../standardise/standardRecords.ts";
import { matchRatio, scorePair } from "./pairScorer.ts";
import type { WeightTables } from "./scoringModel.ts";
import { createFieldBounds, type FieldBound } from "./weightBound.ts";

/** Order of comparison: integers first, token sets last. */
const cost: Record<Field["kind"], number> = {
  date: 0,
  name: 1,
  document: 2,
  phone: 2,
  sex: 3,
  suffix: 3,
  postcode: 4,
  number: 5,
  houseNumber: 5,
  code: 6,
  email: 7,
  town: 8,
  text: 8,
  address: 9,
  organisation: 9,
};

/** Below every log odds: the pair is not worth keeping. */
export const dropped = Number.NEGATIVE_INFINITY;

export class BoundedScorer {
  readonly #comparer: PairComparer;
  readonly #tables: WeightTables;
  readonly #floor: number;
  readonly #stride: number;
  readonly #bounds: readonly FieldBound[];
  readonly #order: Int32Array;
  readonly #firsts: Int32Array;
  readonly #held: Float64Array;
  readonly #base: number;

  /** Pairs with log odds (natural) below `floor` are dropped. */
  constructor(
    records: StandardRecords,
    comparer: PairComparer,
    frequencies: AlignedFrequencies,
    tables: WeightTables,
    floor: number,
  ) {
    this.#comparer = comparer;
    this.#tables = tables;
    this.#floor = floor;
    this.#stride = records.stride;
    this.#bounds = createFieldBounds(records, frequencies, tables, comparer.comparisons);
    const indexes = records.fields.map((_, index) => index);
    indexes.sort((x, y) => cost[records.fields[x]!.kind] - cost[records.fields[y]!.kind] || x - y);
    this.#order = Int32Array.from(indexes);
    this.#firsts = Int32Array.from([...records.fields.keys(), records.fields.length], (field) =>
      comparer.firstOf(field),
    );
    this.#held = new Float64Array(records.fields.length);
    this.#base = tables.logPrior - Math.log(tables.strangerPrior);
  }

  /** Natural log odds, or `dropped`. */
  score(left: number, right: number): number {
    const a = left * this.#stride;
    const b = right * this.#stride;
    let best = this.#base;
    for (let field = 0; field < this.#held.length; field += 1) {
      const bound = this.#bounds[field]!.at(a, b);
      this.#held[field] = bound;
      best += bound;
    }
    if (best < this.#floor) return dropped;
    for (let i = 0; i < this.#order.length; i += 1) {
      const field = this.#order[i]!;
      this.#comparer.compareField(field, left, right);
      best -= this.#held[field]!;
      const end = this.#firsts[field + 1]!;
      for (let comparison = this.#firsts[field]!; comparison < end; comparison += 1) {
        best += matchRatio(this.#tables, this.#comparer.evidence, comparison);
      }
      if (best < this.#floor - 1e-6) return dropped;
    }
    const odds = scorePair(this.#tables, this.#comparer.evidence);
    return odds >= this.#floor ? odds : dropped;
  }
}
