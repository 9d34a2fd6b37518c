// From DuckDB's syntax tree to our expression. What is not on the lists here is refused by name, so that no condition
// is ever scored with another meaning than Splink's.
import type { CompareOperator, Constant, Expression, PairFunction, Side } from "./expression.ts";
import { constantOf, type TreeNode } from "./readConstant.ts";

/** Functions of one record that DuckDB computes for us: pure, and the same on every machine. */
const recordFunctions: ReadonlySet<string> = new Set(
  `lower upper trim ltrim rtrim left right substring substr length strlen reverse replace concat regexp_extract
  regexp_replace regexp_matches strip_accents nullif coalesce ifnull try_strptime strptime strftime epoch year month day
  date_part date_trunc round floor ceil degrees ln log10 log2 pow power string_split str_split list_extract
  array_extract list_sort list_distinct lpad rpad contains starts_with prefix suffix || ~~ !~~ jaccard levenshtein`.split(
    /\s+/,
  ),
);

const pairNames: Readonly<Record<string, PairFunction>> = {
  levenshtein: "levenshtein",
  editdist3: "levenshtein",
  damerau_levenshtein: "damerau_levenshtein",
  jaro_similarity: "jaro_similarity",
  jaro_winkler_similarity: "jaro_winkler_similarity",
  jaccard: "jaccard",
  list_intersect: "list_intersect",
  array_intersect: "list_intersect",
  array_length: "array_length",
  len: "array_length",
  "+": "+",
  "-": "-",
  "*": "*",
  "/": "/",
  abs: "abs",
  "@": "abs",
  least: "least",
  greatest: "greatest",
  acos: "acos",
  cos: "cos",
  sin: "sin",
  sqrt: "sqrt",
  radians: "radians",
};

const comparisons: Readonly<Record<string, CompareOperator>> = {
  COMPARE_EQUAL: "=",
  COMPARE_NOTEQUAL: "<>",
  COMPARE_LESSTHAN: "<",
  COMPARE_LESSTHANOREQUALTO: "<=",
  COMPARE_GREATERTHAN: ">",
  COMPARE_GREATERTHANOREQUALTO: ">=",
};

const swapped: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

class Unreadable extends Error {}

/** The expression, or a sentence naming the first part that cannot be read. */
export function readParsed(
  node: unknown,
  byTable: boolean,
): { expression: Expression; mistake: null } | { expression: null; mistake: string } {
  try {
    return { expression: new Reader(byTable).read(node as TreeNode), mistake: null };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { expression: null, mistake: error.message };
  }
}

class Reader {
  readonly #byTable: boolean;

  constructor(byTable: boolean) {
    this.#byTable = byTable;
  }

  read(node: TreeNode): Expression {
    switch (node.class) {
      case "COLUMN_REF":
        return this.#column(node.column_names ?? []);
      case "CONSTANT":
        return { kind: "constant", value: this.#constant(node) };
      case "COMPARISON":
        return this.#comparison(node);
      case "CONJUNCTION":
        return { kind: node.type === "CONJUNCTION_AND" ? "and" : "or", args: this.#all(node.children) };
      case "OPERATOR":
        return this.#operator(node);
      case "BETWEEN":
        return this.#between(node);
      case "CAST":
        return this.#cast(node);
      case "CASE":
        return this.#case(node);
      case "FUNCTION":
        return this.#function(node);
      default:
        throw new Unreadable(`cannot be read: ${node.class.toLowerCase()}`);
    }
  }

  #all(nodes: readonly TreeNode[] = []): Expression[] {
    return nodes.map((node) => this.read(node));
  }

  #one(node: TreeNode | undefined): Expression {
    if (node === undefined) throw new Unreadable("cannot be read: a part is missing");
    return this.read(node);
  }

  #column(names: readonly string[]): Expression {
    const name = names.at(-1) ?? "";
    if (this.#byTable) {
      const table = names[0]?.toLowerCase();
      if (names.length === 2 && (table === "l" || table === "r")) return columnOf(name, table);
      throw new Unreadable(`cannot be read: column ${names.join(".")} is of neither l nor r`);
    }
    const end = name.slice(-2).toLowerCase();
    if (names.length === 1 && name.length > 2 && (end === "_l" || end === "_r")) {
      return columnOf(name.slice(0, -2), end === "_l" ? "l" : "r");
    }
    throw new Unreadable(`cannot be read: column ${names.join(".")} ends in neither _l nor _r`);
  }

  #constant(node: TreeNode): Constant {
    const constant = constantOf(node);
    if (constant === undefined) throw new Unreadable("cannot be read: a constant of an unknown type");
    return constant;
  }

  /** DuckDB writes NOT (a <= b) as a > b, which has the same three values. */
  #comparison(node: TreeNode): Expression {
    const operator = comparisons[node.type];
    if (operator === undefined) throw new Unreadable(`cannot be read: ${node.type}`);
    const left = this.#one(node.left);
    const right = this.#one(node.right);
    if (left.kind === "constant") return { kind: "compare", operator: swapped[operator], left: right, right: left };
    return { kind: "compare", operator, left, right };
  }

  #between(node: TreeNode): Expression {
    const input = this.#one(node.input);
    const bounds = [
      { kind: "compare", operator: ">=", left: input, right: this.#one(node.lower) },
      { kind: "compare", operator: "<=", left: input, right: this.#one(node.upper) },
    ] as const;
    return { kind: "and", args: bounds };
  }

  #operator(node: TreeNode): Expression {
    const args = this.#all(node.children);
    const [first, ...rest] = args;
    if (first === undefined) throw new Unreadable(`cannot be read: ${node.type}`);
    switch (node.type) {
      case "OPERATOR_IS_NULL":
        return { kind: "isNull", arg: first };
      case "OPERATOR_IS_NOT_NULL":
        return { kind: "not", arg: { kind: "isNull", arg: first } };
      case "OPERATOR_NOT":
        return { kind: "not", arg: first };
      case "OPERATOR_COALESCE":
        return { kind: "call", name: "coalesce", args };
      case "ARRAY_EXTRACT":
        return { kind: "call", name: "array_extract", args };
      case "COMPARE_IN":
        return { kind: "or", args: rest.map((right) => ({ kind: "compare", operator: "=", left: first, right })) };
      case "COMPARE_NOT_IN":
        return {
          kind: "and",
          args: rest.map((right) => ({ kind: "compare", operator: "<>", left: first, right })),
        };
      default:
        throw new Unreadable(`cannot be read: ${node.type}`);
    }
  }

  #cast(node: TreeNode): Expression {
    const type = node.cast_type?.id ?? "";
    const arg = this.#one(node.child);
    if (!/^(VARCHAR|INTEGER|BIGINT|SMALLINT|FLOAT|DOUBLE|DATE|TIMESTAMP|BOOLEAN)$/.test(type)) {
      throw new Unreadable(`cannot be read: a cast to ${type}`);
    }
    if (type === "BOOLEAN" && arg.kind === "constant") return { kind: "constant", value: arg.value === "t" };
    return { kind: "cast", type, arg };
  }

  #case(node: TreeNode): Expression {
    return {
      kind: "case",
      checks: (node.case_checks ?? []).map(({ when_expr, then_expr }) => ({
        when: this.read(when_expr),
        result: this.read(then_expr),
      })),
      otherwise: this.#one(node.else_expr),
    };
  }

  #function(node: TreeNode): Expression {
    const name = (node.function_name ?? "").toLowerCase();
    if (name === "list_max" || name === "list_min") return this.#pairwise(node, name);
    const known = pairNames[name] ?? (recordFunctions.has(name) ? name : undefined);
    if (known === undefined) throw new Unreadable(`cannot be read: function ${name}`);
    return { kind: "call", name: known, args: this.#all(node.children) };
  }

  /** list_max(list_transform(flatten(list_transform(a, x -> list_transform(b, y -> [x, y]))), p -> f(p[1], p[2]))). */
  #pairwise(node: TreeNode, name: "list_max" | "list_min"): Expression {
    const refuse = (): never => {
      throw new Unreadable(`cannot be read: function ${name} over anything but a similarity of each two values`);
    };
    const [list, lambda] = argumentsOf(node.children?.[0], "list_transform");
    const [pairs] = argumentsOf(list, "flatten");
    const [left, outer] = argumentsOf(pairs, "list_transform");
    const [right, inner] = argumentsOf(outer?.expr, "list_transform");
    const similarity = pairNames[lambda?.expr?.function_name?.toLowerCase() ?? ""];
    const isListed = inner?.expr?.function_name === "list_value" && inner.expr.children?.length === 2;
    const isText = similarity !== undefined && /levenshtein|jar|jaccard/.test(similarity);
    if (left === undefined || right === undefined || !isListed || !isText) return refuse();
    return { kind: "pairwise", name, similarity, left: this.read(left), right: this.read(right) };
  }
}

const columnOf = (column: string, table: "l" | "r"): Expression => {
  const side: Side = table === "l" ? "left" : "right";
  return { kind: "column", column, side };
};

function argumentsOf(node: TreeNode | undefined, name: string): readonly TreeNode[] {
  return node?.function_name?.toLowerCase() === name ? (node.children ?? []) : [];
}
