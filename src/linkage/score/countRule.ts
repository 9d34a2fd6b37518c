// Measures one rule before any pair is scored: which keys too many records share, so that what a pair meets under is
// known, and how much work the rule is. One pass over small counters; only keys whose counter is high are counted exactly.
import type { BlockingRule } from "../block/blockingRule.ts";
import { KeySet } from "../block/keySet.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { createKeySource, type KeyRows, placeRule } from "./keyRows.ts";

export interface RuleCount {
  /** Keys of more than `blockSizeMax` records, ascending; stop keys of the rule left aside. */
  readonly keysLeftOut: Uint32Array;
  /** Pairs in blocks that are used, of one source too; a little more where two keys share a counter. */
  readonly pairCount: number;
  /** True where a record has at most one key. */
  readonly isWhole: boolean;
}

const counterMax = 0xffff;

export function countRule(
  records: StandardRecords,
  keyRows: KeyRows,
  rule: BlockingRule,
  blockSizeMax: number,
): RuleCount {
  const { recordCount } = records;
  if (rule.atoms.length === 0) {
    return { keysLeftOut: new Uint32Array(0), pairCount: (recordCount * (recordCount - 1)) / 2, isWhole: true };
  }
  const { isWhole } = placeRule(keyRows, rule);
  const source = createKeySource(records, keyRows, rule);
  const { keys } = source;
  const counters = new Uint16Array(2 ** Math.ceil(Math.log2(Math.max(1024, recordCount * 2))));
  const mask = counters.length - 1;
  for (let record = 0; record < recordCount; record += 1) {
    const made = source.make(record);
    for (let i = 0; i < made; i += 1) {
      const at = keys[i]! & mask;
      if (counters[at]! < counterMax) counters[at]! += 1;
    }
  }
  const limit = Math.min(blockSizeMax, counterMax - 1);
  let pairCount = 0;
  let isAnyHigh = false;
  for (let at = 0; at < counters.length; at += 1) {
    const size = counters[at]!;
    if (size <= limit) pairCount += (size * (size - 1)) / 2;
    else isAnyHigh = true;
  }
  if (!isAnyHigh) return { keysLeftOut: new Uint32Array(0), pairCount, isWhole };
  const exact = new Map<number, number>();
  for (let record = 0; record < recordCount; record += 1) {
    const made = source.make(record);
    for (let i = 0; i < made; i += 1) {
      const key = keys[i]!;
      if (counters[key & mask]! > limit) exact.set(key, (exact.get(key) ?? 0) + 1);
    }
  }
  const stopKeys = new KeySet(rule.stopKeys);
  const leftOut: number[] = [];
  for (const [key, size] of exact) {
    if (size > blockSizeMax && !stopKeys.has(key)) leftOut.push(key);
    else if (size <= blockSizeMax) pairCount += (size * (size - 1)) / 2;
  }
  return { keysLeftOut: Uint32Array.from(leftOut).sort(), pairCount, isWhole };
}
