// Writes a table as Parquet: DuckDB collects the rows, on disk where they are many, and writes the file on one thread, so that
// its bytes depend on the content alone.
import {
  DOUBLE,
  type DuckDBAppender,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBVector,
  ENUM,
  VARCHAR,
} from "@duckdb/node-api";
import { quoteText, withDatabase } from "../read/openDatabase.ts";
import { type OutputColumn, type TablePiece, textAt } from "./outputColumn.ts";
import { asUnwritable } from "./replaceFolder.ts";

export interface ParquetOutput {
  readonly path: string;
  /** Names, types and labels of the columns that all pieces have. */
  readonly columns: readonly OutputColumn[];
  readonly signal?: AbortSignal | undefined;
  /** Memory of the whole run in bytes. */
  readonly memoryBytes?: number | undefined;
  /** Called when no more rows are wanted, and only DuckDB is at work. */
  readonly onRowsTaken?: (() => void) | undefined;
}

/** Rows beyond wait on disk until the file is written. */
const databaseBytesMax = 1 << 30;
/** What DuckDB takes at once. */
const chunkRows = 2048;

/** @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED */
export async function writeParquet(
  pieces: AsyncIterable<TablePiece> | Iterable<TablePiece>,
  { path, columns, signal, memoryBytes = Number.POSITIVE_INFINITY, onRowsTaken }: ParquetOutput,
): Promise<void> {
  const types = columns.map(storedAs);
  const databaseBytes = Math.min(databaseBytesMax, memoryBytes / 2);
  await withDatabase({ threads: 1, databaseBytes, signal }, async ({ connection }) => {
    await connection.run(`CREATE TABLE rows (${types.map((type, index) => `c${index} ${type}`).join(", ")})`);
    const appender = await connection.createAppender("rows");
    const chunk = DuckDBDataChunk.create(types);
    for await (const piece of pieces) appendPiece(appender, chunk, piece);
    appender.closeSync();
    const copying = connection.run(
      `COPY (SELECT ${columns.map(select).join(", ")} FROM rows) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    onRowsTaken?.();
    await copying.catch((error: unknown) => {
      const isFileSystem = /IO Error|No space|Permission|Cannot open/i.test(String(error));
      throw isFileSystem ? asUnwritable({ code: "EIO" }, path) : error;
    });
  });
}

function storedAs(column: OutputColumn): DuckDBType {
  if ("numberOf" in column) return DOUBLE;
  if (column.type === "text") return VARCHAR;
  const labels = new Set(column.labels.filter((label) => label !== ""));
  return labels.size === 0 ? VARCHAR : ENUM([...labels]);
}

const select = ({ name, type }: OutputColumn, index: number): string =>
  `${type === "int" ? `c${index}::BIGINT` : `c${index}`} AS "${name.replaceAll('"', '""')}"`;

function appendPiece(appender: DuckDBAppender, chunk: DuckDBDataChunk, { columns, rowCount }: TablePiece): void {
  for (let from = 0; from < rowCount; from += chunkRows) {
    const count = Math.min(chunkRows, rowCount - from);
    chunk.reset();
    chunk.rowCount = count;
    for (const [index, column] of columns.entries()) fill(chunk.getColumnVector(index), column, from, count);
    appender.appendDataChunk(chunk);
  }
}

function fill(vector: DuckDBVector, column: OutputColumn, from: number, count: number): void {
  if ("numberOf" in column) {
    for (let i = 0; i < count; i += 1) {
      const number = column.numberOf(from + i);
      vector.setItem(i, Number.isFinite(number) ? number : null);
    }
  } else if (column.type === "label") {
    const { labels, indexOf } = column;
    for (let i = 0; i < count; i += 1) vector.setItem(i, labels[indexOf(from + i)] || null);
  } else {
    const { texts, indexOf } = column;
    // Often the same many times in a row.
    let last = -1;
    let text: string | null = null;
    for (let i = 0; i < count; i += 1) {
      const index = indexOf(from + i);
      if (index !== last) text = textAt(texts, index) || null;
      last = index;
      vector.setItem(i, text);
    }
  }
  vector.flush();
}
