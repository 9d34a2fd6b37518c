// Which record of a pair is the left one: Splink takes the smaller identifier, which is a number where all identifiers
// of the file are, since that is how DuckDB reads such a column.
import type { RecordTable } from "../read/recordTable.ts";

/** Records by source, then identifier: in numeric order where every identifier is a whole number, else by bytes. */
export function orderIdentifiers(table: RecordTable): Int32Array {
  const { recordCount, recordIds, sourceOf } = table;
  const order = new Int32Array(new SharedArrayBuffer(recordCount * 4));
  for (let record = 0; record < recordCount; record += 1) order[record] = record;
  if (table.idColumn === null || table.sources.length > 1) return order;
  const numbers = new Float64Array(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    const text = recordIds.at(record);
    const number = Number(text);
    if (!/^-?\d{1,15}$/.test(text) || !Number.isSafeInteger(number)) return order;
    numbers[record] = number;
  }
  return order.sort((a, b) => sourceOf[a]! - sourceOf[b]! || numbers[a]! - numbers[b]!);
}
