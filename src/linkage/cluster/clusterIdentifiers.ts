// Cluster identifiers that depend on the members alone: the same records together always bear the same name, and no two
// clusters bear the same one: two independent hashes of 32 bits, for one of 32 bits is shared by chance among 80,000.
import { mixBits } from "../../shared/hashText.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import { sharedUint8, sharedUint32 } from "../../shared/sharedArrays.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { Clusters } from "./numberClusters.ts";

/** One identifier a cluster: "c" and 16 hexadecimal digits from the sources and identifiers of its records. */
export function identifyClusters(clusters: Clusters, table: RecordTable): PackedStrings {
  const low = new Uint32Array(clusters.count);
  const high = new Uint32Array(clusters.count);
  const lanes = [
    { sums: low, multiplier: 0x01000193, starts: startLanes(table.sources, 0x811c9dc5, 0x01000193) },
    { sums: high, multiplier: 0x5f356495, starts: startLanes(table.sources, 0x41c6ce57, 0x5f356495) },
  ];
  for (let record = 0; record < table.recordCount; record += 1) {
    const cluster = clusters.clusterOf[record]!;
    for (const { sums, multiplier, starts } of lanes) {
      sums[cluster]! += hashIdentifier(table.recordIds, record, starts[table.sourceOf[record]!]!, multiplier);
    }
  }
  return writeIdentifiers(high, low);
}

/** Per source where the hash of an identifier goes on from: the source is hashed first, where there are several. */
function startLanes(sources: readonly string[], start: number, multiplier: number): number[] {
  return sources.map((source) => hashUnits(`${sources.length > 1 ? source : ""}\u0000`, start, multiplier));
}

/** As hashText (FNV-1a with a final mix) from another start and with another odd multiplier. */
function hashIdentifier(ids: PackedStrings, record: number, start: number, multiplier: number): number {
  const to = ids.offsets[record + 1]!;
  let hash = start;
  for (let i = ids.offsets[record]!; i < to; i += 1) {
    const byte = ids.bytes[i]!;
    // Texts are hashed by UTF-16 units, which bytes are as long as they are ASCII.
    if (byte > 127) return mixBits(hashUnits(ids.at(record), start, multiplier));
    hash = Math.imul(hash ^ byte, multiplier);
  }
  return mixBits(hash);
}

function hashUnits(text: string, start: number, multiplier: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), multiplier);
  return hash;
}

const identifierLength = 17;
const hexDigits = new TextEncoder().encode("0123456789abcdef");

function writeIdentifiers(high: Uint32Array, low: Uint32Array): PackedStrings {
  const bytes = sharedUint8(high.length * identifierLength);
  const offsets = sharedUint32(high.length + 1);
  for (let cluster = 0, at = 0; cluster < high.length; cluster += 1) {
    bytes[at++] = 99;
    for (const lane of [high[cluster]!, low[cluster]!]) {
      for (let shift = 28; shift >= 0; shift -= 4) bytes[at++] = hexDigits[(lane >>> shift) & 15]!;
    }
    offsets[cluster + 1] = at;
  }
  return new PackedStrings(bytes, offsets);
}
