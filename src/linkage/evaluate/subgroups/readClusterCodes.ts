// Clusters from a file beside the records that they are of: the columns that `evaluate` takes, found by record.
import { NamesakeError } from "../../../shared/errors.ts";
import { findFiles } from "../../read/findFiles.ts";
import { RecordFinder } from "../../read/findRecord.ts";
import { loadFile } from "../../read/loadFile.ts";
import { withDatabase } from "../../read/openDatabase.ts";
import type { RecordTable } from "../../read/recordTable.ts";
import { findLabelColumns } from "../readClusterFiles.ts";

/**
 * Per record of `table` the number of its cluster, −1 where the file does not name it.
 * @throws NamesakeError CLUSTERS_INVALID where no record is found or an identifier stands in several sources, and FILE_*
 */
export async function readClusterCodes(path: string, table: RecordTable): Promise<Int32Array> {
  const files = await findFiles([path]);
  return withDatabase({}, async (database) => {
    const [file] = files;
    if (file === undefined) throw new NamesakeError("CLUSTERS_INVALID", `${path} names no file`);
    const { columnNames } = await loadFile(database, file, "codes_file");
    const { source, record, label } = findLabelColumns(columnNames);
    if (record === undefined || label === undefined) {
      throw new NamesakeError("CLUSTERS_INVALID", `${path} has only one column`);
    }
    const from = source < 0 ? "NULL" : `c${source}`;
    const found = await database.connection.runAndReadAll(`SELECT ${from}, c${record}, c${label} FROM codes_file`);
    return findCodes(path, table, found.getRows());
  });
}

function findCodes(path: string, table: RecordTable, rows: readonly (readonly unknown[])[]): Int32Array {
  const finder = new RecordFinder(table);
  const sources = new Set(table.sources);
  const numberOf = new Map<string, number>();
  const codes = new Int32Array(table.recordCount).fill(-1);
  for (const [source, id, label] of rows) {
    if (typeof id !== "string" || typeof label !== "string") continue;
    // Where the records are of one file, its name need not be what the clusters call their source.
    const named = typeof source === "string" && sources.has(source) ? source : null;
    const record = finder.find(named, id);
    if (record === "ambiguous") {
      throw new NamesakeError("CLUSTERS_INVALID", `${path}: an identifier stands in several sources: name the source`);
    }
    const number = numberOf.get(label) ?? numberOf.size;
    numberOf.set(label, number);
    if (record !== null) codes[record] = number;
  }
  if (codes.every((code) => code < 0)) {
    throw new NamesakeError("CLUSTERS_INVALID", `no record of ${path} is among the records given`);
  }
  return codes;
}
