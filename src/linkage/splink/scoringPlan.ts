// What a thread needs to score pairs under a Splink model: plain data and shared arrays, planned once. Per comparison it
// says how far codes alone decide the weight, which is what makes most pairs cheap.
import { assert } from "../../shared/assert.ts";
import { sharedFloat64 } from "../standardise/sharedArrays.ts";
import type { BoundModel } from "./bindModel.ts";
import { type BoundExpression, operandsIn } from "./boundExpression.ts";
import { compileComparison, type PlannedComparison, type PlannedLevel, provableEdits } from "./compileComparison.ts";
import { isSymmetric } from "./isSymmetric.ts";
import type { SplinkComparison, SplinkModel } from "./splinkModel.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

export interface ScoringPlan {
  /** log2 of the prior odds. */
  readonly priorWeight: number;
  readonly comparisons: readonly PlannedComparison[];
  /**
   * Weights in bits of a value compared with itself, by equalStarts[comparison] + base code; NaN where no level holds.
   * Comparisons of several bases have none.
   */
  readonly equalWeights: Float64Array;
  readonly equalStarts: Int32Array;
}

/** `bound` must be of `model`, without mistakes. */
export function planScoring(model: SplinkModel, bound: BoundModel, records: SplinkRecords): ScoringPlan {
  assert(bound.mistakes.length === 0, "a model with mistakes is not scored");
  const comparisons = model.comparisons.map((comparison, index) =>
    planComparison(comparison, bound.comparisons[index] ?? [], records),
  );
  return { priorWeight: Math.log2(model.prior / (1 - model.prior)), comparisons, ...weighEqual(comparisons, records) };
}

function planComparison(
  { levels }: SplinkComparison,
  conditions: readonly (BoundExpression | null)[],
  records: SplinkRecords,
): PlannedComparison {
  const planned = levels.map(({ weight, frequency }, index): PlannedLevel => {
    const condition = conditions[index] ?? null;
    if (frequency === null) return { condition, weight, frequency: null };
    const { base, log2 } = records.frequencies[frequency.column] ?? assertFrequency(frequency.column);
    const log2Minimum = frequency.minimumU > 0 ? Math.log2(frequency.minimumU) : Number.NEGATIVE_INFINITY;
    return {
      condition,
      weight,
      frequency: { base, log2, share: frequency.weight, log2U: frequency.log2U, log2Minimum },
    };
  });
  const operands = new Set(conditions.flatMap((condition) => (condition === null ? [] : [...operandsIn(condition)])));
  const bases = new Set([...operands].map((operand) => records.operands[operand]?.base ?? -1));
  for (const { frequency } of planned) if (frequency !== null) bases.add(frequency.base);
  const [only] = bases;
  const base = bases.size === 1 && only !== undefined ? only : -1;
  const [first] = conditions;
  const isNullFirst =
    levels[0]?.isNull === true && first !== null && first !== undefined && isEitherNull(first, records);
  const isNullMissing = base >= 0 && isNullFirst && isNullOnlyMissing(first, records);
  const differing = planned.filter((level, index) => !(index === 0 && isNullMissing) && !isOnlyEqual(level, records));
  return {
    base,
    levels: planned,
    isSymmetric: conditions.every((condition) => condition === null || isSymmetric(condition)),
    isNullExact: base >= 0 && isNullFirst,
    ...capDiffering(differing, records, base),
    largest: maximum(planned),
  };
}

/** What two different codes can weigh at most, by what their signatures prove. */
function capDiffering(
  levels: readonly PlannedLevel[],
  { operands }: SplinkRecords,
  base: number,
): Pick<PlannedComparison, "limits" | "differMax" | "isDecided"> {
  const isSigned = (part: BoundExpression): boolean =>
    part.kind === "operand" && operands[part.operand]?.isOwn === true && operands[part.operand]?.base === base;
  const tests = levels.flatMap(({ condition }) => (condition === null ? [] : similarityTests(condition, isSigned)));
  const limits = [...new Set(tests)].sort((a, b) => a - b);
  const reach = Array.from({ length: (provableEdits + 1) * (limits.length + 1) }, (_, index) => {
    const edits = Math.floor(index / (limits.length + 1));
    const reached = limits.slice(0, index % (limits.length + 1));
    const proof: Proof = { edits, limitMax: reached.at(-1) ?? Number.NEGATIVE_INFINITY, isSigned };
    return levels.filter(({ condition }) => condition === null || mayHold(condition, proof));
  });
  const isOne = (own: readonly PlannedLevel[]): boolean =>
    own.length === 1 && own[0]?.condition === null && own[0].frequency === null;
  return {
    limits,
    differMax: Float64Array.from(reach, (own) => (own.length === 0 ? Number.NaN : maximum(own))),
    isDecided: Uint8Array.from(reach, (own) => (isOne(own) ? 1 : 0)),
  };
}

/** What is proved of two texts of one column. */
interface Proof {
  /** They are at least so many edits apart. */
  readonly edits: number;
  /** Their Jaro–Winkler similarity, which Jaro's is not above, reaches no limit above it. */
  readonly limitMax: number;
  readonly isSigned: (part: BoundExpression) => boolean;
}

const isJaro = (name: string): boolean => name === "jaro_winkler_similarity" || name === "jaro_similarity";

/** Limits that a condition sets for Jaro and Jaro–Winkler of two signed texts. */
function similarityTests(condition: BoundExpression, isSigned: Proof["isSigned"]): number[] {
  if (condition.kind === "and" || condition.kind === "or") {
    return condition.args.flatMap((arg) => similarityTests(arg, isSigned));
  }
  if (condition.kind !== "compare" || condition.left.kind !== "call") return [];
  const { operator, left, right } = condition;
  const isTest = isJaro(left.name) && left.args.every(isSigned) && (operator === ">=" || operator === ">");
  return isTest && right.kind === "constant" && typeof right.value === "number" ? [right.value] : [];
}

/** False where the condition cannot hold for such texts. */
function mayHold(condition: BoundExpression, proof: Proof): boolean {
  if (condition.kind === "and") return condition.args.every((arg) => mayHold(arg, proof));
  if (condition.kind === "or") return condition.args.some((arg) => mayHold(arg, proof));
  if (condition.kind !== "compare" || condition.left.kind !== "call") return true;
  const { operator, left, right } = condition;
  if (right.kind !== "constant" || typeof right.value !== "number" || !left.args.every(proof.isSigned)) return true;
  if (isJaro(left.name)) return operator === ">=" || operator === ">" ? right.value <= proof.limitMax : true;
  if (left.name !== "levenshtein" && left.name !== "damerau_levenshtein") return true;
  if (operator === "<=") return proof.edits <= right.value;
  return operator === "<" ? proof.edits < right.value : true;
}

function assertFrequency(column: string): never {
  throw new Error(`Bug: no frequencies of column ${column}`);
}

/** The most that any of these levels can weigh, whatever the value's frequency. */
function maximum(levels: readonly PlannedLevel[]): number {
  let most = 0;
  levels.forEach(({ weight, frequency }, index) => {
    let own = weight;
    if (frequency !== null) {
      const { log2, share, log2U, log2Minimum } = frequency;
      let least = 0;
      for (const value of log2) if (value < least) least = value;
      own += Math.max(0, share * log2U, share * (log2U - Math.max(least, log2Minimum)));
    }
    if (index === 0 || own > most) most = own;
  });
  return most;
}

function weighEqual(
  comparisons: readonly PlannedComparison[],
  records: SplinkRecords,
): Pick<ScoringPlan, "equalWeights" | "equalStarts"> {
  const equalStarts = new Int32Array(comparisons.length + 1);
  comparisons.forEach(({ base }, c) => {
    equalStarts[c + 1] = equalStarts[c]! + (records.baseSizes[base] ?? 0);
  });
  const equalWeights = sharedFloat64(equalStarts.at(-1) ?? 0);
  comparisons.forEach((comparison, c) => {
    const { weigh } = compileComparison(comparison, records);
    const size = equalStarts[c + 1]! - equalStarts[c]!;
    for (let code = 0; code < size; code += 1) equalWeights[equalStarts[c]! + code] = weigh(code, code);
  });
  return { equalWeights, equalStarts };
}

/** True for `x_l IS NULL OR x_r IS NULL` of a column's own text: then a missing value decides the level. */
function isEitherNull(condition: BoundExpression, { operands }: SplinkRecords): boolean {
  if (condition.kind !== "or") return false;
  const sides = condition.args.flatMap((arg) => {
    if (arg.kind !== "isNull" || arg.arg.kind !== "operand") return [];
    const { operand, side } = arg.arg;
    const values = operands[operand];
    const isNull = values?.type === "text" ? values.codes[0] === -1 : Number.isNaN(values?.numbers[0] ?? 0);
    return isNull ? [side] : [];
  });
  return sides.includes("left") && sides.includes("right");
}

/** True where values that are there are never NULL, as of a column itself; a date that cannot be read would be. */
function isNullOnlyMissing(condition: BoundExpression, { operands }: SplinkRecords): boolean {
  return [...operandsIn(condition)].every((operand) => {
    const values = operands[operand];
    return values?.isOwn === true || (values?.type === "text" && !values.codes.includes(-1, 1));
  });
}

const isOnlyEqual = ({ condition }: PlannedLevel, records: SplinkRecords): boolean =>
  condition !== null && impliesEquality(condition, records);

/** True where the condition cannot hold for two different codes of a base: it asks for the column's own text to be equal. */
function impliesEquality(condition: BoundExpression, records: SplinkRecords): boolean {
  if (condition.kind === "and") return condition.args.some((arg) => impliesEquality(arg, records));
  if (condition.kind === "or") return condition.args.every((arg) => impliesEquality(arg, records));
  if (condition.kind !== "compare" || condition.operator !== "=" || !condition.isText) return false;
  const { left, right } = condition;
  if (left.kind !== "operand" || right.kind !== "operand" || left.operand !== right.operand) return false;
  return records.operands[left.operand]?.isOwn === true;
}
