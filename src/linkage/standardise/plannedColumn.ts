// A column together with what the plan says of it.
import type { Column, RecordTable } from "../read/recordTable.ts";
import type { ColumnPlan, FieldPlan } from "./fieldPlan.ts";

export interface PlannedColumn {
  readonly column: Column;
  readonly plan: ColumnPlan;
  /** Per raw code 1 where the value counts as missing. */
  readonly isPlaceholder: Uint8Array;
}

/** The plan's columns that the table has, in the plan's order. */
export function findPlannedColumns(plan: FieldPlan, table: RecordTable): PlannedColumn[] {
  return plan.columns.flatMap((columnPlan) => {
    const column = table.columns.find((candidate) => candidate.name === columnPlan.column);
    return column === undefined
      ? []
      : [{ column, plan: columnPlan, isPlaceholder: markPlaceholders(column, columnPlan) }];
  });
}

/** Sets of placeholders by the list of the plan, which a single record should not have to turn into one again. */
const placeholdersOf = new WeakMap<readonly string[], ReadonlySet<string>>();

function markPlaceholders(column: Column, plan: ColumnPlan): Uint8Array {
  const marks = new Uint8Array(column.values.count);
  if (plan.placeholders.length === 0) return marks;
  let placeholders = placeholdersOf.get(plan.placeholders);
  if (placeholders === undefined) {
    placeholders = new Set(plan.placeholders);
    placeholdersOf.set(plan.placeholders, placeholders);
  }
  for (let code = 0; code < marks.length; code += 1) {
    if (placeholders.has(column.values.at(code))) marks[code] = 1;
  }
  return marks;
}
