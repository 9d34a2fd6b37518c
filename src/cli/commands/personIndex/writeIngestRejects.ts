// What an ingest could not take, as a file like the rejects.csv of a run: rows that could not be read, by their numbers,
// and records that the index refused, by their identifiers.
import { rename, rm } from "node:fs/promises";
import type { Reject } from "../../../linkage/read/readOptions.ts";
import { asUnwritable } from "../../../linkage/write/replaceFolder.ts";
import { writeTable } from "../../../linkage/write/writeTable.ts";

export interface Refusal {
  readonly source: string;
  readonly id: string;
  /** Code and message of the error; never holds a value. */
  readonly reason: string;
}

/**
 * CSV with columns source, row_number, reason, record_id; the file appears whole or not at all.
 * @throws NamesakeError OUTPUT_UNWRITABLE
 */
export async function writeIngestRejects(
  path: string,
  rejects: readonly Reject[],
  refusals: readonly Refusal[],
): Promise<void> {
  const all = [...rejects, ...refusals];
  const ids = [...rejects.map(() => ""), ...refusals.map(({ id }) => id)];
  const at = (row: number): number => row;
  const temporary = `${path}.new-${process.pid}`;
  try {
    await writeTable({
      path: temporary,
      format: "csv",
      rowCount: all.length,
      columns: [
        { name: "source", type: "text", texts: all.map(({ source }) => source), indexOf: at },
        { name: "row_number", type: "int", numberOf: (row) => rejects[row]?.rowNumber ?? Number.NaN },
        { name: "reason", type: "text", texts: all.map(({ reason }) => reason), indexOf: at },
        { name: "record_id", type: "text", texts: ids, indexOf: at },
      ],
    });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw asUnwritable(error, path);
  }
}
