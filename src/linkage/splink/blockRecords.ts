// Blocks of one rule: records put next to each other by key, keys being equal exactly where the rule's values are. A pair
// is met once, at the position of its earlier record.
import type { BoundRule } from "./bindModel.ts";
import { internPairs } from "./internPairs.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

/** All arrays are shared memory. */
export interface RuleBlocks {
  /** Per record its key as a left and as a right record, −1 where it has none; the same array where the rule is symmetric. */
  readonly leftKeys: Int32Array;
  readonly rightKeys: Int32Array;
  readonly isSymmetric: boolean;
  /** Left records with a key, by key; within one in the order of identifiers. */
  readonly left: Int32Array;
  /** Right records likewise. */
  readonly right: Int32Array;
  /** Where the right records of key k start (count + 1 entries). */
  readonly rightStarts: Int32Array;
  /** Rank of each record in the order of identifiers. */
  readonly ranks: Int32Array;
}

export function blockRecords(records: SplinkRecords, rule: BoundRule): RuleBlocks {
  const { recordCount, order } = records;
  const isSymmetric = rule.keys.every(({ left, right }) => left === right);
  const copies = isSymmetric ? 1 : 2;
  let ids: Int32Array = new Int32Array(recordCount * copies);
  let count = 1;
  rule.keys.forEach(({ left, right }, index) => {
    const codes = new Int32Array(recordCount * copies);
    fillCodes(records, left, codes, 0);
    if (!isSymmetric) fillCodes(records, right, codes, recordCount);
    if (index > 0) ({ ids, count } = internPairs(ids, codes));
    else {
      ids = codes;
      for (const code of codes) if (code >= count) count = code + 1;
    }
  });
  const leftKeys = shared(ids.subarray(0, recordCount));
  const rightKeys = isSymmetric ? leftKeys : shared(ids.subarray(recordCount));
  const sorted = sortByKey(leftKeys, order, count);
  const rightSorted = isSymmetric ? sorted : sortByKey(rightKeys, order, count);
  const ranks = new Int32Array(new SharedArrayBuffer(recordCount * 4));
  order.forEach((record, rank) => {
    ranks[record] = rank;
  });
  return {
    leftKeys,
    rightKeys,
    isSymmetric,
    left: sorted.records,
    right: rightSorted.records,
    rightStarts: rightSorted.starts,
    ranks,
  };
}

/**
 * Keys of all rules that hold wherever keys are equal (symmetric, without a filter), a row a record: two rows tell whether
 * an earlier rule has made a pair. −1 where a rule is another one or the record has no key.
 */
export function layOutKeys(
  rules: readonly BoundRule[],
  blocks: readonly RuleBlocks[],
  recordCount: number,
): Int32Array {
  const rows = new Int32Array(new SharedArrayBuffer(recordCount * rules.length * 4)).fill(-1);
  blocks.forEach(({ leftKeys, isSymmetric }, rule) => {
    if (!isSymmetric || rules[rule]?.filter !== null) return;
    for (let record = 0; record < recordCount; record += 1) rows[record * rules.length + rule] = leftKeys[record]!;
  });
  return rows;
}

/** Pairs met at each position of `left` before link type and filter, summed up to it; length + 1 entries. */
export function countPairs({ left, leftKeys, rightStarts, isSymmetric }: RuleBlocks): Float64Array {
  const sums = new Float64Array(left.length + 1);
  for (let position = 0; position < left.length; position += 1) {
    const key = leftKeys[left[position]!]!;
    const end = rightStarts[key + 1]!;
    sums[position + 1] = sums[position]! + (isSymmetric ? end - position - 1 : end - rightStarts[key]!);
  }
  return sums;
}

function fillCodes({ operands, cells, stride }: SplinkRecords, operand: number, codes: Int32Array, from: number): void {
  const values = operands[operand];
  if (values === undefined) throw new Error("Bug: a key without values");
  for (let record = 0; record < codes.length && from + record < codes.length; record += 1) {
    if (record * stride >= cells.length) return;
    codes[from + record] = values.codes[cells[record * stride + values.base]!]!;
  }
}

function shared(values: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(values.length * 4));
  copy.set(values);
  return copy;
}

function sortByKey(keys: Int32Array, order: Int32Array, keyCount: number): { records: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(new SharedArrayBuffer((keyCount + 1) * 4));
  for (const key of keys) if (key >= 0) starts[key + 1]! += 1;
  for (let key = 0; key < keyCount; key += 1) starts[key + 1]! += starts[key]!;
  const next = starts.slice(0, keyCount);
  const records = new Int32Array(new SharedArrayBuffer(starts[keyCount]! * 4));
  for (const record of order) {
    const key = keys[record]!;
    if (key < 0) continue;
    records[next[key]!] = record;
    next[key]! += 1;
  }
  return { records, starts };
}
