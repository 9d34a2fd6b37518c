// Scores one pair field by field and stops as soon as it cannot reach the floor any more. Fields whose values are equal or
// missing cost next to nothing and come first; the rest counts with the most that unlike values weigh until it is compared.
import type { PairComparer } from "../compare/pairComparer.ts";
import type { Field, StandardRecords } from "../standardise/standardRecords.ts";
import { type BoundColumn, slack } from "./bounds/boundColumn.ts";
import { NameColumn } from "./bounds/nameColumn.ts";
import type { RoughNames } from "./bounds/roughNames.ts";
import { SlotColumn } from "./bounds/slotColumn.ts";
import { ceilingWithMoves, matchRatio, scorePair } from "./pairScorer.ts";
import type { WeightTables } from "./scoringModel.ts";

/** Below every log odds: the pair is not worth keeping. */
export const dropped = Number.NEGATIVE_INFINITY;

/** Order of comparing unlike values: what settles a pair for little work first. */
const turns: Partial<Record<Field["kind"], number>> = {
  sex: 0,
  suffix: 0,
  date: 0,
  document: 1,
  phone: 1,
  name: 2,
  postcode: 3,
  email: 5,
  address: 6,
  organisation: 6,
};
const turnOfOthers = 4;

export class StoppingScorer {
  readonly #comparer: PairComparer;
  readonly #tables: WeightTables;
  readonly #floor: number;
  readonly #base: number;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #names: RoughNames | null;
  /** Fields in the order of comparing; of each its place in a row, −1 for names, and the most that unlike values weigh. */
  readonly #fields: Int32Array;
  readonly #positions: Int32Array;
  readonly #unlike: Float64Array;
  /** Places in that order of fields yet to be compared. */
  readonly #open: Int32Array;

  /** Pairs with log odds (natural) below `floor` are dropped. `columns`: one a field, which know its ceilings. */
  constructor(
    records: StandardRecords,
    comparer: PairComparer,
    tables: WeightTables,
    columns: readonly BoundColumn[],
    floor: number,
  ) {
    this.#comparer = comparer;
    this.#tables = tables;
    this.#floor = floor;
    // Sums of ceilings and of weights are rounded in other orders.
    this.#base = tables.logPrior - Math.log(tables.strangerPrior) + slack;
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#names = columns.find((column) => column instanceof NameColumn)?.rough ?? null;
    const { fields } = records;
    const turnOf = (index: number): number => turns[fields[index]!.kind] ?? turnOfOthers;
    const order = [...fields.keys()].sort((a, b) => turnOf(a) - turnOf(b) || a - b);
    this.#fields = Int32Array.from(order);
    this.#positions = Int32Array.from(order, (index) => {
      const field = fields[index]!;
      return field.kind === "name" ? -1 : field.slot.position;
    });
    this.#unlike = Float64Array.from(order, (index) => {
      const column = columns[index];
      return column instanceof SlotColumn ? column.other : 0;
    });
    this.#open = new Int32Array(order.length);
  }

  /** Natural log odds as scorePair gives them, or `dropped`. */
  score(left: number, right: number): number {
    const rowA = left * this.#stride;
    const rowB = right * this.#stride;
    let best = this.#base;
    let names = 0;
    let open = 0;
    for (let i = 0; i < this.#fields.length; i += 1) {
      const position = this.#positions[i]!;
      if (position < 0) {
        names = this.#names!.of(rowA, rowB);
        best += names;
      } else {
        const a = this.#cells[rowA + position]!;
        const b = this.#cells[rowB + position]!;
        if (a < 0 || b < 0 || a === b) {
          best += this.#compare(this.#fields[i]!, left, right);
          continue;
        }
        best += this.#unlike[i]!;
      }
      this.#open[open] = i;
      open += 1;
    }
    for (let k = 0; k < open; k += 1) {
      if (best < this.#floor) return dropped;
      const i = this.#open[k]!;
      best += this.#compare(this.#fields[i]!, left, right) - (this.#positions[i]! < 0 ? names : this.#unlike[i]!);
    }
    if (best < this.#floor) return dropped;
    const odds = scorePair(this.#tables, this.#comparer.evidence);
    return odds >= this.#floor ? odds : dropped;
  }

  /** What the field adds at most; its evidence stands in the comparer from then on. */
  #compare(field: number, left: number, right: number): number {
    this.#comparer.compareField(field, left, right);
    const end = this.#comparer.firstOf(field + 1);
    let sum = 0;
    for (let index = this.#comparer.firstOf(field); index < end; index += 1) {
      if (this.#comparer.evidence.levels[index] === 0) continue;
      const ratio = matchRatio(this.#tables, this.#comparer.evidence, index);
      sum += ceilingWithMoves(this.#tables, index, ratio);
    }
    return sum;
  }
}
