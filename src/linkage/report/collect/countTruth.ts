// Counts true pairs of records between and within rows of identical records, from sorted labels of the records of each
// row, so that a row of thousands of records costs no square.
import { assert } from "../../../shared/assert.ts";

/** Labels of true clusters by row; records of unknown truth are left out. */
export interface TruthOfRows {
  /** labels[offsets[row]] … labels[offsets[row + 1]] are the row's, ascending. */
  readonly offsets: Uint32Array;
  readonly labels: Int32Array;
}

/** `truthOf` per record its true cluster or −1; `rowOf` per record its row. */
export function groupTruth(truthOf: Int32Array, rowOf: Int32Array, rowCount: number): TruthOfRows {
  assert(truthOf.length === rowOf.length, "truth and rows are of the same records");
  const offsets = new Uint32Array(rowCount + 1);
  for (let record = 0; record < truthOf.length; record += 1) {
    if (truthOf[record]! >= 0) offsets[rowOf[record]! + 1]! += 1;
  }
  for (let row = 0; row < rowCount; row += 1) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice(0, rowCount);
  const labels = new Int32Array(offsets[rowCount] ?? 0);
  for (let record = 0; record < truthOf.length; record += 1) {
    if (truthOf[record]! < 0) continue;
    const row = rowOf[record]!;
    labels[next[row]!] = truthOf[record]!;
    next[row]! += 1;
  }
  for (let row = 0; row < rowCount; row += 1) {
    if (offsets[row + 1]! - offsets[row]! > 1) labels.subarray(offsets[row], offsets[row + 1]).sort();
  }
  return { offsets, labels };
}

/** Records of known truth in the row. */
export function countKnown({ offsets }: TruthOfRows, row: number): number {
  return offsets[row + 1]! - offsets[row]!;
}

/** Pairs, one record of each row, that are one person in truth. */
export function countTrueBetween({ offsets, labels }: TruthOfRows, left: number, right: number): number {
  let count = 0;
  let i = offsets[left]!;
  let j = offsets[right]!;
  const endI = offsets[left + 1]!;
  const endJ = offsets[right + 1]!;
  while (i < endI && j < endJ) {
    const label = labels[i]!;
    if (label < labels[j]!) i += 1;
    else if (label > labels[j]!) j += 1;
    else {
      const fromI = i;
      const fromJ = j;
      while (i < endI && labels[i] === label) i += 1;
      while (j < endJ && labels[j] === label) j += 1;
      count += (i - fromI) * (j - fromJ);
    }
  }
  return count;
}

/** Pairs within the row that are one person in truth. */
export function countTrueWithin({ offsets, labels }: TruthOfRows, row: number): number {
  let count = 0;
  for (let i = offsets[row]!; i < offsets[row + 1]!; ) {
    const from = i;
    while (i < offsets[row + 1]! && labels[i] === labels[from]) i += 1;
    count += ((i - from) * (i - from - 1)) / 2;
  }
  return count;
}
