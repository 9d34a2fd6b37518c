// Columns as CSV.
import { PackedStrings } from "../../shared/packedStrings.ts";
import { CsvBytes } from "./csvBytes.ts";
import type { OutputColumn, TablePiece } from "./outputColumn.ts";

const pieceBytes = 4 << 20;

/** The header row, as bytes. */
export function csvHeader(names: readonly string[]): Uint8Array {
  const csv = new CsvBytes();
  for (const name of names) csv.addText(name);
  csv.endRow();
  return csv.take();
}

/** Rows 0 … rowCount−1 without the header, in pieces of a few mebibytes; one piece at least. */
export function* csvRows({ columns, rowCount }: TablePiece): Generator<Uint8Array<ArrayBuffer>> {
  const csv = new CsvBytes();
  const adders = columns.map((column) => createAdder(csv, column));
  for (let row = 0; row < rowCount; row += 1) {
    for (let i = 0; i < adders.length; i += 1) adders[i]!(row);
    csv.endRow();
    if (csv.length >= pieceBytes) yield csv.take();
  }
  yield csv.take();
}

function createAdder(csv: CsvBytes, column: OutputColumn): (row: number) => void {
  if ("numberOf" in column) {
    const { numberOf } = column;
    return (row) => csv.addNumber(numberOf(row));
  }
  const { indexOf } = column;
  const texts = column.type === "label" ? PackedStrings.from(column.labels) : column.texts;
  if ("offsets" in texts) return (row) => csv.addPacked(texts, indexOf(row));
  return (row) => csv.addText(texts[indexOf(row)] ?? "");
}
