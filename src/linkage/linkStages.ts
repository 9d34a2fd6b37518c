// The stages of a run as functions from what was known to what is known then; link.ts puts them in order.
import { NamesakeError } from "../shared/errors.ts";
import { listAtoms } from "./block/atoms.ts";
import { allPairsRule, type BlockingRule, createRule } from "./block/blockingRule.ts";
import { type BlockingOptions, chooseRules, type MeasuredRule } from "./block/chooseRules.ts";
import { measureRule } from "./block/measureRule.ts";
import { type Clusters, numberClusters } from "./cluster/clusterLinks.ts";
import type { PairComparer } from "./compare/pairComparer.ts";
import type { Model } from "./model.ts";
import { scorePair } from "./score/pairScorer.ts";
import type { ScoringModel } from "./score/scoringModel.ts";
import { tabulateWeights } from "./score/scoringModel.ts";
import type { CollapsedRecords } from "./standardise/collapseIdentical.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";

/** Rules chosen by measure, or those of a model measured on these records. */
export function planBlocking(
  records: StandardRecords,
  model: Model | null,
  options: BlockingOptions & { readonly acrossOnly: boolean },
): MeasuredRule[] {
  if (model === null) return chooseRules(records, options);
  const atoms = new Map(listAtoms(records.fields).map((atom) => [atom.name, atom]));
  return model.blocking.rules.flatMap((names): MeasuredRule[] => {
    const found = names.map((name) => atoms.get(name));
    if (found.some((atom) => atom === undefined)) return [];
    const rule: BlockingRule =
      names.length === 0 ? allPairsRule : createRule(found.filter((atom) => atom !== undefined));
    return [{ rule, measure: measureAny(records, rule, options) }];
  });
}

function measureAny(records: StandardRecords, rule: BlockingRule, options: BlockingOptions & { acrossOnly: boolean }) {
  if (rule.atoms.length > 0) return measureRule(records, rule, options);
  if (records.recordCount > options.allPairsMax * 8) {
    throw new NamesakeError(
      "MODEL_INVALID",
      "blocking.rules: the model compares all pairs, which these records are too many for",
    );
  }
  const pairCount = (records.recordCount * (records.recordCount - 1)) / 2;
  return {
    pairCount,
    largestBlock: records.recordCount,
    blocksLeftOut: 0,
    recordsLeftOut: 0,
    recordsWithKey: records.recordCount,
  };
}

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
