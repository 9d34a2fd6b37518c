// The measures of an evaluation as a table with a word on what each means.
import type { ClusterEvaluation } from "../linkage/evaluate/evaluateClusters.ts";
import { formatCount } from "./format/formatCount.ts";
import { formatTable } from "./format/formatTable.ts";

/** Lines of the table. */
export function formatEvaluation(evaluation: ClusterEvaluation, { acrossOnly = false } = {}): string[] {
  const pairs = acrossOnly ? "pairs of records of different sources" : "pairs of records";
  const { bCubed } = evaluation;
  const rows = [
    ["precision", evaluation.precision.toFixed(4), `share of the ${pairs} put together that are right`],
    ["recall", evaluation.recall.toFixed(4), "share of the true pairs that are put together"],
    ["F1", evaluation.f1.toFixed(4), "harmonic mean of both"],
    ["pairs found", formatCount(evaluation.foundPairs), ""],
    ["pairs true", formatCount(evaluation.truePairs), ""],
    ["pairs right", formatCount(evaluation.correctPairs), ""],
    ["B-cubed precision", bCubed.precision.toFixed(4), "the same, averaged over records"],
    ["B-cubed recall", bCubed.recall.toFixed(4), ""],
    ["B-cubed F1", bCubed.f1.toFixed(4), ""],
    [
      "exact clusters",
      evaluation.exactClusters.toFixed(4),
      "share of true clusters found with no record missing or too many",
    ],
    ["variation", evaluation.variationOfInformation.toFixed(4), "of information, in bits; 0 where both are equal"],
    ["records", formatCount(evaluation.records), "with a known true cluster"],
    ["clusters found", formatCount(evaluation.foundClusters), ""],
    ["clusters true", formatCount(evaluation.trueClusters), ""],
  ];
  return formatTable(rows, ["left", "right", "left"]);
}
