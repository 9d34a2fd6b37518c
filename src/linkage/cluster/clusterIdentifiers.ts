// Cluster identifiers that depend on the members alone: the same records together always bear the same name, and no two
// clusters bear the same one: two independent hashes of 32 bits, for one of 32 bits is shared by chance among 80,000.
import { mixBits } from "../../shared/hashText.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { Clusters } from "./numberClusters.ts";

/** One identifier a cluster: "c" and 16 hexadecimal digits from the sources and identifiers of its records. */
export function identifyClusters(clusters: Clusters, table: RecordTable): PackedStrings {
  const low = new Uint32Array(clusters.count);
  const high = new Uint32Array(clusters.count);
  for (let record = 0; record < table.recordCount; record += 1) {
    const cluster = clusters.clusterOf[record]!;
    const source = table.sources.length > 1 ? table.sources[table.sourceOf[record]!] : "";
    const key = `${source}\u0000${table.recordIds.at(record)}`;
    low[cluster]! += hashLane(key, 0x811c9dc5, 0x01000193);
    high[cluster]! += hashLane(key, 0x41c6ce57, 0x5f356495);
  }
  const hex = (value: number): string => value.toString(16).padStart(8, "0");
  return PackedStrings.from(Array.from(low, (value, cluster) => `c${hex(high[cluster]!)}${hex(value)}`));
}

/** As hashText (FNV-1a with a final mix) from another start and with another odd multiplier. */
function hashLane(text: string, start: number, multiplier: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), multiplier);
  return mixBits(hash);
}
