// One record as a report shows it: its source where there are several, its identifier, and its values as read.
import type { RecordTable } from "../../read/recordTable.ts";
import type { RecordShown } from "../reportData.ts";

/** Record `record` (0 … recordCount−1); missing values are left out. */
export function showRecord(table: RecordTable, record: number): RecordShown {
  const entries = table.columns.flatMap((column) => {
    const code = column.codes[record] ?? -1;
    return code < 0 ? [] : [[column.name, column.values.at(code)] as const];
  });
  const source = table.sources.length > 1 ? (table.sources[table.sourceOf[record] ?? 0] ?? null) : null;
  return { source, recordId: table.recordIds.at(record), values: Object.fromEntries(entries) };
}
