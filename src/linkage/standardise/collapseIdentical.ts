// Records that agree in every comparable field are one row from here on: they cost nothing to compare, crowd no block
// and weigh in training by their number. Whether they are one person is decided once, by scoring the row with itself.

import { sharedInt32, sharedUint32 } from "./sharedArrays.ts";
import type { StandardRecords } from "./standardRecords.ts";

export interface CollapsedRecords {
  /** Distinct rows in order of their first record; `multiplicity` says how many records each stands for. */
  readonly records: StandardRecords;
  /** Per original record its row. */
  readonly rowOf: Int32Array;
}

/** Counts of the slots stay those of all records. */
export function collapseIdentical(records: StandardRecords): CollapsedRecords {
  const { recordCount, stride, cells } = records;
  const rowOf = new Int32Array(recordCount);
  const firstOf: number[] = [];
  const multiplicity: number[] = [];
  const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, recordCount * 2)))).fill(-1);
  for (let record = 0; record < recordCount; record += 1) {
    let slot = hashRow(cells, record * stride, stride) & (table.length - 1);
    let row = table[slot]!;
    while (row >= 0 && !sameRow(cells, firstOf[row]! * stride, record * stride, stride)) {
      slot = (slot + 1) & (table.length - 1);
      row = table[slot]!;
    }
    if (row < 0) {
      row = firstOf.length;
      table[slot] = row;
      firstOf.push(record);
      multiplicity.push(0);
    }
    rowOf[record] = row;
    multiplicity[row]! += 1;
  }
  if (firstOf.length === recordCount) return { records, rowOf };
  const rows = sharedInt32(firstOf.length * stride);
  const sourceOf = new Uint16Array(new SharedArrayBuffer(firstOf.length * 2));
  firstOf.forEach((record, row) => {
    rows.set(cells.subarray(record * stride, (record + 1) * stride), row * stride);
    sourceOf[row] = records.sourceOf[record]!;
  });
  const counts = sharedUint32(firstOf.length);
  counts.set(multiplicity);
  return { records: { ...records, recordCount: firstOf.length, cells: rows, sourceOf, multiplicity: counts }, rowOf };
}

function hashRow(cells: Int32Array, from: number, stride: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + stride; i += 1) {
    hash = Math.imul(hash ^ cells[i]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function sameRow(cells: Int32Array, a: number, b: number, stride: number): boolean {
  for (let i = 0; i < stride; i += 1) if (cells[a + i] !== cells[b + i]) return false;
  return true;
}

/** Each record its own row: where sources matter, identical records of two sources are a pair like any other. */
export function keepAll(records: StandardRecords): CollapsedRecords {
  return { records, rowOf: Int32Array.from({ length: records.recordCount }, (_, record) => record) };
}
