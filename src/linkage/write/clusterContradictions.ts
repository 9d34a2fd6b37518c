// What the links of each cluster contradict each other in, put together while they are described: the report need not compare
// their records once more.
import type { Clusters } from "../cluster/numberClusters.ts";
import type { DescribedLinks } from "./describeLinks.ts";
import type { LinkPairs } from "./listLinkPairs.ts";

export class ClusterContradictions {
  readonly #clusterOf: Int32Array;
  /** Per cluster, as the model's `Contradictions` have it. */
  readonly bits: Uint32Array;

  /** @param clusters of rows */
  constructor({ clusterOf, count }: Clusters) {
    this.#clusterOf = clusterOf;
    this.bits = new Uint32Array(count);
  }

  add({ leftRow, rightRow }: LinkPairs, { count, contradicted }: DescribedLinks): void {
    for (let link = 0; link < count; link += 1) {
      const cluster = this.#clusterOf[leftRow[link]!]!;
      if (cluster === this.#clusterOf[rightRow[link]!]) this.bits[cluster]! |= contradicted[link]!;
    }
  }
}
