// Many rows as parameters of one statement: an array for each column.
import type { Cell, CellType, TableShape } from "../rows/table.ts";

const arrayTypes: Readonly<Record<CellType, string>> = { integer: "bigint", real: "double precision", text: "text" };

/** "unnest($1::bigint[], $2::text[], …)": a row for each place of the arrays, columns in the order of the cells. */
export const unnesting = ({ columns }: TableShape): string =>
  `unnest(${columns.map(([, type], index) => `$${index + 1}::${arrayTypes[type]}[]`).join(", ")})`;

/** Rows of cells turned into the arrays that `unnesting` takes. */
export const columnsOf = ({ columns }: TableShape, rows: readonly (readonly Cell[])[]): Cell[][] =>
  columns.map((_, index) => rows.map((cells) => cells[index] ?? null));
