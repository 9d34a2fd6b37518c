// Turns a bound condition into one function over two indexes, composed once per thread. Truth has SQL's three values; a
// similarity against a constant is first bounded from lengths and letter sets, and remembered for the level after it.
import { assert } from "../../shared/assert.ts";
import type { BoundExpression } from "./boundExpression.ts";
import { compileNumber } from "./compileNumber.ts";
import { compileSimilarityTest } from "./compileSimilarityTest.ts";
import type { CompareOperator } from "./expression.ts";
import type { OperandReader, PairFunctionOf } from "./operandReader.ts";

/** 1 true, 0 false, −1 unknown (NULL). */
export type Truth = PairFunctionOf;

/** The condition's truth for the records (or base codes) that the reader's two indexes stand for. */
export function compileCondition(expression: BoundExpression, reader: OperandReader): Truth {
  switch (expression.kind) {
    case "constant":
      return constantTruth(expression.value);
    case "operand": {
      const number = reader.number(expression);
      return (a, b) => toTruth(number(a, b));
    }
    case "and":
      return compileAll(expression.args, reader, 0);
    case "or":
      return compileAll(expression.args, reader, 1);
    case "not": {
      const truth = compileCondition(expression.arg, reader);
      return (a, b) => {
        const value = truth(a, b);
        return value < 0 ? value : 1 - value;
      };
    }
    case "isNull":
      return compileIsNull(expression.arg, reader);
    case "compare":
      return compileComparison(expression, reader);
    case "case":
    case "call":
    case "pairwise":
    case "single": {
      const number = compileNumber(expression, reader, compileCondition);
      return (a, b) => toTruth(number(a, b));
    }
  }
}

const toTruth = (value: number): number => (Number.isNaN(value) ? -1 : value === 0 ? 0 : 1);

function constantTruth(value: unknown): Truth {
  const truth = value === null ? -1 : value === true || (typeof value === "number" && value !== 0) ? 1 : 0;
  return () => truth;
}

/** AND where `decisive` is 0, OR where it is 1. */
function compileAll(args: readonly BoundExpression[], reader: OperandReader, decisive: 0 | 1): Truth {
  const truths = args.map((arg) => compileCondition(arg, reader));
  const [first, second] = truths;
  if (truths.length === 2 && first !== undefined && second !== undefined) {
    return (a, b) => {
      const value = first(a, b);
      if (value === decisive) return decisive;
      const other = second(a, b);
      return other === decisive || value >= 0 ? other : -1;
    };
  }
  return (a, b) => {
    let result = 1 - decisive;
    for (let i = 0; i < truths.length; i += 1) {
      const value = truths[i]!(a, b);
      if (value === decisive) return decisive;
      if (value < 0) result = -1;
    }
    return result;
  };
}

function compileIsNull(arg: BoundExpression, reader: OperandReader): Truth {
  if (arg.kind === "operand" && reader.hasCodes(arg)) {
    const code = reader.code(arg);
    return (a, b) => (code(a, b) < 0 ? 1 : 0);
  }
  const number = compileNumber(arg, reader, compileCondition);
  return (a, b) => (Number.isNaN(number(a, b)) ? 1 : 0);
}

function compileComparison(expression: BoundExpression & { kind: "compare" }, reader: OperandReader): Truth {
  const { operator, left, right, isText } = expression;
  if (isText) {
    assert(left.kind === "operand" && right.kind === "operand", "texts are compared as operands");
    const whenEqual = operator === "=" ? 1 : 0;
    const codes = reader.straightCodes(left, right);
    if (codes !== null) {
      const { left: leftCodes, right: rightCodes } = codes;
      return (a, b) => {
        const x = leftCodes[a]!;
        const y = rightCodes[b]!;
        return x < 0 || y < 0 ? -1 : x === y ? whenEqual : 1 - whenEqual;
      };
    }
    const leftCode = reader.code(left);
    const rightCode = reader.code(right);
    return (a, b) => {
      const x = leftCode(a, b);
      const y = rightCode(a, b);
      return x < 0 || y < 0 ? -1 : x === y ? whenEqual : 1 - whenEqual;
    };
  }
  const test = compileSimilarityTest(expression, reader);
  if (test !== null) return test;
  const leftNumber = compileNumber(left, reader, compileCondition);
  const rightNumber = compileNumber(right, reader, compileCondition);
  const holds = comparators[operator];
  return (a, b) => {
    const x = leftNumber(a, b);
    const y = rightNumber(a, b);
    return Number.isNaN(x) || Number.isNaN(y) ? -1 : holds(x, y) ? 1 : 0;
  };
}

const comparators: Readonly<Record<CompareOperator, (x: number, y: number) => boolean>> = {
  "=": (x, y) => x === y,
  "<>": (x, y) => x !== y,
  "<": (x, y) => x < y,
  "<=": (x, y) => x <= y,
  ">": (x, y) => x > y,
  ">=": (x, y) => x >= y,
};
