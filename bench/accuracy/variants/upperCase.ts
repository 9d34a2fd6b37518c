// Every value in capitals.
import { mapValues, type RecordSet } from "../recordSets/recordSet.ts";

export function upperCase(set: RecordSet): RecordSet {
  return mapValues(set, (value) => value.toUpperCase());
}
