// How many clusters have how many records.
import type { Clusters } from "../../cluster/numberClusters.ts";

/** Records per cluster. */
export function countMembers({ clusterOf, count }: Clusters): Uint32Array {
  const sizes = new Uint32Array(count);
  for (let record = 0; record < clusterOf.length; record += 1) sizes[clusterOf[record]!]! += 1;
  return sizes;
}

/** Sizes ascending, each with its number of clusters. */
export function collectClusterSizes(sizes: Uint32Array): { size: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].map(([size, count]) => ({ size, count })).sort((a, b) => a.size - b.size);
}
