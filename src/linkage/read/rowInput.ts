// Rows given from memory as inputs: named, with their columns listed, and coded without DuckDB.
import type { InputRow, LinkOptions } from "../linkOptions.ts";
import type { AlignedColumn, NamedColumns } from "./alignColumns.ts";
import { encodeValues } from "./encodeValues.ts";
import { NameCollector } from "./nameCollector.ts";
import type { RawRecords } from "./rawRecords.ts";

export interface NamedRows extends NamedColumns {
  readonly rows: readonly InputRow[];
}

type RowInput = readonly InputRow[] | Readonly<Record<string, readonly InputRow[]>>;

/** True for rows or named lists of rows, false for paths. An empty list counts as paths. */
export function isRowInput(input: LinkOptions["input"]): input is RowInput {
  if (typeof input === "string") return false;
  return !Array.isArray(input) || (input.length > 0 && typeof input[0] !== "string");
}

/** Names a bare list "rows"; columns stand in an order that the order of rows does not change. */
export function nameRows(input: RowInput): NamedRows[] {
  const named: [string, readonly InputRow[]][] = Array.isArray(input)
    ? [["rows", input]]
    : Object.entries(input as Readonly<Record<string, readonly InputRow[]>>);
  return named.map(([source, rows]) => {
    const names = new NameCollector();
    for (const row of rows) names.add(Object.keys(row));
    return { source, rows, columnNames: names.finish() };
  });
}

/** Codes the rows of all inputs, one after another. */
export function rawRecordsFromRows(
  inputs: readonly NamedRows[],
  aligned: readonly AlignedColumn[],
  isVerbatim = false,
): RawRecords {
  const columns = aligned.map((column) => {
    const texts: (string | null)[] = [];
    inputs.forEach((input, i) => {
      const name = input.columnNames[column.indexes[i] ?? -1];
      for (const row of input.rows) texts.push(name === undefined ? null : textOf(row[name]));
    });
    return encodeValues(column.name, texts, isVerbatim);
  });
  return {
    inputs: inputs.map(({ source, rows }) => ({ name: source, recordCount: rows.length, rowNumbers: null })),
    columns,
  };
}

/** Text of a value from memory; a Date at midnight UTC is its day alone. Lone surrogates become U+FFFD. */
function textOf(value: InputRow[string]): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  }
  return String(value).toWellFormed();
}
