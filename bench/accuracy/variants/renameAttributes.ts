// Attributes renamed c1 … cn: only content can say what they are; identifier and source keep their names.
import type { RecordSet } from "../recordSets/recordSet.ts";

/** `first` is the number of the first attribute. */
export const renameAttributes = (set: RecordSet, first = 1): RecordSet => ({
  ...set,
  columns: set.columns.map((_, i) => `c${i + first}`),
});
