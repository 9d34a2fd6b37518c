// Writes scored pairs: the two records, then whatever columns scoring supplies, in the order given.
import { assert } from "../../shared/assert.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { OutputColumn } from "./outputColumn.ts";
import { writeTable } from "./writeTable.ts";

export interface LinkColumn {
  readonly name: string;
  readonly type: "float" | "text" | "int";
  /** Numbers per link, or indexes into `labels` where the type is text (−1: nothing). */
  readonly values: Float64Array | Float32Array | Int32Array | Uint8Array;
  readonly labels?: readonly string[];
}

export interface Links {
  readonly count: number;
  /** Indexes of records. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly columns: readonly LinkColumn[];
}

export interface LinksOutput {
  readonly path: string;
  readonly format: "csv" | "parquet";
  readonly table: RecordTable;
  readonly links: Links;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Columns source_left, record_id_left, source_right, record_id_right (sources only where there are several), then the others.
 * @throws NamesakeError OUTPUT_UNWRITABLE
 */
export async function writeLinks(output: LinksOutput): Promise<void> {
  const { path, format, table, links, signal } = output;
  assert(links.left.length >= links.count && links.right.length >= links.count, "each link has two records");
  await writeTable({ path, format, rowCount: links.count, columns: layOutLinks(table, links), signal });
}

/** The columns of the file, in order. */
export function layOutLinks(
  table: Pick<RecordTable, "recordIds" | "sources" | "sourceOf">,
  links: Links,
): OutputColumn[] {
  const sides = [...describeSide(table, "left", links.left), ...describeSide(table, "right", links.right)];
  return [...sides, ...links.columns.map(describeColumn)];
}

function describeSide(
  table: Pick<RecordTable, "recordIds" | "sources" | "sourceOf">,
  side: "left" | "right",
  records: Int32Array,
): OutputColumn[] {
  const id: OutputColumn = {
    name: `record_id_${side}`,
    type: "text",
    texts: table.recordIds,
    indexOf: (row) => records[row]!,
  };
  if (table.sources.length === 1) return [id];
  const indexOf = (row: number): number => table.sourceOf[records[row]!]!;
  return [{ name: `source_${side}`, type: "label", labels: table.sources, indexOf }, id];
}

function describeColumn(column: LinkColumn): OutputColumn {
  const { name, type, values } = column;
  // Seven digits are what a 32-bit number holds; more would print its rounding error.
  if (values instanceof Float32Array)
    return { name, type: "float", numberOf: (row) => Number(values[row]!.toPrecision(7)) };
  if (type !== "text") return { name, type, numberOf: (row) => values[row]! };
  assert(column.labels !== undefined, "a text column has labels");
  return { name, type: "label", labels: column.labels, indexOf: (row) => values[row]! };
}
