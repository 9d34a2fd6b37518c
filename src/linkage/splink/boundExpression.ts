// A condition over two records with everything that one record decides alone taken out as operands: values computed once
// per distinct value by DuckDB. What remains is small, plain data, and sent to worker threads.
import type { CompareOperator, Constant, PairFunction, Side } from "./expression.ts";

export type OperandType = "text" | "number" | "list" | "truth";

/** A value of one record. */
export interface Operand {
  /** Columns it is computed from, sorted. */
  readonly columns: readonly string[];
  /** SQL over c0, c1 … (texts, in the order of `columns`); null where it is the column's own text. */
  readonly sql: string | null;
  readonly type: OperandType;
}

export type BoundExpression =
  /** The value itself; as a condition, a truth operand. */
  | { readonly kind: "operand"; readonly operand: number; readonly side: Side }
  | { readonly kind: "constant"; readonly value: Constant }
  | { readonly kind: "call"; readonly name: PairFunction; readonly args: readonly BoundExpression[] }
  | { readonly kind: "single"; readonly arg: BoundExpression }
  /** `isText`: both sides are text operands of one dictionary, compared by code. */
  | {
      readonly kind: "compare";
      readonly operator: CompareOperator;
      readonly isText: boolean;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    }
  | { readonly kind: "and" | "or"; readonly args: readonly BoundExpression[] }
  | { readonly kind: "not" | "isNull"; readonly arg: BoundExpression }
  | {
      readonly kind: "case";
      readonly checks: readonly { readonly when: BoundExpression; readonly result: BoundExpression }[];
      readonly otherwise: BoundExpression;
    }
  | {
      readonly kind: "pairwise";
      readonly name: "list_max" | "list_min";
      readonly similarity: PairFunction;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    };

/** Direct parts of a bound expression. */
export function boundPartsOf(expression: BoundExpression): readonly BoundExpression[] {
  switch (expression.kind) {
    case "operand":
    case "constant":
      return [];
    case "call":
    case "and":
    case "or":
      return expression.args;
    case "single":
    case "not":
    case "isNull":
      return [expression.arg];
    case "compare":
    case "pairwise":
      return [expression.left, expression.right];
    case "case":
      return [...expression.checks.flatMap(({ when, result }) => [when, result]), expression.otherwise];
  }
}

/** Indexes of all operands in an expression, without repeats. */
export function operandsIn(expression: BoundExpression): Set<number> {
  if (expression.kind === "operand") return new Set([expression.operand]);
  return new Set(boundPartsOf(expression).flatMap((part) => [...operandsIn(part)]));
}
