// The pairs of a finished run that a person should rule on, most telling first, each explained as `explainPair` does. The
// inputs are read once for all of them.
import { join } from "node:path";
import { assert } from "../../shared/assert.ts";
import { alignFrequencies, PairComparer } from "../compare/pairComparer.ts";
import { readRunInputs } from "../explain/readRunInputs.ts";
import { requireRun } from "../explain/requireRun.ts";
import type { LinkOptions, RecordName } from "../linkOptions.ts";
import { readRecordsById } from "../read/readRecordsById.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { showRecord } from "../report/collect/showRecord.ts";
import type { PairShown } from "../report/reportData.ts";
import { explainEvidence } from "../score/explainEvidence.ts";
import { bitsPerNat, probabilityOf, scorePair } from "../score/pairScorer.ts";
import { tabulateWeights } from "../score/scoringModel.ts";
import { loadModel } from "../settings/loadModel.ts";
import { resolveSettings } from "../settings/resolveSettings.ts";
import { standardiseForModel } from "../standardise/standardiseForModel.ts";
import type { CandidatePair } from "./candidatePair.ts";
import { keyOf } from "./findBridges.ts";
import { informationOf, orderPairs } from "./orderPairs.ts";
import { readCandidates } from "./readCandidates.ts";

export interface ReviewOptions {
  /** Folder that a run was written to. */
  readonly run: string;
  /** Most pairs to list. Default 200. */
  readonly limit?: number;
  /** True for pairs that need not be asked about. */
  readonly isKnown?: (left: RecordName, right: RecordName) => boolean;
  /** What the run read, where it is elsewhere now or was given as rows from memory. */
  readonly input?: LinkOptions["input"];
}

export interface ReviewPair extends PairShown {
  readonly names: { readonly left: RecordName; readonly right: RecordName };
  /** "between" clusters that were left apart, or "inside" a cluster that falls apart without it. */
  readonly place: "between" | "inside";
  /** Bits that an answer is expected to yield. */
  readonly information: number;
}

export interface ReviewList {
  readonly pairs: readonly ReviewPair[];
  /** Match weights in bits. */
  readonly thresholds: { readonly link: number; readonly review: number };
}

/** @throws NamesakeError RUN_INVALID, MODEL_INVALID, FILE_NOT_FOUND where an input has moved, RECORD_NOT_FOUND */
export async function listReviewPairs(options: ReviewOptions): Promise<ReviewList> {
  const { run, limit = 200, isKnown = () => false } = options;
  await requireRun(run);
  const model = await loadModel(join(run, "model.json"));
  const { link, review } = model.thresholds;
  const thresholds = { link: link * bitsPerNat, review: review * bitsPerNat };
  const candidates = await readCandidates(run, thresholds.link);
  const open = candidates.filter(({ left, right }) => !isKnown(left, right));
  const ordered = orderPairs(open, limit);
  if (ordered.length === 0) return { pairs: [], thresholds };
  const { read } = await resolveSettings({ input: [], settings: join(run, "settings.json") });
  const ids = new Set(ordered.flatMap(({ left, right }) => [idOf(left), idOf(right)]));
  const table = await readRecordsById(options.input ?? (await readRunInputs(run)), read, [...ids]);

  const records = standardiseForModel(table, model);
  const comparer = new PairComparer(records, alignFrequencies(records, model.frequencies));
  const tables = tabulateWeights(model.scoring);
  const indexOf = indexRecords(table);
  const explain = (pair: CandidatePair): ReviewPair => {
    const [left, right] = [indexOf(pair.left), indexOf(pair.right)];
    const evidence = comparer.compare(Math.min(left, right), Math.max(left, right));
    const odds = scorePair(tables, evidence);
    const place = pair.leftCluster === pair.rightCluster ? "inside" : "between";
    return {
      names: { left: pair.left, right: pair.right },
      place,
      information: informationOf(pair),
      left: showRecord(table, left),
      right: showRecord(table, right),
      matchWeight: odds * bitsPerNat,
      matchProbability: probabilityOf(odds),
      steps: explainEvidence(tables, evidence, model.scoring.comparisons),
      reason:
        place === "inside"
          ? `holds a cluster together: ${pair.pairsAtStake} pairs of records fall apart without it`
          : `left apart: ${pair.pairsAtStake} pairs of records come together with it`,
    };
  };
  return { pairs: ordered.map(explain), thresholds };
}

const idOf = ({ source, id }: RecordName): string => (source === undefined ? id : `${source}:${id}`);

/** Finds a record by name; sources are named where the run has several. */
function indexRecords(table: RecordTable): (name: RecordName) => number {
  const indexes = new Map<string, number>();
  for (let record = 0; record < table.recordCount; record += 1) {
    const id = table.recordIds.at(record);
    indexes.set(keyOf({ source: table.sources[table.sourceOf[record] ?? 0] ?? "", id }), record);
    if (table.sources.length === 1) indexes.set(keyOf({ id }), record);
  }
  return (name) => {
    const index = indexes.get(keyOf(name));
    assert(index !== undefined, "records asked for were read");
    return index;
  };
}
