// Components in batches that threads pool side by side. Where a batch ends depends on the components alone, so that sums
// over batches are the same to the last bit on any number of threads.
import { type AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import { type ScoringModel, tabulateWeights, type WeightTables } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { ComponentPool, type PoolOptions } from "./poolComponent.ts";
import type { PoolExpectation } from "./poolExpectation.ts";
import type { MemberRulings } from "./unitRulings.ts";

/** Components one after another: members[offsets[i]] … members[offsets[i + 1] − 1] are component i. */
export interface PoolBatch {
  readonly offsets: Uint32Array;
  /** What clustering moves as one, ascending within a component. */
  readonly units: Int32Array;
  /** Record indexes for the comparer. */
  readonly members: Int32Array;
  /** Per member the records that it stands for; null where each is one. */
  readonly copies: Float64Array | null;
  /** Per component what decisions say among its members; null where none do. */
  readonly rulings: readonly (MemberRulings | null)[];
}

export interface PooledBatch {
  /** Per member the place, in its component, of its cluster's first member. */
  readonly clusterOf: Int32Array;
  readonly expectation: PoolExpectation;
}

/** What a thread needs once. All large arrays are shared memory. */
export interface PoolContext {
  readonly records: StandardRecords;
  readonly frequencies: AlignedFrequencies;
  readonly model: ScoringModel;
  readonly options: PoolOptions;
}

export function createBatchPooler({ records, frequencies, model, options }: PoolContext) {
  const scoring = { comparer: new PairComparer(records, frequencies), tables: tabulateWeights(model) };
  return (batch: PoolBatch): PooledBatch => poolBatch(batch, scoring, options);
}

export function poolBatch(
  { offsets, members, copies, rulings }: PoolBatch,
  { comparer, tables }: { readonly comparer: PairComparer; readonly tables: WeightTables },
  options: PoolOptions,
): PooledBatch {
  const pool = new ComponentPool(comparer, tables, options);
  const clusterOf = new Int32Array(members.length);
  for (let component = 0; component + 1 < offsets.length; component += 1) {
    const from = offsets[component]!;
    const to = offsets[component + 1]!;
    const clusters = pool.cluster({
      members: members.subarray(from, to),
      copies: copies === null ? null : copies.slice(from, to),
      rulings: rulings[component]!,
    });
    clusterOf.set(clusters, from);
  }
  return { clusterOf, expectation: pool.expectation };
}

/** Pairs of members in one batch, at least: some tens of milliseconds of work. */
const batchPairsMin = 16_384;

/** Gathers components into batches. */
export class BatchBuilder {
  readonly batches: PoolBatch[] = [];
  readonly #comparedAs: (unit: number) => number;
  readonly #copiesOf: ((unit: number) => number) | null;
  #units: number[] = [];
  #offsets: number[] = [0];
  #rulings: (MemberRulings | null)[] = [];
  #pairs = 0;

  /** `comparedAs`: the record index of a unit; `copiesOf`: its records, null where each is one. */
  constructor(comparedAs: (unit: number) => number, copiesOf: ((unit: number) => number) | null) {
    this.#comparedAs = comparedAs;
    this.#copiesOf = copiesOf;
  }

  add(units: Int32Array, rulings: MemberRulings | null): void {
    for (let i = 0; i < units.length; i += 1) this.#units.push(units[i]!);
    this.#offsets.push(this.#units.length);
    this.#rulings.push(rulings);
    this.#pairs += (units.length * (units.length - 1)) / 2;
    if (this.#pairs >= batchPairsMin) this.finish();
  }

  /** Ends the last batch. */
  finish(): readonly PoolBatch[] {
    if (this.#units.length === 0) return this.batches;
    const units = Int32Array.from(this.#units);
    this.batches.push({
      offsets: Uint32Array.from(this.#offsets),
      units,
      members: units.map(this.#comparedAs),
      copies: this.#copiesOf === null ? null : Float64Array.from(units, this.#copiesOf),
      rulings: this.#rulings,
    });
    this.#units = [];
    this.#offsets = [0];
    this.#rulings = [];
    this.#pairs = 0;
    return this.batches;
  }
}
