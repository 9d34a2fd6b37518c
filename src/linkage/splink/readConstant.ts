// Constants of DuckDB's syntax tree, which keeps decimals as integers with a scale.
import type { Constant } from "./expression.ts";

/** The part of DuckDB's serialised syntax tree that conditions are made of. */
export interface TreeNode {
  readonly class: string;
  readonly type: string;
  readonly column_names?: readonly string[];
  readonly children?: readonly TreeNode[];
  readonly function_name?: string;
  readonly left?: TreeNode;
  readonly right?: TreeNode;
  readonly input?: TreeNode;
  readonly lower?: TreeNode;
  readonly upper?: TreeNode;
  readonly child?: TreeNode;
  readonly expr?: TreeNode;
  readonly cast_type?: { readonly id: string };
  readonly case_checks?: readonly { readonly when_expr: TreeNode; readonly then_expr: TreeNode }[];
  readonly else_expr?: TreeNode;
  readonly value?: {
    readonly type: { readonly id: string; readonly type_info?: { readonly scale?: number } | null };
    readonly is_null: boolean;
    readonly value?: unknown;
  };
}

/** Null, a text, a number (decimals exact to a double's precision) or a truth value; undefined for other types. */
export function constantOf({ value }: TreeNode): Constant | undefined {
  if (value === undefined) return undefined;
  if (value.is_null) return null;
  const raw = value.value;
  if (value.type.id === "DECIMAL" && typeof raw === "number") {
    // Parsed from its digits, as the engine does: 92 / 100 and 0.92 are not always the same double.
    return Number(`${raw}e-${value.type.type_info?.scale ?? 0}`);
  }
  if (typeof raw === "string" || typeof raw === "boolean") return raw;
  return typeof raw === "number" ? raw : undefined;
}
