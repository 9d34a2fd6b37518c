// A similarity held against a constant, as most levels do: lengths and letter sets often decide it alone, and the
// similarity itself is kept for the next level, which asks for the same one with another constant.
import { assert } from "../../shared/assert.ts";
import { damerauLevenshteinDistance } from "../compare/similarity/damerauLevenshteinDistance.ts";
import { jaroWinklerUpperBound } from "../compare/similarity/jaroWinklerUpperBound.ts";
import { osaDistance } from "../compare/similarity/osaDistance.ts";
import { osaLowerBound } from "../compare/similarity/osaLowerBound.ts";
import type { BoundExpression } from "./boundExpression.ts";
import type { CompareOperator, PairFunction } from "./expression.ts";
import type { OperandReader, PairFunctionOf } from "./operandReader.ts";
import { similarities, type TextSimilarity } from "./similarities.ts";
import type { SharedTexts } from "./splinkRecords.ts";

/** Per reader and function and operands the last pair of texts and its similarity. */
const memories = new WeakMap<OperandReader, Map<string, TextSimilarity>>();

/** The test as a truth, or null where the comparison is no similarity of two operands against a number. */
export function compileSimilarityTest(
  { operator, left, right }: BoundExpression & { kind: "compare" },
  reader: OperandReader,
): PairFunctionOf | null {
  if (left.kind !== "call" || similarities[left.name] === undefined) return null;
  if (right.kind !== "constant" || typeof right.value !== "number") return null;
  const [first, second] = left.args;
  assert(first?.kind === "operand" && second?.kind === "operand", "similarities compare operands");
  const texts = reader.texts(first);
  assert(texts !== null, "similarities compare texts");
  const leftCode = reader.code(first);
  const rightCode = reader.code(second);
  const limit = right.value;
  const isOut = boundOf(left.name, operator, limit);
  if (left.name === "damerau_levenshtein" && isOut !== null && limit < cutoffMax) {
    const edits = operator === "<" ? Math.ceil(limit) - 1 : Math.floor(limit);
    const decide = (x: number, y: number): number => (!isOut(texts, x, y) && isWithinEdits(texts, x, y, edits) ? 1 : 0);
    if (reader.areOwn(first, second)) return (a, b) => (a < 1 || b < 1 ? -1 : decide(a - 1, b - 1));
    return (a, b) => {
      const x = leftCode(a, b);
      const y = rightCode(a, b);
      return x < 0 || y < 0 ? -1 : decide(x, y);
    };
  }
  const similarity = remember(reader, left.name, `${first.operand} ${second.operand}`);
  return (a, b) => {
    const x = leftCode(a, b);
    const y = rightCode(a, b);
    if (x < 0 || y < 0) return -1;
    if (isOut?.(texts, x, y) === true) return 0;
    const value = similarity(texts, x, y);
    if (Number.isNaN(value)) return -1;
    if (operator === ">=") return value >= limit ? 1 : 0;
    if (operator === "<=") return value <= limit ? 1 : 0;
    if (operator === ">") return value > limit ? 1 : 0;
    if (operator === "<") return value < limit ? 1 : 0;
    return (value === limit) === (operator === "=") ? 1 : 0;
  };
}

const cutoffMax = 20;

/**
 * Damerau–Levenshtein against a limit. Optimal string alignment, which has a cutoff, is never below it, and above it by
 * at most one edit for each swap with letters between, which takes two edits or more: so it decides nearly always.
 */
function isWithinEdits({ bytes, offsets }: SharedTexts, x: number, y: number, edits: number): boolean {
  if (edits < 0) return false;
  const [fromX, toX, fromY, toY] = [offsets[x]!, offsets[x + 1]!, offsets[y]!, offsets[y + 1]!];
  const reach = edits + (edits >> 1);
  const aligned = osaDistance(bytes, fromX, toX, fromY, toY, reach);
  if (aligned <= edits || aligned > reach) return aligned <= edits;
  return damerauLevenshteinDistance(bytes, fromX, toX, fromY, toY) <= edits;
}

/** True where the similarity cannot reach the limit; a hair's breadth is left for rounding. */
function boundOf(
  name: PairFunction,
  operator: CompareOperator,
  limit: number,
): ((texts: SharedTexts, x: number, y: number) => boolean) | null {
  const isAbove = operator === ">=" || operator === ">";
  const isBelow = operator === "<=" || operator === "<";
  if (isAbove && (name === "jaro_winkler_similarity" || name === "jaro_similarity")) {
    const prefix = name === "jaro_similarity" ? 0 : 4;
    return ({ offsets, masks }, x, y) => {
      const lengthX = offsets[x + 1]! - offsets[x]!;
      const lengthY = offsets[y + 1]! - offsets[y]!;
      return jaroWinklerUpperBound(masks[x]!, masks[y]!, lengthX, lengthY, prefix) < limit - 1e-9;
    };
  }
  if (isBelow && (name === "levenshtein" || name === "damerau_levenshtein")) {
    return ({ offsets, masks }, x, y) => {
      const lengthX = offsets[x + 1]! - offsets[x]!;
      const lengthY = offsets[y + 1]! - offsets[y]!;
      return osaLowerBound(masks[x]!, masks[y]!, lengthX, lengthY) > limit;
    };
  }
  return null;
}

function remember(reader: OperandReader, name: PairFunction, operands: string): TextSimilarity {
  const own = memories.get(reader) ?? new Map<string, TextSimilarity>();
  memories.set(reader, own);
  const key = `${name} ${operands}`;
  const found = own.get(key);
  if (found !== undefined) return found;
  const compare = similarities[name];
  assert(compare !== undefined, "a similarity is known by name");
  let lastX = -1;
  let lastY = -1;
  let last = 0;
  const remembered: TextSimilarity = (texts, x, y) => {
    if (x === lastX && y === lastY) return last;
    lastX = x;
    lastY = y;
    last = compare(texts, x, y);
    return last;
  };
  own.set(key, remembered);
  return remembered;
}
