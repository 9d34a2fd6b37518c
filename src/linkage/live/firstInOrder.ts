// Which record speaks for a row of identical ones: bulk runs compare rows in the order of these.
import type { RecordKeys } from "./recordKeys.ts";
import type { RowStore } from "./rowStore.ts";

/** Record of a row that stands first in canonical order. */
export function firstInOrder(rows: RowStore, recordKeys: RecordKeys, row: number): number {
  let first = rows.firstOf(row);
  for (let record = rows.nextOf(first); record >= 0; record = rows.nextOf(record)) {
    if (recordKeys.compare(record, first) < 0) first = record;
  }
  return first;
}
