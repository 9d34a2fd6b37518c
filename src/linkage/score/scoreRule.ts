// Enumerates the pairs of one rule's blocks and keeps those that score at least a floor. A pair is scored under the first
// rule that it meets under, and nowhere else.

import type { BlockingRule } from "../block/blockingRule.ts";
import { forEachBlock, type Partition, sortMadeKeys } from "../block/blockStream.ts";
import { KeySet } from "../block/keySet.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { BlockScorer, type PairFilter, type TakeLink } from "./blockScorer.ts";
import type { BoundedScorer } from "./boundedScorer.ts";
import { createKeySource, type KeyRows } from "./keyRows.ts";
import { type LinkList, LinkListBuilder } from "./linkList.ts";
import type { RuleMeetings } from "./ruleMeetings.ts";

export interface ScoreOptions {
  /** Blocks of more records are not used. */
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
}

export interface ScoredRule {
  readonly links: LinkList;
  /** Pairs enumerated, repeats under other rules included. */
  readonly pairCount: number;
  /** meetings[k]: links of log odds of at least 0 that meet under k rules. */
  readonly meetings: readonly number[];
}

export interface RuleInput {
  readonly records: StandardRecords;
  readonly scorer: BoundedScorer;
  readonly rules: readonly BlockingRule[];
  readonly keyRows: KeyRows;
  readonly meetings: RuleMeetings;
}

/** Scores one rule's partition. With no atoms in the rule, all pairs of records are scored. */
export function scoreRule(
  { records, scorer, rules, keyRows, meetings }: RuleInput,
  { blockSizeMax, acrossOnly }: ScoreOptions,
  ruleIndex: number,
  partition: Partition,
): ScoredRule {
  const rule = rules[ruleIndex]!;
  const sourceOf = acrossOnly ? records.sourceOf : null;
  const links = new LinkListBuilder();
  const met: number[] = [];
  const filter: PairFilter = {
    load: (slot, all, from, to) => meetings.load(slot, all, from, to),
    isWanted: (i, j, key) =>
      (sourceOf === null || sourceOf[meetings.recordAt(i)] !== sourceOf[meetings.recordAt(j)]) &&
      meetings.isFirst(i, j, ruleIndex, key),
  };
  const take: TakeLink = (left, right, odds, i, j) => {
    links.push(left, right, odds, ruleIndex);
    if (odds < 0) return;
    const count = Math.max(1, meetings.count(i, j));
    met[count] = (met[count] ?? 0) + 1;
  };
  const blocks = new BlockScorer(scorer, filter, take);
  const finish = (pairCount: number): ScoredRule => ({
    links: links.finish(),
    pairCount,
    meetings: Array.from(met, (count) => count ?? 0),
  });
  if (rule.atoms.length === 0) {
    const everyone = Int32Array.from({ length: records.recordCount }, (_, record) => record);
    blocks.score({ records: everyone, from: 0, to: everyone.length, key: 0 }, partition);
    blocks.finish();
    return finish(partition.index === 0 ? countPairs(everyone, 0, everyone.length, sourceOf) : 0);
  }
  const sorted = sortMadeKeys(createKeySource(records, keyRows, rule), records.recordCount, partition);
  const stopKeys = new KeySet(rule.stopKeys);
  let pairCount = 0;
  forEachBlock(sorted, (from, to) => {
    const key = sorted.keys[from]!;
    if (to - from > blockSizeMax || stopKeys.has(key)) return;
    pairCount += countPairs(sorted.records, from, to, sourceOf);
    blocks.score({ records: sorted.records, from, to, key });
  });
  blocks.finish();
  return finish(pairCount);
}

/** Pairs among records[from … to), of different sources where `sourceOf` is given. */
function countPairs(records: Int32Array, from: number, to: number, sourceOf: Uint16Array | null): number {
  const size = to - from;
  if (sourceOf === null) return (size * (size - 1)) / 2;
  const perSource = new Map<number, number>();
  let pairs = 0;
  for (let i = from; i < to; i += 1) {
    const source = sourceOf[records[i]!]!;
    const before = perSource.get(source) ?? 0;
    pairs += i - from - before;
    perSource.set(source, before + 1);
  }
  return pairs;
}
