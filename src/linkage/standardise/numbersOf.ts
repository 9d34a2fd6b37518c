// The numbers that a plan's columns hold, before any field is built of them.
import { plainText } from "../../shared/plainText.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { findPlannedColumns } from "./plannedColumn.ts";
import { standardiseAge } from "./values/standardiseAge.ts";

/** Per record the number of the first of the plan's columns that has one; NaN where none has. */
export function numbersOf(plan: FieldPlan, table: RecordTable): Float64Array {
  const numbers = new Float64Array(table.recordCount).fill(Number.NaN);
  for (const { column, isPlaceholder } of findPlannedColumns(plan, table)) {
    const byCode = Float64Array.from({ length: column.values.count }, (_, code) =>
      isPlaceholder[code] ? Number.NaN : (standardiseAge(plainText(column.values.at(code))) ?? Number.NaN),
    );
    for (let record = 0; record < numbers.length; record += 1) {
      const code = column.codes[record]!;
      if (code >= 0 && Number.isNaN(numbers[record])) numbers[record] = byCode[code]!;
    }
  }
  return numbers;
}
