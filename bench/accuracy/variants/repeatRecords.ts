// The set several times over with fresh identifiers: every record has twins.
import type { RecordSet } from "../recordSets/recordSet.ts";

export function repeatRecords(set: RecordSet, times: number): RecordSet {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const repeat = <Item>(items: readonly Item[]): Item[] => copies.flatMap(() => items);
  return {
    ...set,
    rows: repeat(set.rows),
    truth: repeat(set.truth),
    sources: set.sources === null ? null : repeat(set.sources),
    ids: copies.flatMap((copy) => set.ids.map((id, i) => `r${copy}-${String(i).padStart(7, "0")}-${id}`)),
  };
}
