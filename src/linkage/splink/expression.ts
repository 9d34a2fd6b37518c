// An SQL expression over two records as plain data, the common ground of reading, printing and evaluating a condition.
// Only pure functions whose meaning is known here can stand in it.

export type Side = "left" | "right";

/** Functions over values of both records that the kernel computes; all others are of one record and DuckDB's. */
export const pairFunctions = [
  "levenshtein",
  "damerau_levenshtein",
  "jaro_similarity",
  "jaro_winkler_similarity",
  "jaccard",
  "list_intersect",
  "array_length",
  "+",
  "-",
  "*",
  "/",
  "abs",
  "least",
  "greatest",
  "acos",
  "cos",
  "sin",
  "sqrt",
  "radians",
] as const;
export type PairFunction = (typeof pairFunctions)[number];

export type CompareOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export type Constant = string | number | boolean | null;

export type Expression =
  | { readonly kind: "column"; readonly column: string; readonly side: Side }
  | { readonly kind: "constant"; readonly value: Constant }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "cast"; readonly type: string; readonly arg: Expression }
  | {
      readonly kind: "compare";
      readonly operator: CompareOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "and" | "or"; readonly args: readonly Expression[] }
  | { readonly kind: "not" | "isNull"; readonly arg: Expression }
  | {
      readonly kind: "case";
      readonly checks: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression;
    }
  /** list_max or list_min over a similarity of each value of one list with each of the other. */
  | {
      readonly kind: "pairwise";
      readonly name: "list_max" | "list_min";
      readonly similarity: PairFunction;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Direct parts of an expression, in order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "column":
    case "constant":
      return [];
    case "call":
    case "and":
    case "or":
      return expression.args;
    case "cast":
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
