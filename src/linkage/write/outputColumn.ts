// The columns of a table on its way into a file, whatever the format.
import { decodeBytes, type PackedStrings } from "../../shared/packedStrings.ts";

export type Texts = Pick<PackedStrings, "bytes" | "offsets"> | readonly string[];

/** One column to write: where row i finds its value. A text of index −1 and a number that is not finite are nothing. */
export type OutputColumn =
  | {
      readonly name: string;
      readonly type: "text";
      readonly texts: Texts;
      readonly indexOf: (row: number) => number;
    }
  /** Of few texts, the same in all pieces of the table. */
  | {
      readonly name: string;
      readonly type: "label";
      readonly labels: readonly string[];
      readonly indexOf: (row: number) => number;
    }
  | { readonly name: string; readonly type: "float" | "int"; readonly numberOf: (row: number) => number };

/** Rows 0 … rowCount−1 of some columns, which follow each other in a table piece by piece. */
export interface TablePiece {
  readonly columns: readonly OutputColumn[];
  readonly rowCount: number;
}

/** Empty where the index is none of the texts. */
export function textAt(texts: Texts, index: number): string {
  if (!("offsets" in texts)) return texts[index] ?? "";
  return index < 0 ? "" : decodeBytes(texts.bytes, texts.offsets[index]!, texts.offsets[index + 1]!);
}
