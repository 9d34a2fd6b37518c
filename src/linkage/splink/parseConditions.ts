// Parses SQL conditions with DuckDB's own parser (json_serialize_sql), which speaks the dialect exactly and is here
// already; nothing of the SQL is executed.
import { type Database, quoteText, withDatabase } from "../read/openDatabase.ts";
import type { Expression } from "./expression.ts";
import { readParsed } from "./readParsed.ts";

export type ParsedCondition =
  | { readonly expression: Expression; readonly mistake: null }
  | { readonly expression: null; readonly mistake: string };

/**
 * One answer a text, in order: an expression, or a sentence that says what in it cannot be read. Columns are named
 * `name_l` and `name_r` in comparison levels (`byTable` false), `l.name` and `r.name` in blocking rules.
 */
export async function parseConditions(
  conditions: readonly { readonly sql: string; readonly byTable: boolean }[],
): Promise<ParsedCondition[]> {
  return withDatabase({ threads: 1 }, async (database) => {
    const parsed: ParsedCondition[] = [];
    for (const { sql, byTable } of conditions) {
      const tree = await serialise(database, sql);
      parsed.push("mistake" in tree ? { expression: null, mistake: tree.mistake } : readParsed(tree.node, byTable));
    }
    return parsed;
  });
}

interface Serialised {
  readonly error: boolean;
  readonly statements?: readonly {
    readonly node: { readonly type: string; readonly select_list?: readonly unknown[] };
  }[];
}

async function serialise(
  { connection }: Database,
  sql: string,
): Promise<{ readonly node: unknown } | { readonly mistake: string }> {
  const text = `SELECT (${sql}\n)`;
  const result = await connection.runAndReadAll(`SELECT json_serialize_sql(${quoteText(text)})`);
  const { error, statements } = JSON.parse(String(result.getRows()[0]?.[0])) as Serialised;
  if (error) return { mistake: "is no SQL expression in DuckDB's dialect" };
  const node = statements?.[0]?.node;
  const expressions = node?.select_list ?? [];
  const hasMore = Object.entries(node ?? {}).some(([key, value]) => isClause(key, value));
  if (statements?.length !== 1 || node?.type !== "SELECT_NODE" || expressions.length !== 1 || hasMore) {
    return { mistake: "is not one SQL expression" };
  }
  return { node: expressions[0] };
}

/** Anything beyond the expression itself (FROM, WHERE …): the text closed our parenthesis. */
function isClause(key: string, value: unknown): boolean {
  if (key === "from_table") return (value as { type?: string }).type !== "EMPTY";
  if (["where_clause", "having", "qualify", "sample"].includes(key)) return value !== null;
  return ["modifiers", "group_expressions"].includes(key) && Array.isArray(value) && value.length > 0;
}
