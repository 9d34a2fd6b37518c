// What several parts of the report need of a run beyond its facts, computed once.
import type { RunFacts } from "../../linkRun.ts";
import { Contradictions } from "../../score/contradictions.ts";
import { scorePair } from "../../score/pairScorer.ts";
import { tabulateWeights, type WeightTables } from "../../score/scoringModel.ts";
import { firstRecords } from "../../write/listLinkPairs.ts";

export interface ReportContext {
  readonly facts: RunFacts;
  readonly tables: WeightTables;
  readonly contradictions: Contradictions;
  /** Per row its first record. */
  readonly firstRecordOf: Int32Array;
  /** Natural log odds of a row against itself: the most that its values can say. */
  readonly selfOdds: (row: number) => number;
}

export function createReportContext(facts: RunFacts): ReportContext {
  const { collapsed, comparer, model } = facts;
  const rowCount = collapsed.records.recordCount;
  const tables = tabulateWeights(model.scoring);
  const selfOdds = (row: number): number => scorePair(tables, comparer.compare(row, row));
  const contradictions = new Contradictions(model.scoring, tables);
  return { facts, tables, contradictions, firstRecordOf: firstRecords(collapsed.rowOf, rowCount), selfOdds };
}

/** Number of records that a row stands for. */
export function recordsOfRow({ facts }: ReportContext, row: number): number {
  return facts.collapsed.records.multiplicity?.[row] ?? 1;
}
