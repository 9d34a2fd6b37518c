// A table as both databases see it: its columns in order, and how a row becomes cells and comes back. The statements of
// either database are made from this, so a column cannot be known to one and not to the other.

/** What a column holds in either database; lists are JSON text, truth values 0 and 1. */
export type Cell = string | number | null;

export type CellType = "integer" | "real" | "text";

export interface TableShape {
  readonly name: string;
  /** Name and type of each column, in the order of the cells. */
  readonly columns: readonly (readonly [name: string, type: CellType])[];
  /** Columns that identify a row. */
  readonly key: readonly string[];
}

/** `Stored` is a row with what only the store knows of it. */
export interface Table<Row, Stored = Row> extends TableShape {
  readonly toCells: (row: Stored) => Cell[];
  readonly fromCells: (cells: readonly Cell[]) => Row;
}

/** "number, source, id": the columns in the order of the cells. */
export const columnList = (table: TableShape): string => table.columns.map(([name]) => name).join(", ");

/** "version = excluded.version, …": for an insert that replaces what it meets. */
export const replacementList = (table: TableShape): string =>
  table.columns
    .filter(([name]) => !table.key.includes(name))
    .map(([name]) => `${name} = excluded.${name}`)
    .join(", ");

/** A list as a cell. */
export const toListCell = (list: readonly unknown[]): string => (list.length === 0 ? "[]" : JSON.stringify(list));

/** The list that `toListCell` stored. */
export const fromListCell = <Item>(cell: Cell): readonly Item[] => (cell === "[]" ? [] : JSON.parse(cell as string));
