// Measures what a rule would cost, from the records themselves, by counting keys in a table: exactly, in one pass,
// without sorting.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type BlockingRule, KeyMaker } from "./blockingRule.ts";
import { KeySet } from "./keySet.ts";

export interface RuleMeasure {
  /** Pairs in blocks that are used; repeats under other rules included. */
  readonly pairCount: number;
  readonly largestBlock: number;
  /** Blocks of at least two records that are not used, and the records in them. */
  readonly blocksLeftOut: number;
  readonly recordsLeftOut: number;
}

/** Counts keys of many rules over the same records. */
export class RuleMeter {
  readonly #records: StandardRecords;
  readonly #blockSizeMax: number;
  readonly #scale: number;
  readonly #isAcross: boolean;
  /** Open addressing: key and number of records of each slot, side by side; no record, no key. */
  #table: Uint32Array = new Uint32Array(0);
  /** Per source the number of its records, by slot. */
  #bySource: Uint32Array[] = [];

  /**
   * `records` may be a sample of `recordCount` records: counts are scaled up then. With `acrossOnly`, pairs of one
   * source are not counted.
   */
  constructor(
    records: StandardRecords,
    options: { readonly recordCount: number; readonly blockSizeMax: number; readonly acrossOnly: boolean },
  ) {
    this.#records = records;
    this.#isAcross = options.acrossOnly;
    this.#scale = options.recordCount / Math.max(1, records.recordCount);
    this.#blockSizeMax = Math.max(2, options.blockSizeMax / this.#scale);
    this.#widen(2 ** Math.ceil(Math.log2(Math.max(512, records.recordCount * 2))));
  }

  /** Exact for the records given; keys among the rule's stop keys count as left out. */
  measure(rule: BlockingRule): RuleMeasure {
    if (rule.atoms.length === 0) return this.#measureAll();
    while (!this.#count(rule)) this.#widen(this.#table.length);
    const stopKeys = new KeySet(rule.stopKeys);
    const table = this.#table;
    let pairs = 0;
    let largest = 0;
    let blocksLeftOut = 0;
    let recordsLeftOut = 0;
    for (let slot = 0; slot < table.length; slot += 2) {
      const size = table[slot + 1]!;
      if (size < 2) continue;
      if (size > largest) largest = size;
      if (size > this.#blockSizeMax || stopKeys.has(table[slot]!)) {
        blocksLeftOut += 1;
        recordsLeftOut += size;
        continue;
      }
      pairs += (size * (size - 1)) / 2;
      for (const counts of this.#bySource) pairs -= (counts[slot >> 1]! * (counts[slot >> 1]! - 1)) / 2;
    }
    return {
      pairCount: Math.round(pairs * this.#scale * this.#scale),
      largestBlock: Math.round(largest * this.#scale),
      blocksLeftOut,
      recordsLeftOut: Math.round(recordsLeftOut * this.#scale),
    };
  }

  /** False where the table would be more than half full. */
  #count(rule: BlockingRule): boolean {
    const { recordCount, sourceOf } = this.#records;
    const maker = new KeyMaker(this.#records, rule);
    const { keys } = maker;
    const table = this.#table;
    const mask = table.length - 2;
    const isAcross = this.#bySource.length > 0;
    let free = table.length / 4;
    table.fill(0);
    for (const counts of this.#bySource) counts.fill(0);
    for (let record = 0; record < recordCount; record += 1) {
      const made = maker.make(record);
      for (let i = 0; i < made; i += 1) {
        const key = keys[i]!;
        let slot = (key << 1) & mask;
        while (table[slot + 1] !== 0 && table[slot] !== key) slot = (slot + 2) & mask;
        if (table[slot + 1] === 0) {
          if (free === 0) return false;
          free -= 1;
          table[slot] = key;
        }
        table[slot + 1]! += 1;
        if (isAcross) this.#bySource[sourceOf[record]!]![slot >> 1]! += 1;
      }
    }
    return true;
  }

  /** `slots` is a power of two. */
  #widen(slots: number): void {
    this.#table = new Uint32Array(slots * 2);
    const { sourceCount } = this.#records;
    this.#bySource = this.#isAcross ? Array.from({ length: sourceCount }, () => new Uint32Array(slots)) : [];
  }

  #measureAll(): RuleMeasure {
    const count = this.#records.recordCount * this.#scale;
    return { pairCount: (count * (count - 1)) / 2, largestBlock: count, blocksLeftOut: 0, recordsLeftOut: 0 };
  }
}
