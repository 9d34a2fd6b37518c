// Records that agree in every comparable field are one row from here on: they cost nothing to compare, crowd no block
// and weigh in training by their number. Whether they are one person is decided once, by scoring the row with itself.
import type { Model } from "../model.ts";
import { groupIdentical } from "./groupIdentical.ts";
import { sharedInt32, sharedUint32 } from "./sharedArrays.ts";
import type { StandardRecords } from "./standardRecords.ts";

export interface CollapsedRecords {
  /** Distinct rows in order of their first record; `multiplicity` says how many records each stands for. */
  readonly records: StandardRecords;
  /** Per original record its row. */
  readonly rowOf: Int32Array;
}

/**
 * Whether identical records are one row under a model: wherever sources play no part in who may be whose match. A
 * function of the model alone, so that a further source changes nothing for the records of others.
 */
export function treatsIdenticalAsOne({ acrossOnly, clustering }: Pick<Model, "acrossOnly" | "clustering">): boolean {
  return !acrossOnly && !clustering.isOnePerSource;
}

/** Rows as the model has them. */
export function collapseForModel(
  records: StandardRecords,
  model: Pick<Model, "acrossOnly" | "clustering">,
): CollapsedRecords {
  return treatsIdenticalAsOne(model) ? collapseIdentical(records) : keepAll(records);
}

/** Counts of the slots stay those of all records. */
export function collapseIdentical(records: StandardRecords): CollapsedRecords {
  const { recordCount, stride, cells } = records;
  const { rowOf, firstOf } = groupIdentical(records, recordCount);
  if (firstOf.length === recordCount) return { records, rowOf };
  const rows = sharedInt32(firstOf.length * stride);
  const sourceOf = new Uint16Array(new SharedArrayBuffer(firstOf.length * 2));
  firstOf.forEach((record, row) => {
    rows.set(cells.subarray(record * stride, (record + 1) * stride), row * stride);
    sourceOf[row] = records.sourceOf[record]!;
  });
  const counts = sharedUint32(firstOf.length);
  for (let record = 0; record < recordCount; record += 1) counts[rowOf[record]!]! += 1;
  return { records: { ...records, recordCount: firstOf.length, cells: rows, sourceOf, multiplicity: counts }, rowOf };
}

/** Each record its own row: where sources matter, identical records of two sources are a pair like any other. */
export function keepAll(records: StandardRecords): CollapsedRecords {
  const rowOf = new Int32Array(records.recordCount);
  for (let record = 0; record < rowOf.length; record += 1) rowOf[record] = record;
  return { records, rowOf };
}
