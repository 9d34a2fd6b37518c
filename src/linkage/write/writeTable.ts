// Writes a table as CSV or Parquet. Parquet goes through a CSV beside it and DuckDB's COPY on one thread, so that its
// bytes depend on the content alone.
import { rm } from "node:fs/promises";
import { avoidGlob } from "../read/loadTask.ts";
import { quoteText, withDatabase } from "../read/openDatabase.ts";
import { csvHeader, csvRows, type OutputColumn } from "./csvRows.ts";
import { asUnwritable } from "./replaceFolder.ts";
import { writePieces } from "./writePieces.ts";

export interface TableOutput {
  readonly path: string;
  readonly format: "csv" | "parquet";
  readonly rowCount: number;
  readonly columns: readonly OutputColumn[];
  readonly signal?: AbortSignal | undefined;
}

/** A table whose rows come as CSV, in pieces of any size. */
export interface TableText extends Omit<TableOutput, "rowCount" | "columns"> {
  readonly columns: readonly Pick<OutputColumn, "name" | "type">[];
  readonly rows: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Memory of the whole run in bytes. */
  readonly memoryBytes?: number | undefined;
  /** Called when no more rows are wanted, and only DuckDB is at work. */
  readonly onRowsTaken?: (() => void) | undefined;
}

const sqlTypes = { text: "VARCHAR", float: "DOUBLE", int: "BIGINT" } as const;

/**
 * Text −1 and a number that is not finite are written as nothing (null in Parquet).
 * @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED
 */
export async function writeTable(output: TableOutput): Promise<void> {
  await writeTableText({ ...output, rows: csvRows(output.columns, output.rowCount) });
}

/** @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED */
export async function writeTableText(text: TableText): Promise<void> {
  const names = text.columns.map(({ name }) => name);
  const csv = text.format === "csv" ? text.path : `${text.path}.csv`;
  try {
    await writePieces(csv, prepend(csvHeader(names), text.rows));
  } catch (error) {
    if (csv !== text.path) await rm(csv, { force: true });
    throw error;
  }
  if (text.format === "parquet") await convertToParquet(csv, text);
  else text.onRowsTaken?.();
}

async function* prepend(first: Uint8Array, rest: TableText["rows"]): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function convertToParquet(
  csv: string,
  { path, columns, signal, memoryBytes, onRowsTaken }: TableText,
): Promise<void> {
  const types = columns.map(({ name, type }) => `${quoteText(name)}: '${sqlTypes[type]}'`).join(", ");
  try {
    await withDatabase({ threads: 1, memoryBytes, signal }, async (database) => {
      const from = quoteText(await avoidGlob({ database, path: csv, table: "rows" }));
      try {
        const copying = database.connection.run(
          `COPY (SELECT * FROM read_csv(${from}, auto_detect = false, header = true, delim = ',', quote = '"',
           escape = '"', nullstr = '', compression = 'none', columns = {${types}}))
           TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`,
        );
        onRowsTaken?.();
        await copying;
      } catch (error) {
        const isFileSystem = /IO Error|No space|Permission|Cannot open/i.test(String(error));
        throw isFileSystem ? asUnwritable({ code: "EIO" }, path) : error;
      }
    });
  } finally {
    await rm(csv, { force: true });
  }
}
