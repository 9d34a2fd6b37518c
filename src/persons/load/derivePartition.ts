// The partition that records, decisions and a model make, by the stages of a bulk run: nothing of what the index keeps in
// memory or concluded before is used.
import { availableParallelism } from "node:os";
import { clusterLinks } from "../../linkage/cluster/clusterLinks.ts";
import type { Decision } from "../../linkage/cluster/decision.ts";
import { planClustering } from "../../linkage/cluster/planClustering.ts";
import { sideOf } from "../../linkage/cluster/sideOf.ts";
import { alignFrequencies, PairComparer } from "../../linkage/compare/pairComparer.ts";
import type { Progress } from "../../linkage/linkOptions.ts";
import { measureRules, planRules } from "../../linkage/linkStages.ts";
import type { Model } from "../../linkage/model.ts";
import type { RecordTable } from "../../linkage/read/recordTable.ts";
import { type LinkList, mergeLinks } from "../../linkage/score/linkList.ts";
import { scorePairs } from "../../linkage/score/scorePool.ts";
import { tabulateWeights } from "../../linkage/score/scoringModel.ts";
import { collapseForModel } from "../../linkage/standardise/collapseIdentical.ts";
import { standardiseForModel } from "../../linkage/standardise/standardiseForModel.ts";
import type { StandardRecords } from "../../linkage/standardise/standardRecords.ts";

export interface DeriveOptions {
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Partition {
  /** Per place of the table its cluster. */
  readonly clusterOf: Int32Array;
  readonly count: number;
  readonly records: StandardRecords;
  /** Between rows that the model makes of the records (collapseForModel). */
  readonly links: LinkList;
  /** Pairs of places at or above the review threshold, yet in different clusters. */
  readonly doubtful: readonly DoubtfulPlaces[];
}

export interface DoubtfulPlaces {
  readonly left: number;
  readonly right: number;
  /** Natural. */
  readonly logOdds: number;
}

/**
 * @param table in canonical order
 * @param decisions among places of the table; without contradiction
 * @throws NamesakeError MODEL_INVALID, INTERRUPTED
 */
export async function derivePartition(
  model: Model,
  table: RecordTable,
  decisions: readonly Decision[],
  { threads = availableParallelism(), signal, onProgress }: DeriveOptions = {},
): Promise<Partition> {
  const all = standardiseForModel(table, model);
  if (table.recordCount === 0) {
    return { clusterOf: new Int32Array(0), count: 0, records: all, links: mergeLinks([], 0).links, doubtful: [] };
  }
  const aligned = alignFrequencies(all, model.frequencies);
  const { records, rowOf } = collapseForModel(all, model);
  const options = {
    blockSizeMax: model.blocking.blockSizeCeiling,
    acrossOnly: model.acrossOnly || model.clustering.isOnePerSource,
  };
  const planned = measureRules(records, planRules(records, aligned, model.blocking), options);
  const { links } = await scorePairs(
    { records, frequencies: aligned, model: model.scoring, options, floor: model.thresholds.component },
    planned,
    {
      threads,
      signal,
      onProgress: (done, total) => onProgress?.({ stage: "score", done, total, unit: "candidate pairs" }),
    },
  );
  const comparer = new PairComparer(records, aligned);
  const { clusterOf, count } = clusterLinks(
    {
      rowCount: records.recordCount,
      rowOf,
      comparedAs: null,
      links,
      decisions,
      sideOf: (place) => sideOf(table.recordIds, place),
    },
    { comparer, tables: tabulateWeights(model.scoring) },
    planClustering(model, records.sourceOf),
  );
  const doubtful = listDoubtful(links, rowOf, clusterOf, model.thresholds.review);
  return { clusterOf, count, records: all, links, doubtful };
}

/** Records that were scored as one row stand for each other: the first of them speaks. */
function listDoubtful(
  { count, left, right, logOdds }: LinkList,
  rowOf: Int32Array | null,
  clusterOf: Int32Array,
  threshold: number,
): DoubtfulPlaces[] {
  const firstOf = new Map<number, number>();
  rowOf?.forEach((row, place) => {
    if (!firstOf.has(row)) firstOf.set(row, place);
  });
  const found: DoubtfulPlaces[] = [];
  for (let index = 0; index < count; index += 1) {
    if (logOdds[index]! < threshold) continue;
    const [a, b] = [left[index]!, right[index]!].map((row) => firstOf.get(row) ?? row) as [number, number];
    if (clusterOf[a] !== clusterOf[b]) found.push({ left: a, right: b, logOdds: logOdds[index]! });
  }
  return found;
}
