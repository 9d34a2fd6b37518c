// How a compiled condition gets at its operands. Indexes are either base codes (a comparison of one column: everything
// about a pair of values is then a function of two codes) or offsets of two records in the cells.
import type { BoundExpression } from "./boundExpression.ts";
import type { OperandValues, SharedTexts, SplinkRecords } from "./splinkRecords.ts";

export type OperandOf = BoundExpression & { readonly kind: "operand" };
export type PairFunctionOf = (a: number, b: number) => number;

export class OperandReader {
  readonly #operands: readonly OperandValues[];
  readonly #cells: Int32Array | null;

  /** `byCode`: indexes are base codes; else record · stride. */
  constructor(records: Pick<SplinkRecords, "operands" | "cells">, byCode: boolean) {
    this.#operands = records.operands;
    this.#cells = byCode ? null : records.cells;
  }

  hasCodes({ operand }: OperandOf): boolean {
    const { type } = this.#values(operand);
    return type === "text" || type === "list";
  }

  texts({ operand }: OperandOf): SharedTexts | null {
    return this.#values(operand).texts;
  }

  values({ operand }: OperandOf): OperandValues {
    return this.#values(operand);
  }

  /** Code of a text or list; −1 for NULL. */
  code(operand: OperandOf): PairFunctionOf {
    const { isOwn } = this.#values(operand.operand);
    if (this.#cells === null && isOwn) return operand.side === "left" ? (a) => a - 1 : (_, b) => b - 1;
    return this.#read(operand, this.#values(operand.operand).codes);
  }

  /** Codes by index where two operands are the left and the right record's and indexes are base codes; else null. */
  straightCodes(left: OperandOf, right: OperandOf): { readonly left: Int32Array; readonly right: Int32Array } | null {
    if (this.#cells !== null || left.side !== "left" || right.side !== "right") return null;
    return { left: this.#values(left.operand).codes, right: this.#values(right.operand).codes };
  }

  /** True where both are the text of the base's column itself, so that the code is the index less one. */
  areOwn(left: OperandOf, right: OperandOf): boolean {
    const isOwn = this.#values(left.operand).isOwn && this.#values(right.operand).isOwn;
    return isOwn && this.straightCodes(left, right) !== null;
  }

  /** A number, or a truth as 1 and 0; NaN for NULL. */
  number(operand: OperandOf): PairFunctionOf {
    return this.#read(operand, this.#values(operand.operand).numbers);
  }

  #values(operand: number): OperandValues {
    const values = this.#operands[operand];
    if (values === undefined) throw new Error("Bug: an operand without values");
    return values;
  }

  #read({ operand, side }: OperandOf, values: Int32Array | Float64Array): PairFunctionOf {
    const cells = this.#cells;
    const { base } = this.#values(operand);
    if (cells === null) return side === "left" ? (a) => values[a]! : (_, b) => values[b]!;
    return side === "left" ? (a) => values[cells[a + base]!]! : (_, b) => values[cells[b + base]!]!;
  }
}
