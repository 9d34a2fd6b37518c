// How a model says that links are clustered: the same in bulk and for one component.
import type { Model } from "../model.ts";
import type { ClusterOptions } from "./clusterLinks.ts";
import type { PoolOptions } from "./poolComponent.ts";

/** `sourceOf`: per index of the comparer the source of its record. */
export function planClustering(model: Pick<Model, "thresholds" | "clustering">, sourceOf: Uint16Array): ClusterOptions {
  return {
    ...planPools(model, sourceOf),
    componentFloor: model.thresholds.component,
    componentSizeMax: model.clustering.componentSizeMax,
  };
}

/** The same for records that are pooled whole. */
export function planPools(
  { thresholds, clustering }: Pick<Model, "thresholds" | "clustering">,
  sourceOf: Uint16Array,
): PoolOptions {
  const { isOnePerSource, withinRatio } = clustering;
  return {
    threshold: thresholds.link,
    exclusiveSourceOf: isOnePerSource ? sourceOf : null,
    logRarerWithin: -Math.log(withinRatio),
  };
}
