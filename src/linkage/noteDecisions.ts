// What became of the decisions of a run, in sentences for the summary and the report.
import { assert } from "../shared/assert.ts";
import type { Clusters } from "./cluster/numberClusters.ts";
import type { ResolvedDecisions } from "./read/readDecisions.ts";

export interface DecisionCounts {
  /** Decisions "same" and "different" that the clusters obey: all those whose records are in the input. */
  readonly same: number;
  readonly different: number;
  /** Decisions that name a record that is not in the input. */
  readonly unknown: number;
}

/** Counts the decisions that `clusters` obey; that is all of them. */
export function countDecisions({ decisions, unknownRows }: ResolvedDecisions, clusters: Clusters): DecisionCounts {
  const { clusterOf } = clusters;
  for (const { left, right, kind } of decisions) {
    assert((clusterOf[left] === clusterOf[right]) === (kind === "same"), "clusters obey every decision");
  }
  const same = decisions.filter(({ kind }) => kind === "same").length;
  return { same, different: decisions.length - same, unknown: unknownRows.length };
}

/** Row numbers shown in a sentence. */
const rowsShownMax = 20;

export function noteDecisions(resolved: ResolvedDecisions | null, clusters: Clusters): string[] {
  if (resolved === null) return [];
  const { same, different, unknown } = countDecisions(resolved, clusters);
  const shown = resolved.unknownRows.slice(0, rowsShownMax).join(", ");
  const rest = unknown > rowsShownMax ? ` and ${unknown - rowsShownMax} more` : "";
  return [
    `Decisions obeyed: ${same + different} (${same} that records are the same person, ${different} that they are different ones).`,
    ...(unknown === 0
      ? []
      : [`Decisions left aside because a record is not in the input: ${unknown} (rows ${shown}${rest}).`]),
  ];
}
