// Measures what a rule would cost, from the records themselves: pairs, largest block, what oversized blocks hide.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { BlockingRule } from "./blockingRule.ts";
import { forEachBlock, sortKeys } from "./blockStream.ts";

export interface RuleMeasure {
  /** Pairs in blocks that are kept. */
  readonly pairCount: number;
  readonly largestBlock: number;
  readonly blocksLeftOut: number;
  readonly recordsLeftOut: number;
  readonly recordsWithKey: number;
}

/** Above this many records only keys of one partition are counted, and the counts scaled up. */
const wholeMax = 400_000;

/** Counts are exact up to 400,000 records, scaled from a share of the keys above. Across sources same-source pairs are not counted. */
export function measureRule(
  records: StandardRecords,
  rule: BlockingRule,
  options: { blockSizeMax: number; acrossOnly: boolean },
): RuleMeasure {
  const shares = Math.max(1, Math.ceil(records.recordCount / wholeMax));
  const sorted = sortKeys(records, rule, { index: 0, count: shares });
  const perSource = new Int32Array(records.sourceCount);
  let pairCount = 0;
  let largestBlock = 1;
  let blocksLeftOut = 0;
  let recordsLeftOut = 0;
  forEachBlock(sorted, (from, to) => {
    const size = to - from;
    largestBlock = Math.max(largestBlock, size);
    if (size > options.blockSizeMax) {
      blocksLeftOut += 1;
      recordsLeftOut += size;
      return;
    }
    pairCount += (size * (size - 1)) / 2;
    if (!options.acrossOnly) return;
    perSource.fill(0);
    for (let i = from; i < to; i += 1) perSource[records.sourceOf[sorted.records[i]!]!]! += 1;
    for (const count of perSource) pairCount -= (count * (count - 1)) / 2;
  });
  return {
    pairCount: pairCount * shares,
    largestBlock,
    blocksLeftOut: blocksLeftOut * shares,
    recordsLeftOut: recordsLeftOut * shares,
    recordsWithKey: sorted.keys.length * shares,
  };
}
