// A sample of the rows for training: drawn by the row's own number, so that the same records give the same sample.
import { mixBits } from "../../shared/hashText.ts";
import { sharedInt32, sharedUint32 } from "./sharedArrays.ts";
import type { StandardRecords } from "./standardRecords.ts";

/** About `size` rows, all of them where there are no more. Counts of the slots stay those of all records. */
export function sampleRecords(records: StandardRecords, size: number): StandardRecords {
  const { recordCount, stride, cells } = records;
  if (recordCount <= size) return records;
  const limit = (size / recordCount) * 4294967296;
  const rows: number[] = [];
  for (let row = 0; row < recordCount; row += 1) if (mixBits(row ^ 0x3c6ef372) < limit) rows.push(row);
  const sampled = sharedInt32(rows.length * stride);
  const sourceOf = new Uint16Array(new SharedArrayBuffer(rows.length * 2));
  const multiplicity = records.multiplicity === null ? null : sharedUint32(rows.length);
  rows.forEach((row, index) => {
    sampled.set(cells.subarray(row * stride, (row + 1) * stride), index * stride);
    sourceOf[index] = records.sourceOf[row]!;
    if (multiplicity !== null) multiplicity[index] = records.multiplicity![row]!;
  });
  return { ...records, recordCount: rows.length, cells: sampled, sourceOf, multiplicity };
}
