// All columns renamed c1 … cn, identifier and source among them: only content can say what a column is.
import type { RecordSet, ServiceNames } from "../recordSets/recordSet.ts";

export function renameColumns(set: RecordSet): { readonly set: RecordSet; readonly names: ServiceNames } {
  const names = { id: "c1", source: "c2" };
  const first = set.sources === null ? 2 : 3;
  return { set: { ...set, columns: set.columns.map((_, i) => `c${i + first}`) }, names };
}
