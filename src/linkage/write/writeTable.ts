// Writes a table as CSV or Parquet, at once or piece by piece.
import { csvHeader, csvRows } from "./csvRows.ts";
import type { TablePiece } from "./outputColumn.ts";
import { type ParquetOutput, writeParquet } from "./writeParquet.ts";
import { writePieces } from "./writePieces.ts";

export interface TableOutput extends ParquetOutput {
  readonly format: "csv" | "parquet";
}

/** @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED */
export async function writeTable(output: TableOutput & TablePiece): Promise<void> {
  await writeTablePieces([output], output);
}

/** @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED */
export async function writeTablePieces(
  pieces: AsyncIterable<TablePiece> | Iterable<TablePiece>,
  output: TableOutput,
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
