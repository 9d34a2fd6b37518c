// Writes the value of one record as SQL for DuckDB. Records arrive as texts, whereas Splink's tables may hold numbers,
// times and lists: a column takes the type that the function around it asks for, and what does not convert is NULL.

import { quoteText } from "../read/openDatabase.ts";
import type { OperandType } from "./boundExpression.ts";
import type { Expression } from "./expression.ts";

type ColumnType = OperandType | "time";

const sqlTypes: Readonly<Record<ColumnType, string | null>> = {
  text: null,
  number: "DOUBLE",
  list: "VARCHAR[]",
  truth: "BOOLEAN",
  time: "TIMESTAMP",
};

const timeFunctions = new Set(["epoch", "year", "month", "day", "strftime"]);
const numberFunctions = new Set(
  "+ - * / abs least greatest acos cos sin sqrt radians degrees ln log10 log2 pow power round floor ceil".split(" "),
);
const listFunctions = new Set(["array_length", "list_intersect", "list_sort", "list_distinct"]);
const infix = new Set(["+", "-", "*", "/", "||", "~~", "!~~"]);

/** What a function's value is; texts where it is not known to be something else. */
export function typeOf(expression: Expression): OperandType {
  switch (expression.kind) {
    case "constant":
      return typeof expression.value === "number" ? "number" : typeof expression.value === "boolean" ? "truth" : "text";
    case "call":
      if (numberFunctions.has(expression.name) || expression.name === "array_length" || expression.name === "epoch")
        return "number";
      if (/levenshtein|jar|jaccard|^length$|^strlen$|^year$|^month$|^day$|^date_part$/.test(expression.name))
        return "number";
      if (expression.name.startsWith("list_") && expression.name !== "list_extract") return "list";
      if (/^string_split$|^str_split$/.test(expression.name)) return "list";
      return /^contains$|_with$|_matches$|^prefix$|^suffix$|~~$/.test(expression.name) ? "truth" : "text";
    case "cast":
      return /VARCHAR|DATE|TIMESTAMP/.test(expression.type)
        ? "text"
        : expression.type === "BOOLEAN"
          ? "truth"
          : "number";
    case "pairwise":
      return "number";
    case "case":
      return typeOf(expression.otherwise);
    case "column":
      return "text";
    default:
      return "truth";
  }
}

/** SQL of an expression of one record; `nameOf` gives the SQL name of a column, `lists` the columns that hold lists. */
export function printOperand(
  expression: Expression,
  wanted: ColumnType,
  nameOf: (column: string) => string,
  lists: ReadonlySet<string>,
): string {
  const print = (part: Expression, type: ColumnType): string => printOperand(part, type, nameOf, lists);
  switch (expression.kind) {
    case "column": {
      const type = wanted === "text" && lists.has(expression.column) ? null : sqlTypes[wanted];
      return type === null ? nameOf(expression.column) : `TRY_CAST(${nameOf(expression.column)} AS ${type})`;
    }
    case "constant":
      return typeof expression.value === "string" ? quoteText(expression.value) : String(expression.value ?? "NULL");
    case "call":
      return printCall(expression.name, expression.args, print, lists);
    case "cast":
      return `TRY_CAST(${print(expression.arg, "text")} AS ${expression.type})`;
    case "compare": {
      const { left, right } = expression;
      const type = typeOf(left) === "number" || typeOf(right) === "number" ? "number" : "text";
      return `(${print(left, type)} ${expression.operator} ${print(right, type)})`;
    }
    case "and":
    case "or":
      return `(${expression.args.map((arg) => print(arg, "truth")).join(` ${expression.kind.toUpperCase()} `)})`;
    case "not":
      return `(NOT ${print(expression.arg, "truth")})`;
    case "isNull":
      return `(${print(expression.arg, "text")} IS NULL)`;
    case "case": {
      const checks = expression.checks.map(
        ({ when, result }) => `WHEN ${print(when, "truth")} THEN ${print(result, wanted)}`,
      );
      return `(CASE ${checks.join(" ")} ELSE ${print(expression.otherwise, wanted)} END)`;
    }
    case "pairwise":
      return "NULL";
  }
}

function printCall(
  name: string,
  args: readonly Expression[],
  print: (part: Expression, type: ColumnType) => string,
  lists: ReadonlySet<string>,
): string {
  const printed = args.map((arg, index) => print(arg, argumentType(name, index, arg, lists)));
  if (infix.has(name) && printed.length === 2) return `(${printed.join(` ${name} `)})`;
  return `${name}(${printed.join(", ")})`;
}

function argumentType(name: string, index: number, arg: Expression, lists: ReadonlySet<string>): ColumnType {
  if (arg.kind === "constant") return "text";
  if (timeFunctions.has(name) && index === 0) return "time";
  if (/^date_(part|trunc)$/.test(name)) return index === 1 ? "time" : "text";
  if (numberFunctions.has(name)) return "number";
  if (listFunctions.has(name)) return "list";
  if (/^(list|array)_extract$/.test(name) && index === 0) {
    return arg.kind === "column" && lists.has(arg.column) ? "list" : "text";
  }
  return "text";
}
