// How a model says that links are clustered: the same in bulk and for one component.
import type { Model } from "../model.ts";
import type { ClusterOptions } from "./clusterLinks.ts";

/** `sourceOf`: per index of the comparer the source of its record. */
export function planClustering(
  { thresholds, clustering }: Pick<Model, "thresholds" | "clustering">,
  sourceOf: Uint16Array,
): ClusterOptions {
  return {
    componentFloor: thresholds.component,
    componentSizeMax: clustering.componentSizeMax,
    threshold: thresholds.link,
    exclusiveSourceOf: clustering.isOnePerSource ? sourceOf : null,
  };
}
