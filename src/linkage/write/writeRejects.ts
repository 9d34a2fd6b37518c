// Writes the rows that could not be read: where they stand and why, never what they hold.
import type { Reject } from "../read/readOptions.ts";
import { writeTable } from "./writeTable.ts";

/**
 * CSV with columns source, row_number (among the rows after the header, from 1), reason.
 * @throws NamesakeError OUTPUT_UNWRITABLE
 */
export async function writeRejects(path: string, rejects: readonly Reject[]): Promise<void> {
  const sources = rejects.map((reject) => reject.source);
  const reasons = rejects.map((reject) => reject.reason);
  await writeTable({
    path,
    format: "csv",
    rowCount: rejects.length,
    columns: [
      { name: "source", type: "text", texts: sources, indexOf: (row) => row },
      { name: "row_number", type: "int", numberOf: (row) => rejects[row]?.rowNumber ?? 0 },
      { name: "reason", type: "text", texts: reasons, indexOf: (row) => row },
    ],
  });
}
