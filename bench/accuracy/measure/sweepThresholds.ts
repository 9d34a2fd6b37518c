// F1 of one run's scores at other thresholds: the scored pairs stay, only the clustering is done again. The best of them
// is what a user who picks the threshold on the truth would get.
import { clusterLinks } from "../../../src/linkage/cluster/clusterLinks.ts";
import { planClustering } from "../../../src/linkage/cluster/planClustering.ts";
import { sideOf } from "../../../src/linkage/cluster/sideOf.ts";
import { evaluateClusters } from "../../../src/linkage/evaluate/evaluateClusters.ts";
import type { RunFacts } from "../../../src/linkage/linkRun.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";

export interface SweptThreshold {
  /** Natural log odds. */
  readonly threshold: number;
  readonly f1: number;
}

/** Natural log odds around and above the model's own threshold. */
export const defaultSweep: readonly number[] = [-2.5, -1.5, -0.75, 0, 0.75, 1.5, 2.5, 3.5, 5, 7, 10, 14];

/** F1 at each threshold, the run's own first; [] where the run has no truth. */
export function sweepThresholds(facts: RunFacts, thresholds: readonly number[] = defaultSweep): SweptThreshold[] {
  const { evaluation, model, collapsed, comparer, scored, read } = facts;
  if (evaluation === null) return [];
  const tables = tabulateWeights(model.scoring);
  const { records, rowOf } = collapsed;
  const options = planClustering(model, records.sourceOf);
  const side = (record: number): number => sideOf(read.table.recordIds, record);
  const input = {
    rowCount: records.recordCount,
    rowOf,
    comparedAs: null,
    links: scored.links,
    decisions: [],
    sideOf: side,
  };
  return [model.thresholds.link, ...thresholds].map((threshold) => {
    const { clusterOf } = clusterLinks(input, { comparer, tables }, { ...options, threshold });
    const { f1 } = evaluateClusters(clusterOf, evaluation.truthOf, {
      sourceOf: read.table.sourceOf,
      acrossOnly: facts.settings.acrossOnly,
    });
    return { threshold, f1 };
  });
}
