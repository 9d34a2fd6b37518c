// Binds a model to operands: each part of a condition that one record decides alone becomes one, shared wherever it is
// used again. Operands that are compared with each other as texts are grouped, so that each group gets one dictionary.

import type { BoundExpression, Operand, OperandType } from "./boundExpression.ts";
import { type Expression, type PairFunction, pairFunctions, partsOf, type Side } from "./expression.ts";
import { printOperand, typeOf } from "./printOperand.ts";
import type { SplinkModel } from "./splinkModel.ts";

export interface BoundRule {
  /** Texts that must be equal, of the left and of the right record; operand indexes. */
  readonly keys: readonly { readonly left: number; readonly right: number }[];
  /** What must hold besides; null where nothing. */
  readonly filter: BoundExpression | null;
}

export interface BoundModel {
  readonly operands: readonly Operand[];
  /** Per operand the first operand of its group. */
  readonly groupOf: readonly number[];
  /** Per comparison and level the condition; null for ELSE. */
  readonly comparisons: readonly (readonly (BoundExpression | null)[])[];
  readonly rules: readonly BoundRule[];
  /** Sentences naming what cannot be scored, with its place. */
  readonly mistakes: readonly string[];
}

export function bindModel(model: SplinkModel): BoundModel {
  const lists = listColumns(model);
  const binder = new Binder(lists);
  const comparisons = model.comparisons.map(({ levels }, comparison) =>
    levels.map(({ condition }, level) =>
      condition === null
        ? null
        : binder.bindAt(`comparisons[${comparison}].comparison_levels[${level}].sql_condition`, condition),
    ),
  );
  const rules = model.rules.map(({ condition }, index) => {
    const place = `blocking_rules_to_generate_predictions[${index}]`;
    return splitRule(binder.bindAt(place, condition), binder);
  });
  return { operands: binder.operands, groupOf: binder.groups(), comparisons, rules, mistakes: binder.mistakes };
}

function splitRule(condition: BoundExpression, binder: Binder): BoundRule {
  const parts = condition.kind === "and" ? condition.args : [condition];
  const keys: { left: number; right: number }[] = [];
  const filters: BoundExpression[] = [];
  for (const part of parts) {
    const { left, right } = part.kind === "compare" && part.operator === "=" && part.isText ? part : noSides;
    if (left?.kind === "operand" && right?.kind === "operand" && left.side !== right.side) {
      const isStraight = left.side === "left";
      keys.push({ left: isStraight ? left.operand : right.operand, right: isStraight ? right.operand : left.operand });
    } else filters.push(part);
  }
  for (const { left, right } of keys) binder.join(left, right);
  if (filters.length === 0) return { keys, filter: null };
  const [only] = filters;
  return { keys, filter: filters.length === 1 && only !== undefined ? only : { kind: "and", args: filters } };
}

const noSides = { left: undefined, right: undefined };

/** Columns that some condition uses as lists. */
function listColumns(model: SplinkModel): Set<string> {
  const found = new Set<string>();
  const visit = (expression: Expression): void => {
    const isList =
      expression.kind === "pairwise" || (expression.kind === "call" && /^list_|^array_l/.test(expression.name));
    for (const part of partsOf(expression)) {
      if (isList && part.kind === "column") found.add(part.column);
      visit(part);
    }
  };
  for (const { levels } of model.comparisons)
    for (const { condition } of levels) if (condition !== null) visit(condition);
  for (const { condition } of model.rules) visit(condition);
  return found;
}

class Unscorable extends Error {}

class Binder {
  readonly operands: Operand[] = [];
  readonly mistakes: string[] = [];
  readonly #lists: ReadonlySet<string>;
  readonly #indexOf = new Map<string, number>();
  readonly #parents: number[] = [];

  constructor(lists: ReadonlySet<string>) {
    this.#lists = lists;
  }

  bindAt(place: string, condition: Expression): BoundExpression {
    try {
      return this.bind(condition, "truth");
    } catch (error) {
      if (!(error instanceof Unscorable)) throw error;
      this.mistakes.push(`${place}: ${error.message}`);
      return { kind: "constant", value: null };
    }
  }

  groups(): number[] {
    return this.#parents.map((_, index) => this.#find(index));
  }

  join(a: number, b: number): void {
    const first = Math.min(this.#find(a), this.#find(b));
    this.#parents[this.#find(a)] = first;
    this.#parents[this.#find(b)] = first;
  }

  bind(expression: Expression, wanted: OperandType): BoundExpression {
    switch (expression.kind) {
      case "constant":
        return { kind: "constant", value: expression.value };
      case "and":
      case "or":
        return { kind: expression.kind, args: flattened(expression).map((arg) => this.bind(arg, "truth")) };
      case "not":
        return { kind: "not", arg: this.bind(expression.arg, "truth") };
      case "isNull":
        return { kind: "isNull", arg: this.bind(expression.arg, typeOf(expression.arg)) };
      default:
        return this.#bindValue(expression, wanted);
    }
  }

  #bindValue(expression: Expression, wanted: OperandType): BoundExpression {
    const sides = sidesOf(expression);
    const [side] = sides;
    if (sides.size === 1 && side !== undefined) return this.#operand(expression, side, wanted);
    switch (expression.kind) {
      case "compare":
        return this.#compare(expression);
      case "call":
        return this.#call(expression);
      case "cast":
        return this.#cast(expression);
      case "case": {
        const checks = expression.checks.map(({ when, result }) => ({
          when: this.bind(when, "truth"),
          result: this.bind(result, wanted),
        }));
        return { kind: "case", checks, otherwise: this.bind(expression.otherwise, wanted) };
      }
      case "pairwise": {
        const left = this.bind(expression.left, "list");
        const right = this.bind(expression.right, "list");
        this.#joinAll([left, right]);
        return { ...expression, left, right };
      }
      default:
        throw new Unscorable("cannot be scored: a part that names no record");
    }
  }

  #compare({ operator, left, right }: Expression & { kind: "compare" }): BoundExpression {
    const isNumber =
      typeOf(left) === "number" || typeOf(right) === "number" || !(operator === "=" || operator === "<>");
    const type = isNumber ? "number" : "text";
    const bound = { left: this.bind(left, type), right: this.bind(right, type) };
    if (!isNumber) {
      if (bound.left.kind !== "operand" || bound.right.kind !== "operand") {
        throw new Unscorable("cannot be scored: a text made of both records");
      }
      this.#joinAll([bound.left, bound.right]);
    }
    return { kind: "compare", operator, isText: !isNumber, ...bound };
  }

  #call({ name, args }: Expression & { kind: "call" }): BoundExpression {
    const known = pairFunctions.find((candidate): candidate is PairFunction => candidate === name);
    if (known === undefined) throw new Unscorable(`cannot be scored: function ${name} over both records`);
    const type = argumentTypes[known] ?? "number";
    const bound = args.map((arg) => this.bind(arg, type));
    if (type === "text" || known === "list_intersect") {
      if (bound.length !== 2 || bound.some((arg) => arg.kind !== "operand")) {
        throw new Unscorable(`cannot be scored: function ${name} over texts made of both records`);
      }
      this.#joinAll(bound);
    }
    return { kind: "call", name: known, args: bound };
  }

  #cast({ type, arg }: Expression & { kind: "cast" }): BoundExpression {
    if (type === "DOUBLE") return this.bind(arg, "number");
    if (type === "FLOAT") return { kind: "single", arg: this.bind(arg, "number") };
    if (arg.kind === "constant")
      return { kind: "constant", value: typeOf(arg) === "number" ? arg.value : Number(arg.value) };
    throw new Unscorable(`cannot be scored: a cast of both records' values to ${type}`);
  }

  #operand(expression: Expression, side: Side, wanted: OperandType): BoundExpression {
    const columns = [...columnsOf(expression)].sort();
    const isOwn = expression.kind === "column" && wanted === "text" && !this.#lists.has(expression.column);
    const nameOf = (column: string): string => `c${columns.indexOf(column)}`;
    const sql = isOwn ? null : printOperand(expression, wanted, nameOf, this.#lists);
    const key = JSON.stringify([columns, sql, wanted]);
    let operand = this.#indexOf.get(key);
    if (operand === undefined) {
      operand = this.operands.length;
      this.operands.push({ columns, sql, type: wanted });
      this.#parents.push(operand);
      this.#indexOf.set(key, operand);
    }
    return { kind: "operand", operand, side };
  }

  #joinAll(parts: readonly BoundExpression[]): void {
    const [first, ...others] = parts.flatMap((part) => (part.kind === "operand" ? [part.operand] : []));
    if (first !== undefined) for (const other of others) this.join(first, other);
  }

  #find(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    return root;
  }
}

const argumentTypes: Partial<Record<PairFunction, OperandType>> = {
  levenshtein: "text",
  damerau_levenshtein: "text",
  jaro_similarity: "text",
  jaro_winkler_similarity: "text",
  jaccard: "text",
  list_intersect: "list",
  array_length: "list",
};

function flattened(expression: Expression & { kind: "and" | "or" }): Expression[] {
  return expression.args.flatMap((arg) => (arg.kind === expression.kind ? flattened(arg as typeof expression) : [arg]));
}

function sidesOf(expression: Expression): Set<Side> {
  if (expression.kind === "column") return new Set([expression.side]);
  return new Set(partsOf(expression).flatMap((part) => [...sidesOf(part)]));
}

function columnsOf(expression: Expression): Set<string> {
  if (expression.kind === "column") return new Set([expression.column]);
  return new Set(partsOf(expression).flatMap((part) => [...columnsOf(part)]));
}
