// Measures what a rule would cost, from the records themselves, by the sizes of its blocks: exactly.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type Blocks, groupByKey } from "./atomBlocks.ts";
import type { BlockingRule } from "./blockingRule.ts";
import { sortKeys } from "./blockStream.ts";
import { KeySet } from "./keySet.ts";
import { RuleBlocks } from "./ruleBlocks.ts";

export interface RuleMeasure {
  /** Pairs in blocks that are used; repeats under other rules included. */
  readonly pairCount: number;
  /** Records of the largest block; 0 where no two records share a key. */
  readonly largestBlock: number;
  /** Blocks of at least two records that are not used, and the records in them. */
  readonly blocksLeftOut: number;
  readonly recordsLeftOut: number;
  /** Of the records in blocks of at least two those whose block is used, 0 … 1; 1 where there are none. */
  readonly usedShare: number;
}

export interface MeterOptions {
  /** Records of which those given are a sample: counts are scaled up to them. */
  readonly recordCount: number;
  readonly blockSizeMax: number;
  /** True where pairs of one source are not counted. */
  readonly acrossOnly: boolean;
}

/** Measures many rules over the same records. */
export class RuleMeter {
  readonly #records: StandardRecords;
  readonly #blocks: RuleBlocks;
  readonly #blockSizeMax: number;
  readonly #scale: number;
  /** Records of a block by source; null where sources do not matter. */
  readonly #bySource: Int32Array | null;

  /** `blocks`: of these records. */
  constructor(records: StandardRecords, options: MeterOptions, blocks = new RuleBlocks(records)) {
    this.#records = records;
    this.#blocks = blocks;
    this.#scale = options.recordCount / Math.max(1, records.recordCount);
    this.#blockSizeMax = Math.max(2, options.blockSizeMax / this.#scale);
    this.#bySource = options.acrossOnly ? new Int32Array(records.sourceCount) : null;
  }

  /** Exact for the records given; keys among the rule's stop keys count as left out. */
  measure(rule: BlockingRule): RuleMeasure {
    if (rule.atoms.length === 0) return this.#measureAll();
    if (rule.stopKeys.length === 0) return this.#sum(this.#blocks.of(rule), () => false);
    const stopKeys = new KeySet(rule.stopKeys);
    const { keys, ...blocks } = groupByKey(sortKeys(this.#records, rule, { index: 0, count: 1 }));
    return this.#sum(blocks, (block) => stopKeys.has(keys[block]!));
  }

  #sum(blocks: Blocks, isStopped: (block: number) => boolean): RuleMeasure {
    const { count, offsets } = blocks;
    let pairs = 0;
    let largest = 0;
    let blocksLeftOut = 0;
    let recordsLeftOut = 0;
    let recordsUsed = 0;
    for (let block = 0; block < count; block += 1) {
      const size = offsets[block + 1]! - offsets[block]!;
      if (size > largest) largest = size;
      if (size > this.#blockSizeMax || isStopped(block)) {
        blocksLeftOut += 1;
        recordsLeftOut += size;
        continue;
      }
      recordsUsed += size;
      pairs += (size * (size - 1)) / 2;
      if (this.#bySource !== null) pairs -= this.#countWithin(blocks, block, this.#bySource);
    }
    return {
      pairCount: Math.round(pairs * this.#scale * this.#scale),
      largestBlock: Math.round(largest * this.#scale),
      blocksLeftOut,
      recordsLeftOut: Math.round(recordsLeftOut * this.#scale),
      usedShare: recordsLeftOut === 0 ? 1 : recordsUsed / (recordsUsed + recordsLeftOut),
    };
  }

  /** Pairs of a block whose records are of one source. */
  #countWithin({ records, offsets }: Blocks, block: number, bySource: Int32Array): number {
    const { sourceOf } = this.#records;
    let pairs = 0;
    for (let i = offsets[block]!; i < offsets[block + 1]!; i += 1) {
      const source = sourceOf[records[i]!]!;
      pairs += bySource[source]!;
      bySource[source]! += 1;
    }
    for (let i = offsets[block]!; i < offsets[block + 1]!; i += 1) bySource[sourceOf[records[i]!]!] = 0;
    return pairs;
  }

  #measureAll(): RuleMeasure {
    const count = this.#records.recordCount * this.#scale;
    return {
      pairCount: (count * (count - 1)) / 2,
      largestBlock: count,
      blocksLeftOut: 0,
      recordsLeftOut: 0,
      usedShare: 1,
    };
  }
}
