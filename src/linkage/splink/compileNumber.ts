// Numbers over two records as functions of two indexes; NaN is NULL, as SQL's arithmetic hands it on.
import { assert } from "../../shared/assert.ts";
import type { BoundExpression } from "./boundExpression.ts";
import type { PairFunction } from "./expression.ts";
import type { OperandReader, PairFunctionOf } from "./operandReader.ts";
import { compileSimilarity, similarities } from "./similarities.ts";

/** Compiles a condition within a number; handed in, since conditions hold numbers as well. */
export type CompileTruth = (expression: BoundExpression, reader: OperandReader) => PairFunctionOf;

export function compileNumber(
  expression: BoundExpression,
  reader: OperandReader,
  compileTruth: CompileTruth,
): PairFunctionOf {
  switch (expression.kind) {
    case "constant": {
      const value = expression.value === null ? Number.NaN : Number(expression.value);
      return () => value;
    }
    case "operand":
      return reader.number(expression);
    case "single": {
      const number = compileNumber(expression.arg, reader, compileTruth);
      return (a, b) => Math.fround(number(a, b));
    }
    case "call":
      return compileCall(expression, reader, compileTruth);
    case "case":
      return compileCase(expression, reader, compileTruth);
    case "pairwise":
      return compilePairwise(expression, reader);
    default: {
      const truth = compileTruth(expression, reader);
      return (a, b) => {
        const value = truth(a, b);
        return value < 0 ? Number.NaN : value;
      };
    }
  }
}

/** SQL's least and greatest leave NULL aside; all others hand it on. */
const arithmetic: Partial<Record<PairFunction, (x: number, y: number) => number>> = {
  "+": (x, y) => x + y,
  "-": (x, y) => x - y,
  "*": (x, y) => x * y,
  "/": (x, y) => (y === 0 ? Number.NaN : x / y),
  least: (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y)),
  greatest: (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y)),
};

const oneNumber: Partial<Record<PairFunction, (x: number) => number>> = {
  abs: Math.abs,
  acos: Math.acos,
  cos: Math.cos,
  sin: Math.sin,
  sqrt: Math.sqrt,
  radians: (x) => (x * Math.PI) / 180,
  "-": (x) => -x,
};

function compileCall(
  { name, args }: BoundExpression & { kind: "call" },
  reader: OperandReader,
  compileTruth: CompileTruth,
): PairFunctionOf {
  const [first, second] = args;
  assert(first !== undefined, "a function has an argument");
  if (name === "array_length") {
    assert(first.kind === "call" && first.name === "list_intersect", "lists of both records are intersections");
    return compileIntersection(first, reader);
  }
  if (similarities[name] !== undefined) {
    assert(first.kind === "operand" && second?.kind === "operand", "similarities compare operands");
    return compileSimilarity(name, first, second, reader);
  }
  const x = compileNumber(first, reader, compileTruth);
  if (second === undefined) {
    const one = oneNumber[name];
    assert(one !== undefined, `${name} takes two numbers`);
    return (a, b) => one(x(a, b));
  }
  const two = arithmetic[name];
  assert(two !== undefined, `${name} takes one number`);
  return args
    .slice(1)
    .map((arg) => compileNumber(arg, reader, compileTruth))
    .reduce((left, right) => (a, b) => two(left(a, b), right(a, b)), x);
}

function compileCase(
  { checks, otherwise }: BoundExpression & { kind: "case" },
  reader: OperandReader,
  compileTruth: CompileTruth,
): PairFunctionOf {
  const whens = checks.map(({ when }) => compileTruth(when, reader));
  const results = checks.map(({ result }) => compileNumber(result, reader, compileTruth));
  const rest = compileNumber(otherwise, reader, compileTruth);
  return (a, b) => {
    for (let i = 0; i < whens.length; i += 1) if (whens[i]!(a, b) === 1) return results[i]!(a, b);
    return rest(a, b);
  };
}

/** Values in both lists; list items are distinct and in ascending order. */
function compileIntersection({ args }: BoundExpression & { kind: "call" }, reader: OperandReader): PairFunctionOf {
  const [first, second] = args;
  assert(first?.kind === "operand" && second?.kind === "operand", "lists are operands");
  const left = reader.values(first);
  const right = reader.values(second);
  const leftCode = reader.code(first);
  const rightCode = reader.code(second);
  return (a, b) => {
    const x = leftCode(a, b);
    const y = rightCode(a, b);
    if (x < 0 || y < 0) return Number.NaN;
    let i = left.listOffsets[x]!;
    let j = right.listOffsets[y]!;
    let common = 0;
    while (i < left.listOffsets[x + 1]! && j < right.listOffsets[y + 1]!) {
      const gap = left.listItems[i]! - right.listItems[j]!;
      if (gap === 0) common += 1;
      if (gap <= 0) i += 1;
      if (gap >= 0) j += 1;
    }
    return common;
  };
}

function compilePairwise(
  { name, similarity, left, right }: BoundExpression & { kind: "pairwise" },
  reader: OperandReader,
): PairFunctionOf {
  assert(left.kind === "operand" && right.kind === "operand", "lists are operands");
  const compare = similarities[similarity];
  const texts = reader.texts(left);
  assert(compare !== undefined && texts !== null, "a pairwise similarity is of texts");
  const lists = [reader.values(left), reader.values(right)] as const;
  const leftCode = reader.code(left);
  const rightCode = reader.code(right);
  const isMax = name === "list_max";
  return (a, b) => {
    const x = leftCode(a, b);
    const y = rightCode(a, b);
    let best = Number.NaN;
    if (x < 0 || y < 0) return best;
    for (let i = lists[0].listOffsets[x]!; i < lists[0].listOffsets[x + 1]!; i += 1) {
      for (let j = lists[1].listOffsets[y]!; j < lists[1].listOffsets[y + 1]!; j += 1) {
        const value = compare(texts, lists[0].listItems[i]!, lists[1].listItems[j]!);
        if (Number.isNaN(best) || (isMax ? value > best : value < best)) best = value;
      }
    }
    return best;
  };
}
