// The fast way to the plain score: ceilings of all fields from loaded columns, many pairs at once, drop most pairs. What
// may reach the floor is scored by scorePair from the complete evidence, so that a kept pair's log odds are the plain ones
// bit for bit (test/linkage/score).
import type { AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { Field, StandardRecords } from "../standardise/standardRecords.ts";
import { type BoundColumn, slotCount } from "./bounds/boundColumn.ts";
import { createColumns } from "./bounds/createColumns.ts";
import type { WeightTables } from "./scoringModel.ts";
import { StoppingScorer } from "./stoppingScorer.ts";

export { dropped } from "./stoppingScorer.ts";

/** What a ceiling costs, of columns that skip pairs that are out. */
const cost: Partial<Record<Field["kind"], number>> = { name: 3, email: 2 };

export class BoundedScorer {
  readonly #stopping: StoppingScorer;
  readonly #floor: number;
  readonly #stride: number;
  readonly #columns: readonly BoundColumn[];
  /** Columns as they are summed up: cheap ones, then dear ones. */
  readonly #cheap: readonly BoundColumn[];
  readonly #dear: readonly BoundColumn[];
  readonly #enough: Float64Array;
  readonly #best = new Float64Array(slotCount);
  readonly #base: number;
  /** Per place where its record's cells begin. */
  readonly #rows = new Int32Array(slotCount);

  /** Pairs with log odds (natural) below `floor` are dropped. */
  constructor(
    records: StandardRecords,
    comparer: PairComparer,
    frequencies: AlignedFrequencies,
    tables: WeightTables,
    floor: number,
  ) {
    this.#floor = floor;
    this.#stride = records.stride;
    this.#columns = createColumns(records, frequencies, tables, comparer.comparisons);
    this.#stopping = new StoppingScorer(records, comparer, tables, this.#columns, floor);
    this.#cheap = this.#columns.filter(({ isDear }) => !isDear);
    const costOf = (index: number): number => cost[records.fields[index]!.kind] ?? 1;
    const dear = [...this.#columns.keys()].filter((index) => this.#columns[index]!.isDear);
    this.#dear = dear.sort((a, b) => costOf(a) - costOf(b) || a - b).map((index) => this.#columns[index]!);
    this.#enough = new Float64Array(this.#dear.length);
    this.#base = tables.logPrior - Math.log(tables.strangerPrior);
  }

  /** Puts a record in one of `slotCount` places, for keepPossible. */
  load(slot: number, record: number): void {
    this.#rows[slot] = record * this.#stride;
    this.#loadColumns(slot, slot + 1);
  }

  /** Puts records[from … to) in the places from `slot` on. */
  loadAll(slot: number, records: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i += 1) this.#rows[slot + i - from] = records[i]! * this.#stride;
    this.#loadColumns(slot, slot + to - from);
  }

  #loadColumns(from: number, to: number): void {
    for (let i = 0; i < this.#columns.length; i += 1) this.#columns[i]!.load(this.#rows, from, to);
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

  /** Natural log odds of two records, or `dropped`. */
  scorePossible(left: number, right: number): number {
    return this.#stopping.score(left, right);
  }
}
