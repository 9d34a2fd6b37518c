// Writes a table as CSV or Parquet, at once or piece by piece.
import { csvHeader, csvRows } from "./csvRows.ts";
import type { TablePiece } from "./outputColumn.ts";
import { type ParquetOutput, writeParquet } from "./writeParquet.ts";
import { writePieces } from "./writePieces.ts";

export interface TableFile {
  readonly path: string;
  readonly format: "csv" | "parquet";
  readonly signal?: AbortSignal | undefined;
}

/** @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED */
export async function writeTable({ columns, rowCount, ...file }: TableFile & TablePiece): Promise<void> {
  await writeTablePieces([{ columns, rowCount }], { ...file, columns });
}

/** @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED */
export async function writeTablePieces(
  pieces: AsyncIterable<TablePiece> | Iterable<TablePiece>,
  output: TableFile & ParquetOutput,
): Promise<void> {
  if (output.format === "parquet") return writeParquet(pieces, output);
  await writePieces(output.path, asCsv(pieces, output));
  output.onRowsTaken?.();
}

async function* asCsv(
  pieces: AsyncIterable<TablePiece> | Iterable<TablePiece>,
  { columns }: ParquetOutput,
): AsyncGenerator<Uint8Array> {
  yield csvHeader(columns.map(({ name }) => name));
  for await (const piece of pieces) yield* csvRows(piece);
}
