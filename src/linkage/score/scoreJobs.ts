// The jobs of scoring, the same on a worker thread and on the main one: rows of key hashes are filled, rules are counted,
// then partitions of rules are scored.
import { threadId } from "node:worker_threads";
import type { BlockingRule } from "../block/blockingRule.ts";
import type { Partition } from "../block/blockStream.ts";
import { type AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { BoundedScorer } from "./boundedScorer.ts";
import { countRule, type RuleCount } from "./countRule.ts";
import { fillKeyRows, type KeyRows } from "./keyRows.ts";
import { RuleMeetings } from "./ruleMeetings.ts";
import { type RuleInput, type ScoredRule, type ScoreOptions, scoreRule } from "./scoreRule.ts";
import { type ScoringModel, tabulateWeights } from "./scoringModel.ts";

/** What a worker needs once. All large arrays are shared memory. */
export interface ScoreContext {
  readonly records: StandardRecords;
  readonly frequencies: AlignedFrequencies;
  readonly model: ScoringModel;
  readonly rules: readonly BlockingRule[];
  readonly keyRows: KeyRows;
  readonly options: ScoreOptions;
  /** Natural log odds below which a pair is dropped. */
  readonly floor: number;
}

export type ScoreJob =
  | { readonly kind: "fill"; readonly from: number; readonly to: number }
  | { readonly kind: "count"; readonly ruleIndex: number }
  | {
      readonly kind: "score";
      readonly ruleIndex: number;
      readonly partition: Partition;
      /** Per rule, as counted; the same in every job. */
      readonly keysLeftOut: readonly Uint32Array[];
    };

export interface ScoredJob extends ScoredRule {
  /** The thread that did it (node:worker_threads), and the seconds that it took. */
  readonly thread: number;
  readonly seconds: number;
}

export type JobResult = RuleCount | ScoredJob | null;
export type JobRunner = (job: ScoreJob) => JobResult;

export function createJobRunner(context: ScoreContext): JobRunner {
  const { records, rules, keyRows, options } = context;
  let input: RuleInput | null = null;
  return (job) => {
    switch (job.kind) {
      case "fill":
        fillKeyRows(records, rules, keyRows, job);
        return null;
      case "count":
        return countRule(records, keyRows, rules[job.ruleIndex]!, options.blockSizeMax);
      case "score": {
        const startedMs = performance.now();
        input ??= prepareScoring(context, job.keysLeftOut);
        const scored = scoreRule(input, options, job.ruleIndex, job.partition);
        return { ...scored, thread: threadId, seconds: (performance.now() - startedMs) / 1000 };
      }
    }
  };
}

function prepareScoring(context: ScoreContext, keysLeftOut: readonly Uint32Array[]): RuleInput {
  const { records, frequencies, model, rules, keyRows, floor } = context;
  const comparer = new PairComparer(records, frequencies);
  const scorer = new BoundedScorer(records, comparer, frequencies, tabulateWeights(model), floor);
  return { records, scorer, rules, keyRows, meetings: new RuleMeetings(records, keyRows, rules, keysLeftOut) };
}
