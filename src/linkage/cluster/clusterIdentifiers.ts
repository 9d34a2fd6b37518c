// Cluster identifiers that depend on the members alone: the same records together always bear the same name.
import { hashText } from "../../shared/hashText.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { Clusters } from "./clusterLinks.ts";

/** One identifier a cluster: "c" and 16 hexadecimal digits from the sources and identifiers of its records. */
export function identifyClusters(clusters: Clusters, table: RecordTable): PackedStrings {
  const low = new Uint32Array(clusters.count);
  const high = new Uint32Array(clusters.count);
  for (let record = 0; record < table.recordCount; record += 1) {
    const cluster = clusters.clusterOf[record]!;
    const key = `${table.sources.length > 1 ? table.sources[table.sourceOf[record]!] : ""}\u0000${table.recordIds.at(record)}`;
    low[cluster]! += hashText(key);
    high[cluster]! += hashText(`${key}\u0001`);
  }
  const hex = (value: number): string => value.toString(16).padStart(8, "0");
  return PackedStrings.from(Array.from(low, (value, cluster) => `c${hex(high[cluster]!)}${hex(value)}`));
}
