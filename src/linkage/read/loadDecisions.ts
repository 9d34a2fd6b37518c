// The rows of a file of decisions, by the names of its columns.
import { NamesakeError } from "../../shared/errors.ts";
import { type FoundFile, findFiles } from "./findFiles.ts";
import { holdsNoRows } from "./holdsNoRows.ts";
import { loadFile } from "./loadFile.ts";
import { isMissing } from "./missingValue.ts";
import { type DatabaseOptions, withDatabase } from "./openDatabase.ts";
import type { DecisionRow } from "./readDecisions.ts";

const columns = ["kind", "left_source", "left_id", "right_source", "right_id", "reason"] as const;
const required = ["kind", "left_id", "right_id"] as const;

/**
 * Rows in the order of the file; other columns (author, time …) are not read. A file with a header alone has none.
 * @throws NamesakeError DECISIONS_INVALID where a column is missing or a row cannot be read, and FILE_* for the file
 */
export async function loadDecisions(path: string, options: DatabaseOptions): Promise<DecisionRow[]> {
  const [file, ...more] = await findFiles([path]);
  if (file === undefined || more.length > 0) {
    throw new NamesakeError("DECISIONS_INVALID", `${path} names ${more.length + 1} files`);
  }
  return readRows(file, path, options).catch(async (error) => {
    if (await holdsNoRows(error, file.path)) return [];
    throw error;
  });
}

function readRows(file: FoundFile, path: string, options: DatabaseOptions): Promise<DecisionRow[]> {
  return withDatabase(options, async (database) => {
    const { columnNames, table, rejects } = await loadFile(database, file, "decisions_file");
    const names = columnNames.map((name) => name.trim().toLowerCase());
    const absent = required.filter((name) => !names.includes(name));
    if (absent.length > 0) throw new NamesakeError("DECISIONS_INVALID", `${path} has no column ${absent.join(", ")}`);
    const unread = rejects.map(({ rowNumber, reason }) => `row ${rowNumber}: ${reason}`);
    if (unread.length > 0) throw new NamesakeError("DECISIONS_INVALID", [path, ...unread.slice(0, 20)]);
    const wanted = columns.map((name) => (names.includes(name) ? `c${names.indexOf(name)}` : "NULL"));
    const found = await database.connection.runAndReadAll(`SELECT ${wanted.join(", ")} FROM ${table} ORDER BY rowid`);
    return found.getRows().map((values) => {
      const [kind = null, leftSource = null, leftId = null, rightSource = null, rightId = null, reason = null] =
        values.map((value) => (typeof value === "string" && !isMissing(value) ? value : null));
      return { kind, leftSource, leftId, rightSource, rightId, reason };
    });
  });
}
