// Columns as CSV: what a table is made of on its way into a file, on any thread.
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { CsvBytes } from "./csvBytes.ts";

/** One column to write: where row i finds its value. A text of index −1 and a number that is not finite are nothing. */
export type OutputColumn =
  | {
      readonly name: string;
      readonly type: "text";
      readonly texts: Pick<PackedStrings, "bytes" | "offsets"> | readonly string[];
      readonly indexOf: (row: number) => number;
    }
  | { readonly name: string; readonly type: "float" | "int"; readonly numberOf: (row: number) => number };

const pieceBytes = 4 << 20;

/** The header row, as bytes. */
export function csvHeader(names: readonly string[]): Uint8Array {
  const csv = new CsvBytes();
  for (const name of names) csv.addText(name);
  csv.endRow();
  return csv.take();
}

/** Rows 0 … rowCount−1 without the header, in pieces of a few mebibytes; one piece at least. */
export function* csvRows(columns: readonly OutputColumn[], rowCount: number): Generator<Uint8Array<ArrayBuffer>> {
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
  if (column.type !== "text") {
    const { numberOf } = column;
    return (row) => csv.addNumber(numberOf(row));
  }
  const { texts, indexOf } = column;
  if ("offsets" in texts) return (row) => csv.addPacked(texts, indexOf(row));
  return (row) => csv.addText(texts[indexOf(row)] ?? "");
}
