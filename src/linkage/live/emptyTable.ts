// A table without records: what standardising it gives tells which fields a model has.
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { RecordTable } from "../read/recordTable.ts";

export const emptyTable: RecordTable = {
  recordCount: 0,
  columns: [],
  sources: [""],
  sourceOf: new Uint16Array(0),
  recordIds: PackedStrings.from([]),
  idColumn: null,
  truth: null,
};
