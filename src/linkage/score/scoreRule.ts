// Enumerates the pairs of one rule's blocks and keeps those that score at least a floor.
import type { BlockingRule } from "../block/blockingRule.ts";
import { forEachBlock, type Partition, sortKeys } from "../block/blockStream.ts";
import { KeySet } from "../block/keySet.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type BoundedScorer, dropped } from "./boundedScorer.ts";
import { type LinkList, LinkListBuilder } from "./linkList.ts";

export interface ScoreOptions {
  /** Blocks of more records are not used. */
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
}

export interface ScoredRule {
  readonly links: LinkList;
  /** Pairs enumerated, repeats under other rules included. */
  readonly pairCount: number;
  /** Keys of the blocks that were too large, ascending; stop keys of the rule left aside. */
  readonly keysLeftOut: Uint32Array;
}

/** `ruleIndex` is written on the links. With no atoms in the rule, all pairs of records are scored. */
export function scoreRule(
  records: StandardRecords,
  scorer: BoundedScorer,
  rule: BlockingRule,
  options: ScoreOptions & { readonly ruleIndex: number; readonly partition: Partition },
): ScoredRule {
  const { sourceOf } = records;
  const links = new LinkListBuilder();
  let pairCount = 0;
  const score = (left: number, right: number): void => {
    if (left === right || (options.acrossOnly && sourceOf[left] === sourceOf[right])) return;
    pairCount += 1;
    const odds = scorer.score(left, right);
    if (odds !== dropped) links.push(left, right, odds, options.ruleIndex);
  };
  if (rule.atoms.length === 0) {
    for (let left = options.partition.index; left < records.recordCount; left += options.partition.count) {
      for (let right = left + 1; right < records.recordCount; right += 1) score(left, right);
    }
    return { links: links.finish(), pairCount, keysLeftOut: new Uint32Array(0) };
  }
  const sorted = sortKeys(records, rule, options.partition);
  const stopKeys = new KeySet(rule.stopKeys);
  const keysLeftOut: number[] = [];
  forEachBlock(sorted, (from, to) => {
    const key = sorted.keys[from]!;
    if (stopKeys.has(key)) return;
    if (to - from > options.blockSizeMax) {
      keysLeftOut.push(key);
      return;
    }
    for (let i = from; i < to; i += 1) {
      const left = sorted.records[i]!;
      for (let j = i + 1; j < to; j += 1) score(left, sorted.records[j]!);
    }
  });
  return { links: links.finish(), pairCount, keysLeftOut: Uint32Array.from(keysLeftOut) };
}
