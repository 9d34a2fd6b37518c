// Missing values written as the word NULL.
import type { RecordSet } from "../recordSets/recordSet.ts";

export function writeNull(set: RecordSet): RecordSet {
  return { ...set, rows: set.rows.map((row) => row.map((value) => (value === "" ? "NULL" : value))) };
}
