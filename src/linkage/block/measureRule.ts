// Measures what a rule would cost, from the records themselves, by counting keys in a table: exactly, in one pass,
// without sorting.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Atom } from "./atoms.ts";
import { type BlockingRule, extendKey, KeyMaker } from "./blockingRule.ts";
import type { KeySource } from "./blockStream.ts";
import { fillHashes, isFlat } from "./flatAtoms.ts";
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
  /** Hashes of atoms that rules have used, a column each. */
  readonly #columns = new Map<Atom, Uint32Array>();
  /** Slots of keys that at least two records share. */
  #shared = new Int32Array(1024);
  #sharedCount = 0;
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
    for (let i = 0; i < this.#sharedCount; i += 1) {
      const slot = this.#shared[i]!;
      const size = table[slot + 1]!;
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
    const maker = this.#sourceOf(rule);
    const { keys } = maker;
    const table = this.#table;
    const mask = table.length - 2;
    const isAcross = this.#bySource.length > 0;
    let free = table.length / 4;
    this.#sharedCount = 0;
    table.fill(0);
    for (const counts of this.#bySource) counts.fill(0);
    for (let record = 0; record < recordCount; record += 1) {
      const made = maker.make(record);
      for (let i = 0; i < made; i += 1) {
        const key = keys[i]!;
        let slot = (key << 1) & mask;
        while (table[slot + 1] !== 0 && table[slot] !== key) slot = (slot + 2) & mask;
        const size = table[slot + 1]! + 1;
        if (size === 1) {
          if (free === 0) return false;
          free -= 1;
          table[slot] = key;
        } else if (size === 2) this.#noteShared(slot);
        table[slot + 1] = size;
        if (isAcross) this.#bySource[sourceOf[record]!]![slot >> 1]! += 1;
      }
    }
    return true;
  }

  #noteShared(slot: number): void {
    if (this.#sharedCount === this.#shared.length) {
      const wider = new Int32Array(this.#shared.length * 2);
      wider.set(this.#shared);
      this.#shared = wider;
    }
    this.#shared[this.#sharedCount] = slot;
    this.#sharedCount += 1;
  }

  #sourceOf(rule: BlockingRule): KeySource {
    if (!rule.atoms.every(isFlat)) return new KeyMaker(this.#records, rule);
    return new ColumnKeys(rule.atoms.map((atom) => this.#columnOf(atom)));
  }

  #columnOf(atom: Atom): Uint32Array {
    const known = this.#columns.get(atom);
    if (known !== undefined) return known;
    const { recordCount } = this.#records;
    const hashes = new Uint32Array(recordCount);
    fillHashes(this.#records, atom, { from: 0, to: recordCount }, { hashes, stride: 1, place: 0 });
    this.#columns.set(atom, hashes);
    return hashes;
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

/** Keys of a rule whose atoms are columns. */
class ColumnKeys implements KeySource {
  readonly keys = new Uint32Array(1);
  readonly #columns: readonly Uint32Array[];

  constructor(columns: readonly Uint32Array[]) {
    this.#columns = columns;
  }

  make(record: number): number {
    let key = 0;
    for (let i = 0; i < this.#columns.length; i += 1) {
      const hash = this.#columns[i]![record]!;
      if (hash === 0) return 0;
      key = extendKey(key, hash);
    }
    this.keys[0] = key;
    return 1;
  }
}
