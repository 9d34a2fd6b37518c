// All columns renamed c1 … cn, identifier and source among them: only content can say what a column is.
import type { RecordSet, ServiceNames } from "../recordSets/recordSet.ts";
import { renameAttributes } from "./renameAttributes.ts";

export function renameColumns(set: RecordSet): { readonly set: RecordSet; readonly names: ServiceNames } {
  return { set: renameAttributes(set, set.sources === null ? 2 : 3), names: { id: "c1", source: "c2" } };
}
