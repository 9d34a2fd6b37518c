// The standardise stage: raw columns in, comparable codes out; each distinct value is turned once.

import type { RecordTable } from "../read/recordTable.ts";
import { buildDateField } from "./buildDateField.ts";
import { buildNameField } from "./buildNameField.ts";
import { buildTextField } from "./buildTextField.ts";
import { buildTokenField } from "./buildTokenField.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { findPlannedColumns, type PlannedTable } from "./plannedColumn.ts";
import { sharedUint16 } from "./sharedArrays.ts";
import { SlotBuilder } from "./slotBuilder.ts";
import { type Field, isTokenKind, type StandardRecords } from "./standardRecords.ts";

/** Columns of the plan that the table lacks are missing in every record. */
export function standardiseTable(table: RecordTable, plans: readonly FieldPlan[]): StandardRecords {
  const slots = new SlotBuilder(table.recordCount);
  const fields = plans.flatMap((plan) => buildFields(plan, table, slots));
  return finishRecords(table, fields, slots);
}

/** The fields of one plan: none where the table has none of its columns, two where a name has suffixes. */
export function buildFields(plan: FieldPlan, table: PlannedTable, slots: SlotBuilder): Field[] {
  const columns = findPlannedColumns(plan, table);
  if (columns.length === 0) return [];
  if (plan.kind === "name") {
    const { field, suffixField } = buildNameField(plan, columns, slots);
    return suffixField === null ? [field] : [field, suffixField];
  }
  if (plan.kind === "date") return [buildDateField(plan, columns, slots)];
  if (isTokenKind(plan.kind)) return [buildTokenField(plan, columns, slots)];
  return [buildTextField(plan, columns, slots)];
}

/** `slots`: of the fields, in their order. */
export function finishRecords(table: RecordTable, fields: readonly Field[], slots: SlotBuilder): StandardRecords {
  const sourceOf = sharedUint16(table.recordCount);
  sourceOf.set(table.sourceOf);
  const { cells, stride } = slots.finish();
  return {
    recordCount: table.recordCount,
    stride,
    cells,
    fields,
    sourceOf,
    sourceCount: table.sources.length,
    multiplicity: null,
  };
}
