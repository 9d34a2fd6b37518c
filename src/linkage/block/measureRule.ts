// Measures what a rule would cost, from the records themselves, by counting hashed keys: no sorting, one pass.
import { mixBits } from "../../shared/hashText.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type BlockingRule, KeyMaker } from "./blockingRule.ts";

export interface RuleMeasure {
  /** Pairs in blocks that are kept; repeats under other rules included. Two keys in one counter raise it a little. */
  readonly pairCount: number;
  readonly largestBlock: number;
  /** Blocks too large to use, and the records in them. */
  readonly blocksLeftOut: number;
  readonly recordsLeftOut: number;
}

/** Counts keys of many rules over the same records. */
export class RuleMeter {
  readonly #records: StandardRecords;
  readonly #counters: Uint32Array;
  readonly #bySource: readonly Uint32Array[];
  readonly #blockSizeMax: number;
  readonly #scale: number;

  /**
   * `records` may be a sample of `recordCount` records: counts are scaled up then. With `acrossOnly`, pairs of one
   * source are not counted.
   */
  constructor(
    records: StandardRecords,
    options: { readonly recordCount: number; readonly blockSizeMax: number; readonly acrossOnly: boolean },
  ) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1024, records.recordCount * 4)));
    this.#records = records;
    this.#counters = new Uint32Array(size);
    this.#bySource = options.acrossOnly ? Array.from({ length: records.sourceCount }, () => new Uint32Array(size)) : [];
    this.#scale = options.recordCount / Math.max(1, records.recordCount);
    this.#blockSizeMax = Math.max(2, options.blockSizeMax / this.#scale);
  }

  measure(rule: BlockingRule): RuleMeasure {
    if (rule.atoms.length === 0) return this.#measureAll();
    this.#count(rule);
    let pairs = 0;
    let largest = 0;
    let blocksLeftOut = 0;
    let recordsLeftOut = 0;
    for (let slot = 0; slot < this.#counters.length; slot += 1) {
      const size = this.#counters[slot]!;
      if (size < 2) continue;
      if (size > largest) largest = size;
      if (size > this.#blockSizeMax) {
        blocksLeftOut += 1;
        recordsLeftOut += size;
        continue;
      }
      pairs += (size * (size - 1)) / 2;
      for (const counters of this.#bySource) pairs -= (counters[slot]! * (counters[slot]! - 1)) / 2;
    }
    return {
      pairCount: Math.round(pairs * this.#scale * this.#scale),
      largestBlock: Math.round(largest * this.#scale),
      blocksLeftOut,
      recordsLeftOut: Math.round(recordsLeftOut * this.#scale),
    };
  }

  #count(rule: BlockingRule): void {
    const maker = new KeyMaker(this.#records, rule);
    const mask = this.#counters.length - 1;
    this.#counters.fill(0);
    for (const counters of this.#bySource) counters.fill(0);
    for (let record = 0; record < this.#records.recordCount; record += 1) {
      const made = maker.make(record);
      for (let i = 0; i < made; i += 1) {
        const slot = mixBits(maker.keys[i]!) & mask;
        this.#counters[slot]! += 1;
        if (this.#bySource.length > 0) this.#bySource[this.#records.sourceOf[record]!]![slot]! += 1;
      }
    }
  }

  #measureAll(): RuleMeasure {
    const count = this.#records.recordCount * this.#scale;
    return { pairCount: (count * (count - 1)) / 2, largestBlock: count, blocksLeftOut: 0, recordsLeftOut: 0 };
  }
}
