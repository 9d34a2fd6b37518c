// The fast way to the plain score: ceilings of all fields from loaded columns, many pairs at once, drop most pairs. What
// may reach the floor is scored by scorePair from the complete evidence, so that a kept pair's log odds are the plain ones
// bit for bit (test/linkage/score).
import type { AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { Field, StandardRecords } from "../standardise/standardRecords.ts";
import { type BoundColumn, slotCount } from "./bounds/boundColumn.ts";
import { createColumns } from "./bounds/createColumns.ts";
import { scorePair } from "./pairScorer.ts";
import type { WeightTables } from "./scoringModel.ts";

/** What a ceiling costs, of columns that skip pairs that are out. */
const cost: Partial<Record<Field["kind"], number>> = { name: 3, email: 2 };

/** Below every log odds: the pair is not worth keeping. */
export const dropped = Number.NEGATIVE_INFINITY;

export class BoundedScorer {
  readonly #comparer: PairComparer;
  readonly #tables: WeightTables;
  readonly #floor: number;
  readonly #stride: number;
  readonly #columns: readonly BoundColumn[];
  /** Columns as they are summed up: cheap ones, then dear ones. */
  readonly #cheap: readonly BoundColumn[];
  readonly #dear: readonly BoundColumn[];
  readonly #enough: Float64Array;
  readonly #best = new Float64Array(slotCount);
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
    this.#columns = createColumns(records, frequencies, tables, comparer.comparisons);
    this.#cheap = this.#columns.filter(({ isDear }) => !isDear);
    const costOf = (index: number): number => cost[records.fields[index]!.kind] ?? 1;
    const dear = [...this.#columns.keys()].filter((index) => this.#columns[index]!.isDear);
    this.#dear = dear.sort((a, b) => costOf(a) - costOf(b) || a - b).map((index) => this.#columns[index]!);
    this.#enough = new Float64Array(this.#dear.length);
    this.#base = tables.logPrior - Math.log(tables.strangerPrior);
  }

  /** Natural log odds, or `dropped`. */
  score(left: number, right: number): number {
    this.load(0, left);
    this.load(1, right);
    return this.scoreLoaded(0, 1, left, right);
  }

  /** Puts a record in one of `slotCount` places, for the two methods that follow. */
  load(slot: number, record: number): void {
    const row = record * this.#stride;
    for (let i = 0; i < this.#columns.length; i += 1) this.#columns[i]!.load(slot, row);
  }

  /**
   * Writes to `kept` those places j, from ≤ j < to, whose record may score at least the floor with that in place i, and
   * gives their number.
   */
  keepPossible(i: number, from: number, to: number, kept: Int32Array): number {
    const best = this.#best;
    const cheap = this.#cheap;
    const dear = this.#dear;
    best.fill(this.#base, from, to);
    for (let k = 0; k < cheap.length; k += 1) cheap[k]!.addTo(best, i, from, to, 0);
    let enough = this.#floor;
    for (let k = dear.length - 1; k >= 0; k -= 1) {
      enough -= dear[k]!.most(i);
      this.#enough[k] = enough;
    }
    for (let k = 0; k < dear.length; k += 1) dear[k]!.addTo(best, i, from, to, this.#enough[k]!);
    let count = 0;
    for (let j = from; j < to; j += 1) {
      if (best[j]! >= this.#floor) {
        kept[count] = j;
        count += 1;
      }
    }
    return count;
  }

  /** As score, of the records loaded in places i and j. */
  scoreLoaded(i: number, j: number, left: number, right: number): number {
    let best = this.#base;
    for (let field = 0; field < this.#columns.length; field += 1) best += this.#columns[field]!.at(i, j);
    return best < this.#floor ? dropped : this.scorePossible(left, right);
  }

  /** As score, of two records whose ceilings reach the floor. */
  scorePossible(left: number, right: number): number {
    const odds = scorePair(this.#tables, this.#comparer.compare(left, right));
    return odds >= this.#floor ? odds : dropped;
  }
}
