// Blocks of one rule: records put next to each other where the rule's values are equal, in the order of identifiers. A
// pair is met once, at the place of its left record.
import { sharedInt32From } from "../standardise/sharedArrays.ts";
import type { BoundRule } from "./bindModel.ts";
import { groupRecords, type KeyColumn } from "./groupRecords.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

/** Arrays are shared memory. */
export interface RuleBlocks {
  /** True where the rule asks the same of both records. */
  readonly isSymmetric: boolean;
  /**
   * Records, block by block. Where the rule is not symmetric, a block holds first its records as left ones, then those
   * as right ones, which are written as record + recordCount.
   */
  readonly members: Int32Array;
  /** Where each block starts in `members`; one more entry than blocks. */
  readonly starts: Int32Array;
}

/** `columnOf`: the key codes of an operand (readKeyColumn). */
export function blockRecords(
  { recordCount, order }: SplinkRecords,
  { keys }: BoundRule,
  columnOf: (operand: number) => KeyColumn,
): RuleBlocks {
  const isSymmetric = keys.every(({ left, right }) => left === right);
  const columns = keys.map(({ left, right }) =>
    isSymmetric ? columnOf(left) : bothSides(columnOf(left), columnOf(right)),
  );
  const { members, starts } = groupRecords(isSymmetric ? order : orderTwice(order, recordCount), columns);
  return { isSymmetric, members: sharedInt32From(members), starts: sharedInt32From(starts) };
}

/** The codes of a text operand by record. */
export function readKeyColumn({ operands, cells, stride, recordCount }: SplinkRecords, operand: number): KeyColumn {
  const values = operands[operand];
  if (values === undefined) throw new Error("Bug: a key without values");
  const { codes: codeOf, base, texts } = values;
  const codes = new Int32Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) codes[record] = codeOf[cells[record * stride + base]!]!;
  return { codes, size: texts === null ? 0 : texts.offsets.length - 1 };
}

function bothSides(left: KeyColumn, right: KeyColumn): KeyColumn {
  const codes = new Int32Array(left.codes.length * 2);
  codes.set(left.codes);
  codes.set(right.codes, left.codes.length);
  return { codes, size: Math.max(left.size, right.size) };
}

function orderTwice(order: Int32Array, recordCount: number): Int32Array {
  const entries = new Int32Array(recordCount * 2);
  entries.set(order);
  order.forEach((record, rank) => {
    entries[recordCount + rank] = record + recordCount;
  });
  return entries;
}
