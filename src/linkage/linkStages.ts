// The stages of a run as functions from what was known to what is known then; link.ts puts them in order.
import { NamesakeError } from "../shared/errors.ts";
import { listAtoms } from "./block/atoms.ts";
import { allPairsRule, createRule } from "./block/blockingRule.ts";
import type { MeasuredRule } from "./block/chooseRules.ts";
import { RuleMeter } from "./block/measureRule.ts";
import { type Clusters, numberClusters } from "./cluster/clusterLinks.ts";
import type { PairComparer } from "./compare/pairComparer.ts";
import type { BlockingModel } from "./model.ts";
import { scorePair } from "./score/pairScorer.ts";
import type { ScoringModel } from "./score/scoringModel.ts";
import { tabulateWeights } from "./score/scoringModel.ts";
import type { CollapsedRecords } from "./standardise/collapseIdentical.ts";
import { sampleRecords } from "./standardise/sampleRecords.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";

/** Rows on which the rules of a model are measured. */
const measuredRows = 200_000;

/**
 * The rules of a model with what they cost on these records.
 * @throws NamesakeError MODEL_INVALID where a rule needs what the records' fields do not give, or compares too many pairs
 */
export function planBlocking(records: StandardRecords, blocking: BlockingModel, acrossOnly: boolean): MeasuredRule[] {
  const atoms = new Map(listAtoms(records.fields).map((atom) => [atom.name, atom]));
  const sample = sampleRecords(records, measuredRows);
  const { recordCount } = records;
  const meter = new RuleMeter(sample, { recordCount, blockSizeMax: blocking.blockSizeMax, acrossOnly });
  return blocking.rules.flatMap((names): MeasuredRule[] => {
    const found = names.flatMap((name) => atoms.get(name) ?? []);
    // A field may be absent from these records; a rule over it finds nothing here.
    if (found.length < names.length) return [];
    const rule = names.length === 0 ? allPairsRule : createRule(found);
    if (names.length === 0 && recordCount > allPairsRecordsMax) {
      throw new NamesakeError(
        "MODEL_INVALID",
        "blocking.rules: compares all pairs, which these records are too many for",
      );
    }
    return [{ rule, measure: meter.measure(rule) }];
  });
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
