// The standardise stage: raw columns in, comparable codes out; each distinct value is turned once.

import type { RecordTable } from "../read/recordTable.ts";
import { buildDateField } from "./buildDateField.ts";
import { buildNameField } from "./buildNameField.ts";
import { buildTextField } from "./buildTextField.ts";
import { buildTokenField } from "./buildTokenField.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { findPlannedColumns } from "./plannedColumn.ts";
import { sharedUint16 } from "./sharedArrays.ts";
import { SlotBuilder } from "./slotBuilder.ts";
import type { Field, StandardRecords } from "./standardRecords.ts";

/** Columns of the plan that the table lacks are missing in every record. */
export function standardiseTable(table: RecordTable, plans: readonly FieldPlan[]): StandardRecords {
  const slots = new SlotBuilder(table.recordCount);
  const fields: Field[] = [];
  for (const plan of plans) {
    const columns = findPlannedColumns(plan, table);
    if (columns.length === 0) continue;
    if (plan.kind === "name") {
      const { field, suffixField } = buildNameField(plan, columns, slots);
      fields.push(field);
      if (suffixField !== null) fields.push(suffixField);
    } else if (plan.kind === "date") {
      fields.push(buildDateField(plan, columns, slots));
    } else if (plan.kind === "address" || plan.kind === "organisation") {
      fields.push(buildTokenField(plan, columns, slots));
    } else {
      fields.push(buildTextField(plan, columns, slots));
    }
  }
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
