// Evaluates a run where truth was given; truth is read here, after everything is decided, and nowhere else.
import type { Clusters } from "../cluster/numberClusters.ts";
import { readTruth } from "../read/readTruth.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { type ClusterEvaluation, evaluateClusters } from "./evaluateClusters.ts";
import { evaluateSubgroups, type SubgroupOptions } from "./subgroups/evaluateSubgroups.ts";
import type { Grouping } from "./subgroups/groupRecords.ts";

export interface RunEvaluation {
  readonly measures: ClusterEvaluation;
  /** Per record its true cluster, −1 where unknown. */
  readonly truthOf: Int32Array;
}

/** Null where no truth was given. `truthFile` is a file's path; truth as a column stands in the table already. */
export async function evaluateRun(
  truthFile: string | null,
  table: RecordTable,
  clusters: Clusters,
  acrossOnly: boolean,
): Promise<RunEvaluation | null> {
  const truthOf = truthFile === null ? table.truth : await readTruth(truthFile, table);
  if (truthOf === null) return null;
  const measures = evaluateClusters(clusters.clusterOf, truthOf, { sourceOf: table.sourceOf, acrossOnly });
  return { measures, truthOf };
}

/** The evaluation with the error rates of groups of people. */
export function addSubgroups(
  { measures, truthOf }: RunEvaluation,
  { clusterOf }: Clusters,
  groupings: readonly Grouping[],
  options: SubgroupOptions,
): RunEvaluation {
  const subgroups = evaluateSubgroups(clusterOf, truthOf, groupings, options);
  return { measures: { ...measures, subgroups }, truthOf };
}
