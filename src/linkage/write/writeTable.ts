// Writes columns as CSV or Parquet. Parquet goes through a CSV in a temporary folder and DuckDB's COPY on one thread, so
// that its bytes depend on the content alone.
import { join } from "node:path";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { quoteText, withDatabase } from "../read/openDatabase.ts";
import { CsvWriter } from "./csvWriter.ts";
import { asUnwritable } from "./replaceFolder.ts";

/** One column to write: where row i finds its value. */
export type OutputColumn =
  | {
      readonly name: string;
      readonly type: "text";
      readonly texts: PackedStrings | readonly string[];
      readonly indexOf: (row: number) => number;
    }
  | { readonly name: string; readonly type: "float" | "int"; readonly numberOf: (row: number) => number };

export interface TableOutput {
  readonly path: string;
  readonly format: "csv" | "parquet";
  readonly rowCount: number;
  readonly columns: readonly OutputColumn[];
  readonly signal?: AbortSignal | undefined;
}

const sqlTypes = { text: "VARCHAR", float: "DOUBLE", int: "BIGINT" } as const;

/**
 * Text −1 and a number that is not finite are written as nothing (null in Parquet).
 * @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED
 */
export async function writeTable(output: TableOutput): Promise<void> {
  if (output.format === "csv") return writeCsv(output.path, output);
  return withDatabase({ threads: 1, signal: output.signal }, async ({ connection, temporaryFolder }) => {
    const csv = join(temporaryFolder, "rows.csv");
    await writeCsv(csv, output);
    const columns = output.columns.map((column) => `${quoteText(column.name)}: '${sqlTypes[column.type]}'`).join(", ");
    try {
      await connection.run(
        `COPY (SELECT * FROM read_csv(${quoteText(csv)}, auto_detect = false, header = true, delim = ',', quote = '"',
         escape = '"', nullstr = '', compression = 'none', columns = {${columns}}))
         TO ${quoteText(output.path)} (FORMAT parquet, COMPRESSION zstd)`,
      );
    } catch (error) {
      const isFileSystem = /IO Error|No space|Permission|Cannot open/i.test(String(error));
      throw isFileSystem ? asUnwritable({ code: "EIO" }, output.path) : error;
    }
  });
}

async function writeCsv(path: string, output: TableOutput): Promise<void> {
  const writer = await CsvWriter.create(path);
  try {
    for (const column of output.columns) writer.addText(column.name);
    writer.endRow();
    for (let row = 0; row < output.rowCount; row += 1) {
      for (const column of output.columns) addCell(writer, column, row);
      writer.endRow();
      if (writer.isFull) await writer.flush();
    }
  } finally {
    await writer.close();
  }
}

function addCell(writer: CsvWriter, column: OutputColumn, row: number): void {
  if (column.type !== "text") {
    const number = column.numberOf(row);
    writer.addText(Number.isFinite(number) ? String(number) : "");
    return;
  }
  const index = column.indexOf(row);
  if (index < 0) writer.addText("");
  else if (Array.isArray(column.texts)) writer.addText(column.texts[index] as string);
  else writer.addPacked(column.texts as PackedStrings, index);
}
