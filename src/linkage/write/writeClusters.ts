// Writes which cluster each record is in: every input record once, in canonical order.
import { assert } from "../../shared/assert.ts";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { OutputColumn } from "./outputColumn.ts";
import { writeTable } from "./writeTable.ts";

export interface ClustersOutput {
  readonly path: string;
  readonly format: "csv" | "parquet";
  readonly table: RecordTable;
  /** Per record the index of its cluster in `clusterIds`. */
  readonly clusterOf: Int32Array;
  readonly clusterIds: PackedStrings;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Columns source (only where there are several), record_id, cluster_id.
 * @throws NamesakeError OUTPUT_UNWRITABLE
 */
export async function writeClusters(output: ClustersOutput): Promise<void> {
  const { path, format, table, clusterOf, clusterIds, signal } = output;
  assert(clusterOf.length === table.recordCount, "every record has a cluster");
  const columns: OutputColumn[] = [
    { name: "record_id", type: "text", texts: table.recordIds, indexOf: (row) => row },
    { name: "cluster_id", type: "text", texts: clusterIds, indexOf: (row) => clusterOf[row]! },
  ];
  if (table.sources.length > 1) {
    columns.unshift({ name: "source", type: "label", labels: table.sources, indexOf: (row) => table.sourceOf[row]! });
  }
  await writeTable({ path, format, rowCount: table.recordCount, columns, signal });
}
