// What several parts of the report need of a run beyond its facts, computed once.
import type { RunFacts } from "../../linkRun.ts";
import { scorePair } from "../../score/pairScorer.ts";
import { tabulateWeights, type WeightTables } from "../../score/scoringModel.ts";
import { firstRecords } from "../../write/listLinkPairs.ts";

export interface ReportContext {
  readonly facts: RunFacts;
  readonly tables: WeightTables;
  /** Per row its first record. */
  readonly firstRecordOf: Int32Array;
  /** Per row the natural log odds of the row against itself: the most that its values can say. */
  readonly selfOdds: Float64Array;
}

export function createReportContext(facts: RunFacts): ReportContext {
  const { collapsed, comparer, model } = facts;
  const rowCount = collapsed.records.recordCount;
  const tables = tabulateWeights(model.scoring);
  const selfOdds = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) selfOdds[row] = scorePair(tables, comparer.compare(row, row));
  return { facts, tables, firstRecordOf: firstRecords(collapsed.rowOf, rowCount), selfOdds };
}

/** Number of records that a row stands for. */
export function recordsOfRow({ facts }: ReportContext, row: number): number {
  return facts.collapsed.records.multiplicity?.[row] ?? 1;
}
