// Whether the order of two records matters to a condition: where it does not, what was found for a pair of values holds
// for the pair turned round.
import type { BoundExpression } from "./boundExpression.ts";

/** True where swapping the two records changes nothing. */
export function isSymmetric(condition: BoundExpression): boolean {
  return canonical(condition, false) === canonical(condition, true);
}

/** A text of the condition that is equal for conditions that differ in the order of commutative parts alone. */
function canonical(expression: BoundExpression, swap: boolean): string {
  const print = (part: BoundExpression): string => canonical(part, swap);
  switch (expression.kind) {
    case "operand":
      return `${expression.operand}${(expression.side === "left") === swap ? "r" : "l"}`;
    case "constant":
      return JSON.stringify(expression.value);
    case "and":
    case "or":
      return `${expression.kind}(${expression.args.map(print).sort().join(",")})`;
    case "not":
    case "isNull":
    case "single":
      return `${expression.kind}(${print(expression.arg)})`;
    case "compare": {
      const parts = [print(expression.left), print(expression.right)];
      const isEither = expression.operator === "=" || expression.operator === "<>";
      return `${expression.operator}(${(isEither ? parts.sort() : parts).join(",")})`;
    }
    case "call": {
      const [only] = expression.args;
      if (expression.name === "abs" && only?.kind === "call" && only.name === "-" && only.args.length === 2) {
        return `distance(${only.args.map(print).sort().join(",")})`;
      }
      const parts = expression.args.map(print);
      const isOrdered = ["-", "/"].includes(expression.name);
      return `${expression.name}(${(isOrdered ? parts : parts.sort()).join(",")})`;
    }
    case "pairwise":
      return `${expression.name} ${expression.similarity}(${[print(expression.left), print(expression.right)].sort().join(",")})`;
    case "case": {
      const checks = expression.checks.map(({ when, result }) => `${print(when)}:${print(result)}`);
      return `case(${checks.join(",")},${print(expression.otherwise)})`;
    }
  }
}
