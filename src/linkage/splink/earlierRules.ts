// Whether a rule before its own has made a pair already. Rules of equal keys alone are answered from one row of key codes
// a record, all at once by bits; the others are asked of pairs that are kept.
import { sharedInt32 } from "../standardise/sharedArrays.ts";
import type { BoundRule } from "./bindModel.ts";
import { compileCondition } from "./compileCondition.ts";
import type { KeyColumn } from "./groupRecords.ts";
import { OperandReader, type PairFunctionOf } from "./operandReader.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

/** Plain data and shared memory, for all threads. */
export interface RuleKeys {
  /** Key operands that have a bit. */
  readonly width: number;
  /** codes[record * width + bit] is 0 where there is no key, else 1 + its code. */
  readonly codes: Int32Array;
  /** Per rule the bits that must be equal; 0 where equal keys do not tell, or where bits ran out. */
  readonly needs: Int32Array;
}

const bitsMax = 31;

export function layOutKeys(
  rules: readonly BoundRule[],
  columnOf: (operand: number) => KeyColumn,
  recordCount: number,
): RuleKeys {
  const operands: number[] = [];
  const needs = new Int32Array(rules.length);
  rules.forEach(({ keys, filter }, rule) => {
    if (filter !== null || keys.some(({ left, right }) => left !== right)) return;
    const added = [...new Set(keys.map(({ left }) => left))].filter((operand) => !operands.includes(operand));
    if (operands.length + added.length > bitsMax) return;
    operands.push(...added);
    for (const { left } of keys) needs[rule]! |= 1 << operands.indexOf(left);
  });
  const width = operands.length;
  const codes = sharedInt32(recordCount * width);
  const columns = operands.map((operand) => columnOf(operand).codes);
  for (let record = 0, at = 0; record < recordCount; record += 1) {
    for (let bit = 0; bit < width; bit += 1, at += 1) codes[at] = columns[bit]![record]! + 1;
  }
  return { width, codes, needs };
}

export class EarlierRules {
  readonly #records: SplinkRecords;
  readonly #rules: readonly BoundRule[];
  readonly #keys: RuleKeys;
  readonly #reader: OperandReader;
  readonly #filters: readonly (PairFunctionOf | null)[];

  constructor(records: SplinkRecords, rules: readonly BoundRule[], keys: RuleKeys) {
    this.#records = records;
    this.#rules = rules;
    this.#keys = keys;
    this.#reader = new OperandReader(records, false);
    this.#filters = rules.map(({ filter }) => (filter === null ? null : compileCondition(filter, this.#reader)));
  }

  /** True where a rule before `rule` is known by bits to have made the pair. */
  isKnown(rule: number, left: number, right: number): boolean {
    const { width, codes, needs } = this.#keys;
    const leftRow = left * width;
    const rightRow = right * width;
    let equal = 0;
    for (let bit = 0; bit < width; bit += 1) {
      const code = codes[leftRow + bit]!;
      if (code !== 0 && code === codes[rightRow + bit]!) equal |= 1 << bit;
    }
    for (let earlier = 0; earlier < rule; earlier += 1) {
      const need = needs[earlier]!;
      if (need !== 0 && (equal & need) === need) return true;
    }
    return false;
  }

  /** True where the pair, which `rule` blocks, is its own: its filter holds and no earlier rule that has no bits makes it. */
  isOwn(rule: number, left: number, right: number): boolean {
    if (!this.#passes(rule, left, right)) return false;
    for (let earlier = 0; earlier < rule; earlier += 1) {
      if (this.#keys.needs[earlier] === 0 && this.#holds(earlier, left, right)) return false;
    }
    return true;
  }

  #holds(rule: number, left: number, right: number): boolean {
    const { stride, cells, operands } = this.#records;
    const codeOf = (operand: number, record: number): number => {
      const { codes, base } = operands[operand]!;
      return codes[cells[record * stride + base]!]!;
    };
    const isEqual = this.#rules[rule]!.keys.every((key) => {
      const code = codeOf(key.left, left);
      return code >= 0 && code === codeOf(key.right, right);
    });
    return isEqual && this.#passes(rule, left, right);
  }

  #passes(rule: number, left: number, right: number): boolean {
    const filter = this.#filters[rule];
    const { stride } = this.#records;
    return filter === null || filter === undefined || filter(left * stride, right * stride) === 1;
  }
}
