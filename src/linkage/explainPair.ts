// Explains two records of a finished run from its folder and its inputs: the same reading, standardising, comparing and
// weights as in bulk, so that the match weight is the one of the links file to the last bit.
import { join } from "node:path";
import { NamesakeError } from "../shared/errors.ts";
import { alignFrequencies, PairComparer } from "./compare/pairComparer.ts";
import { readClusterIds } from "./explain/readClusterIds.ts";
import { readRunInputs } from "./explain/readRunInputs.ts";
import { requireRun } from "./explain/requireRun.ts";
import type { LinkOptions } from "./linkOptions.ts";
import type { Thresholds } from "./model.ts";
import { readRecordsById } from "./read/readRecordsById.ts";
import type { RecordTable } from "./read/recordTable.ts";
import { showRecord } from "./report/collect/showRecord.ts";
import type { PairShown } from "./report/reportData.ts";
import { explainEvidence } from "./score/explainEvidence.ts";
import { bitsPerNat, probabilityOf, scorePair } from "./score/pairScorer.ts";
import { tabulateWeights } from "./score/scoringModel.ts";
import { loadModel } from "./settings/loadModel.ts";
import { resolveSettings } from "./settings/resolveSettings.ts";
import { standardiseForModel } from "./standardise/standardiseForModel.ts";

export interface ExplainOptions {
  /** Folder that a run was written to. */
  readonly run: string;
  /** Identifiers of records, or "source:identifier". */
  readonly left: string;
  readonly right: string;
  /** What the run read, where it is elsewhere now or was given as rows from memory. */
  readonly input?: LinkOptions["input"];
}

export interface PairExplained extends PairShown {
  readonly clusterIds: { readonly left: string; readonly right: string };
}

/**
 * Why two records of a run are, or are not, taken for one person. `reason` says in words what the run made of them.
 * @throws NamesakeError RUN_INVALID, RECORD_NOT_FOUND, FILE_NOT_FOUND where an input has moved, MODEL_INVALID
 * @example const { matchWeight, steps } = await explainPair({ run: "run1", left: "A17", right: "B204" });
 */
export async function explainPair(options: ExplainOptions): Promise<PairExplained> {
  const { run } = options;
  await requireRun(run);
  const model = await loadModel(join(run, "model.json"));
  const { read } = await resolveSettings({ input: [], settings: join(run, "settings.json") });
  const input = options.input ?? (await readRunInputs(run));
  const table = await readRecordsById(input, read, [options.left, options.right]);
  const left = findRecord(table, options.left, "first");
  const right = findRecord(table, options.right, "second");

  const records = standardiseForModel(table, model);
  const comparer = new PairComparer(records, alignFrequencies(records, model.frequencies));
  const tables = tabulateWeights(model.scoring);
  // Scoring compares in the order of records, which two crossed names can tell.
  const evidence = comparer.compare(Math.min(left, right), Math.max(left, right));
  const odds = scorePair(tables, evidence);
  const shown = { left: showRecord(table, left), right: showRecord(table, right) };
  const clusterIds = await readClusterIds(run, shown);
  return {
    ...shown,
    matchWeight: odds * bitsPerNat,
    matchProbability: probabilityOf(odds),
    steps: explainEvidence(tables, evidence, model.scoring.comparisons),
    reason: describeOutcome(odds, clusterIds.left === clusterIds.right, model.thresholds),
    clusterIds,
  };
}

/** Index of the record that `id` names. */
function findRecord(table: RecordTable, id: string, place: "first" | "second"): number {
  const found: number[] = [];
  for (let record = 0; record < table.recordCount; record += 1) {
    const recordId = table.recordIds.at(record);
    const source = table.sources[table.sourceOf[record] ?? 0] ?? "";
    if (recordId === id || `${source}:${recordId}` === id) found.push(record);
  }
  const [only] = found;
  if (only === undefined) throw new NamesakeError("RECORD_NOT_FOUND", `the ${place} identifier`);
  if (found.length > 1) {
    throw new NamesakeError("RECORD_NOT_FOUND", `the ${place} identifier names records of ${found.length} sources`);
  }
  return only;
}

function describeOutcome(odds: number, isTogether: boolean, { link, review }: Thresholds): string {
  if (isTogether) {
    return odds >= link ? "linked, and in one cluster" : "in one cluster through other records";
  }
  if (odds >= link) return "left apart: their clusters do not fit together";
  return odds >= review ? "left apart, but doubtful: for a person to review" : "left apart";
}
