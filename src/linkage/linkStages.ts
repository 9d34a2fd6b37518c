// The stages of a run as functions from what was known to what is known then; link.ts puts them in order.
import { NamesakeError } from "../shared/errors.ts";
import { type BuiltRule, buildRules } from "./block/buildRules.ts";
import type { MeasuredRule } from "./block/chooseRules.ts";
import { RuleMeter } from "./block/measureRule.ts";
import { type Clusters, numberClusters } from "./cluster/clusterLinks.ts";
import type { AlignedFrequencies, PairComparer } from "./compare/pairComparer.ts";
import type { BlockingModel, Model } from "./model.ts";
import { scorePair } from "./score/pairScorer.ts";
import type { ScoringModel } from "./score/scoringModel.ts";
import { tabulateWeights } from "./score/scoringModel.ts";
import type { CollapsedRecords } from "./standardise/collapseIdentical.ts";
import { sampleRecords } from "./standardise/sampleRecords.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";

/** Rows on which the rules of a model are measured. */
const measuredRows = 200_000;

export type PlannedRule = MeasuredRule & BuiltRule;

/**
 * The rules of a model with what they cost on these records.
 * @param options `blockSizeMax`: blocks of more records are not used
 * @throws NamesakeError MODEL_INVALID where a rule compares all pairs of too many records
 */
export function planBlocking(
  records: StandardRecords,
  frequencies: AlignedFrequencies,
  blocking: BlockingModel,
  options: { readonly blockSizeMax: number; readonly acrossOnly: boolean },
): PlannedRule[] {
  const { recordCount } = records;
  if (blocking.rules.some((names) => names.length === 0) && recordCount > allPairsRecordsMax) {
    const what = "blocking.rules: compares all pairs, which these records are too many for";
    throw new NamesakeError("MODEL_INVALID", what);
  }
  const meter = new RuleMeter(sampleRecords(records, measuredRows), { recordCount, ...options });
  return buildRules(records.fields, frequencies, blocking).map((built) => ({
    ...built,
    measure: meter.measure(built.rule),
  }));
}

/** The model with the keys of its rules that were too common on the records that it was trained on. */
export function freezeStopKeys(
  model: Model,
  planned: readonly PlannedRule[],
  keysLeftOut: readonly Uint32Array[],
): Model {
  const stopKeys = model.blocking.rules.map(() => new Uint32Array(0));
  planned.forEach(({ ruleIndex }, index) => {
    stopKeys[ruleIndex] = new Uint32Array(keysLeftOut[index] ?? []);
  });
  return { ...model, blocking: { ...model.blocking, stopKeys } };
}

const allPairsRecordsMax = 20_000;

/**
 * Clusters of rows as clusters of records. Identical records are one person where their row, scored with itself, passes
 * the link threshold; else each stands alone, but for the first, which stands for the row.
 */
export function expandClusters(
  clusters: Clusters,
  { records, rowOf }: CollapsedRecords,
  comparer: PairComparer,
  scoring: ScoringModel,
  threshold: number,
): Clusters {
  if (records.multiplicity === null) return clusters;
  const tables = tabulateWeights(scoring);
  const firstOfCluster = new Int32Array(clusters.count).fill(-1);
  const firstOfRow = new Int32Array(records.recordCount).fill(-1);
  const isOnePerson = new Int8Array(records.recordCount).fill(-1);
  const firstOf = new Int32Array(rowOf.length);
  for (let record = 0; record < rowOf.length; record += 1) {
    const row = rowOf[record]!;
    const cluster = clusters.clusterOf[row]!;
    if (firstOfRow[row]! < 0) {
      firstOfRow[row] = record;
      if (firstOfCluster[cluster]! < 0) firstOfCluster[cluster] = record;
      firstOf[record] = firstOfCluster[cluster]!;
      continue;
    }
    if (isOnePerson[row]! < 0) isOnePerson[row] = scorePair(tables, comparer.compare(row, row)) > threshold ? 1 : 0;
    firstOf[record] = isOnePerson[row] === 1 ? firstOfCluster[cluster]! : record;
  }
  return numberClusters(firstOf);
}
