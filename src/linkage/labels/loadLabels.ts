// The rows of a file of labels: pairs (kind, left_id, right_id), in the format of decisions, or clusters (record_id,
// cluster_id). The names of its columns say which.
import { NamesakeError } from "../../shared/errors.ts";
import { type FoundFile, findFiles } from "../read/findFiles.ts";
import { holdsNoRows } from "../read/holdsNoRows.ts";
import { loadFile } from "../read/loadFile.ts";
import { isMissing } from "../read/missingValue.ts";
import { type DatabaseOptions, withDatabase } from "../read/openDatabase.ts";
import type { LabelRows } from "./readLabels.ts";

const pairColumns = ["kind", "left_source", "left_id", "right_source", "right_id", "weight"] as const;
const clusterColumns = ["source", "record_id", "cluster_id"] as const;

/**
 * Rows in the order of the file; other columns are not read.
 * @throws NamesakeError LABELS_INVALID where columns are missing or a row cannot be read, and FILE_* for the file
 */
export async function loadLabels(path: string, options: DatabaseOptions): Promise<LabelRows> {
  const [file, ...more] = await findFiles([path]);
  if (file === undefined || more.length > 0) {
    throw new NamesakeError("LABELS_INVALID", `${path} names ${more.length + 1} files`);
  }
  return readRows(file, path, options).catch(async (error) => {
    if (await holdsNoRows(error, file.path)) return { pairs: [] };
    throw error;
  });
}

function readRows(file: FoundFile, path: string, options: DatabaseOptions): Promise<LabelRows> {
  return withDatabase(options, async (database) => {
    const { columnNames, table, rejects } = await loadFile(database, file, "labels_file");
    const unread = rejects.map(({ rowNumber, reason }) => `row ${rowNumber}: ${reason}`);
    if (unread.length > 0) throw new NamesakeError("LABELS_INVALID", [path, ...unread.slice(0, 20)]);
    const names = columnNames.map((name) => name.trim().toLowerCase());
    const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));
    const read = async (columns: readonly string[]): Promise<(string | null)[][]> => {
      const wanted = columns.map((name) => (names.includes(name) ? `c${names.indexOf(name)}` : "NULL"));
      const found = await database.connection.runAndReadAll(`SELECT ${wanted.join(", ")} FROM ${table} ORDER BY rowid`);
      return found
        .getRows()
        .map((values) => values.map((value) => (typeof value === "string" && !isMissing(value) ? value : null)));
    };
    if (has("kind", "left_id", "right_id")) {
      const rows = await read(pairColumns);
      return {
        pairs: rows.map(
          ([kind = null, leftSource = null, leftId = null, rightSource = null, rightId = null, weight = null]) => ({
            kind,
            leftSource,
            leftId,
            rightSource,
            rightId,
            weight,
          }),
        ),
      };
    }
    if (has("record_id", "cluster_id")) {
      const rows = await read(clusterColumns);
      return { clusters: rows.map(([source = null, id = null, cluster = null]) => ({ source, id, cluster })) };
    }
    throw new NamesakeError("LABELS_INVALID", `${path} has neither kind, left_id, right_id nor record_id, cluster_id`);
  });
}
