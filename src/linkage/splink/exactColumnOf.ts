// Recognises exact agreement on one column, which Splink looks for where term frequencies replace a level's u.
import type { Expression } from "./expression.ts";

/** The column of `column_l = column_r`, of a conjunction of nothing else but that; null for any other condition. */
export function exactColumnOf(condition: Expression): string | null {
  if (condition.kind === "and") {
    const columns = new Set(condition.args.map(exactColumnOf));
    const [only] = columns;
    return columns.size === 1 && only !== undefined ? only : null;
  }
  if (condition.kind !== "compare" || condition.operator !== "=") return null;
  const { left, right } = condition;
  if (left.kind !== "column" || right.kind !== "column" || left.side === right.side) return null;
  return left.column.toLowerCase() === right.column.toLowerCase() ? left.column : null;
}
