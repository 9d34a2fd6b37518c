// Numbers clusters in the order of their first record, whatever joined them.

export interface Clusters {
  /** Per record its cluster; clusters are numbered in the order of their first record. */
  readonly clusterOf: Int32Array;
  readonly count: number;
}

/** Numbers clusters given per record the first record of its cluster. */
export function numberClusters(firstOf: Int32Array): Clusters {
  const clusterOf = new Int32Array(firstOf.length).fill(-1);
  let count = 0;
  for (let record = 0; record < firstOf.length; record += 1) {
    const first = firstOf[record]!;
    if (clusterOf[first]! < 0) {
      clusterOf[first] = count;
      count += 1;
    }
    clusterOf[record] = clusterOf[first]!;
  }
  return { clusterOf, count };
}
