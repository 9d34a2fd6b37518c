// Fills the report from what a run found. Nothing is decided here: every figure comes from a stage, or is counted from
// what a stage left. Lists of examples are bounded, whatever the size of the run.
import { setImmediate as nextTurn } from "node:timers/promises";
import { NamesakeError } from "../../shared/errors.ts";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import type { Summary } from "../linkOptions.ts";
import type { RunFacts } from "../linkRun.ts";
import { countPairs } from "../train/countPairs.ts";
import { collectBlocking } from "./collect/collectBlocking.ts";
import { collectClusterSizes, countMembers } from "./collect/collectClusterSizes.ts";
import { collectComparisons } from "./collect/collectComparisons.ts";
import { collectDoubtfulPairs } from "./collect/collectDoubtfulPairs.ts";
import { collectHistogram } from "./collect/collectHistogram.ts";
import { collectNotes } from "./collect/collectNotes.ts";
import { collectRejects } from "./collect/collectRejects.ts";
import { collectSuspiciousClusters } from "./collect/collectSuspiciousClusters.ts";
import { collectThresholdTable } from "./collect/collectThresholdTable.ts";
import { collectUnlinkable } from "./collect/collectUnlinkable.ts";
import { collectWorstErrors } from "./collect/collectWorstErrors.ts";
import { currentDay } from "./collect/currentDay.ts";
import { createReportContext } from "./collect/reportContext.ts";
import type { ReportData } from "./reportData.ts";

/**
 * Everything the report shows. Between two long parts others have their turn: threads that want work, and signals.
 * @param clusterIds the identifier of each of `facts.clusters`
 * @param contradicted per cluster of rows what its links contradict each other in, where they have been described
 * @throws NamesakeError INTERRUPTED where the run was aborted
 */
export async function collectReportData(
  facts: RunFacts,
  summary: Summary,
  clusterIds: PackedStrings,
  contradicted: Uint32Array | null = null,
): Promise<ReportData> {
  const { read, profiles, collapsed, scored, model, clusters } = facts;
  const { prior } = model.scoring;
  const context = createReportContext(facts);
  const sizes = countMembers(clusters);
  const inTurn = async <T>(collect: () => T): Promise<T> => {
    await nextTurn();
    if (facts.signal?.aborted === true) throw new NamesakeError("INTERRUPTED", "while reporting");
    return collect();
  };
  return {
    version: summary.version,
    createdOn: currentDay(),
    inputs: read.inputs.map(({ file, source, recordCount }) => ({ file, source, recordCount })),
    recordCount: summary.records,
    rejectedCount: summary.rejected,
    rejects: collectRejects(read.rejects),
    possiblePairCount: countPairs(collapsed.records, model.acrossOnly || model.clustering.isOnePerSource),
    alignment: read.alignment,
    columns: profiles,
    blocking: collectBlocking(facts),
    comparisons: collectComparisons(model.scoring),
    priorWeight: Math.log2(prior / (1 - prior)),
    trainingRounds: model.training.rounds,
    notes: collectNotes(facts),
    weightHistogram: await inTurn(() => collectHistogram(scored.links)),
    thresholds: summary.thresholds,
    clusterSizes: collectClusterSizes(sizes),
    clusterCount: summary.clusters,
    linkCount: summary.links,
    precision: summary.estimated.precision,
    recall: summary.estimated.recall,
    thresholdTable: await inTurn(() => collectThresholdTable(context)),
    doubtfulPairCount: summary.doubtfulPairs,
    doubtfulPairs: await inTurn(() => collectDoubtfulPairs(context)),
    suspiciousClusters: await inTurn(() => collectSuspiciousClusters(context, clusterIds, sizes, contradicted)),
    unlinkable: await inTurn(() => collectUnlinkable(context)),
    ...(facts.labels === null ? {} : { labels: facts.labels }),
    evaluation: summary.evaluation,
    worstErrors: await inTurn(() => collectWorstErrors(context)),
    secondsPerStage: summary.secondsPerStage,
    peakMemoryBytes: summary.peakMemoryBytes,
  };
}
