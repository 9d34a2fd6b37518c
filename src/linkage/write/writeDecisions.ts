// Writes the decisions that a run obeyed, in the form in which they are given, so that the run's folder says by itself why
// its clusters are as they are, and an index that is loaded from it can take them as facts.
import type { ResolvedDecisions } from "../read/readDecisions.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { writeTable } from "./writeTable.ts";

/** Name of the file in a run's folder; decisions.csv is that of rulings which the run has not seen yet. */
export const obeyedDecisionsFile = "obeyed-decisions.csv";

/**
 * CSV with columns kind, left_source, left_id, right_source, right_id, reason.
 * @throws NamesakeError OUTPUT_UNWRITABLE
 */
export async function writeDecisions(
  path: string,
  { decisions, reasons }: ResolvedDecisions,
  table: RecordTable,
): Promise<void> {
  const sides = (["left", "right"] as const).flatMap((side) => {
    const placeAt = (row: number): number => decisions[row]?.[side] ?? -1;
    return [
      {
        name: `${side}_source`,
        type: "text",
        texts: table.sources,
        indexOf: (row: number) => table.sourceOf[placeAt(row)] ?? -1,
      },
      { name: `${side}_id`, type: "text", texts: table.recordIds, indexOf: placeAt },
    ] as const;
  });
  const kinds = decisions.map(({ kind }) => kind);
  await writeTable({
    path,
    format: "csv",
    rowCount: decisions.length,
    columns: [
      { name: "kind", type: "text", texts: kinds, indexOf: (row) => row },
      ...sides,
      { name: "reason", type: "text", texts: reasons, indexOf: (row) => row },
    ],
  });
}
