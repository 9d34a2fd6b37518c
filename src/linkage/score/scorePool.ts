// Scores the blocks of all rules on several threads. Jobs are (rule, partition) pairs taken from one queue, largest
// first; which thread takes which changes nothing, since links are merged in record order.
import { Worker } from "node:worker_threads";
import { NamesakeError } from "../../shared/errors.ts";
import type { BlockingRule } from "../block/blockingRule.ts";
import type { Partition } from "../block/blockStream.ts";
import type { MeasuredRule } from "../block/chooseRules.ts";
import { type AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { BoundedScorer } from "./boundedScorer.ts";
import { type LinkList, mergeLinks } from "./linkList.ts";
import { type ScoredRule, type ScoreOptions, scoreRule } from "./scoreRule.ts";
import { type ScoringModel, tabulateWeights } from "./scoringModel.ts";

/** What a worker needs once. All large arrays are shared memory. */
export interface ScoreContext {
  readonly records: StandardRecords;
  readonly frequencies: AlignedFrequencies;
  readonly model: ScoringModel;
  readonly rules: readonly BlockingRule[];
  readonly options: ScoreOptions;
  /** Natural log odds below which a pair is dropped. */
  readonly floor: number;
}

export interface ScoreJob {
  readonly ruleIndex: number;
  readonly partition: Partition;
}

export interface ScoredPairs {
  readonly links: LinkList;
  /** meetings[k]: links with log odds of at least 0 that met under k rules. */
  readonly meetings: readonly number[];
  /** Pairs enumerated per rule; a pair that meets under several rules counts under each. */
  readonly pairCounts: readonly number[];
  /** Links per rule by first rule. */
  readonly linkCounts: readonly number[];
  /** Keys per rule of the blocks that were too large, ascending. */
  readonly keysLeftOut: readonly Uint32Array[];
}

/** Pairs in one job at most, by measure: small enough that the last job keeps no thread waiting long. */
const jobPairsMax = 4_000_000;
/** Below this many pairs one thread is done before a second has started. */
const parallelPairsMin = 1_500_000;

export async function scorePairs(
  context: Omit<ScoreContext, "rules">,
  measured: readonly MeasuredRule[],
  options: {
    readonly threads: number;
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: ((pairsDone: number, pairsTotal: number) => void) | undefined;
  },
): Promise<ScoredPairs> {
  const rules = measured.map(({ rule }) => rule);
  const jobs = planJobs(measured);
  const total = measured.reduce((sum, { measure }) => sum + measure.pairCount, 0);
  const results: ScoredRule[] = new Array(jobs.length);
  let done = 0;
  const finish = (index: number, result: ScoredRule): void => {
    results[index] = result;
    done += result.pairCount;
    options.onProgress?.(done, Math.max(total, done));
  };
  const full: ScoreContext = { ...context, rules };
  const threads = total < parallelPairsMin ? 1 : Math.min(options.threads, jobs.length);
  if (threads <= 1) await scoreHere(full, jobs, finish, options.signal);
  else await scoreOnThreads(full, jobs, finish, threads, options.signal);
  const pairCounts = rules.map(() => 0);
  jobs.forEach((job, index) => {
    pairCounts[job.ruleIndex]! += results[index]!.pairCount;
  });
  const { links, meetings } = mergeLinks(
    results.map((result) => result.links),
    context.records.recordCount,
  );
  const linkCounts = rules.map(() => 0);
  for (const rule of links.rule) linkCounts[rule]! += 1;
  const keysLeftOut = rules.map((_, ruleIndex) => {
    const parts = results.filter((_result, job) => jobs[job]?.ruleIndex === ruleIndex);
    return Uint32Array.from(parts.flatMap((part) => [...part.keysLeftOut])).sort();
  });
  return { links, meetings, pairCounts, linkCounts, keysLeftOut };
}

function planJobs(measured: readonly MeasuredRule[]): ScoreJob[] {
  return measured
    .flatMap(({ measure }, ruleIndex) => {
      const count = Math.max(1, Math.ceil(measure.pairCount / jobPairsMax));
      return Array.from({ length: count }, (_, index) => ({
        ruleIndex,
        partition: { index, count },
        size: measure.pairCount / count,
      }));
    })
    .sort((a, b) => b.size - a.size || a.ruleIndex - b.ruleIndex || a.partition.index - b.partition.index)
    .map(({ ruleIndex, partition }) => ({ ruleIndex, partition }));
}

export type JobRunner = (job: ScoreJob) => ScoredRule;

/** The function that runs one job; a worker and the main thread use the same. */
export function createJobRunner({ records, frequencies, model, rules, options, floor }: ScoreContext): JobRunner {
  const comparer = new PairComparer(records, frequencies);
  const scorer = new BoundedScorer(records, comparer, frequencies, tabulateWeights(model), floor);
  return ({ ruleIndex, partition }) => {
    const rule = rules[ruleIndex]!;
    return scoreRule(records, scorer, rule, { ...options, ruleIndex, partition });
  };
}

async function scoreHere(
  context: ScoreContext,
  jobs: readonly ScoreJob[],
  finish: (index: number, result: ScoredRule) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const run = createJobRunner(context);
  for (const [index, job] of jobs.entries()) {
    if (signal?.aborted === true) throw new NamesakeError("INTERRUPTED", "while scoring");
    finish(index, run(job));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function scoreOnThreads(
  context: ScoreContext,
  jobs: readonly ScoreJob[],
  finish: (index: number, result: ScoredRule) => void,
  threads: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const script = new URL(import.meta.url.endsWith(".ts") ? "./scoreWorker.ts" : "./scoreWorker.js", import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: context }));
  let next = 0;
  let left = jobs.length;
  const scored = new Promise<void>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new NamesakeError("INTERRUPTED", "while scoring")), { once: true });
    if (signal?.aborted === true) reject(new NamesakeError("INTERRUPTED", "while scoring"));
    const handOut = (worker: Worker): void => {
      if (next >= jobs.length) return;
      worker.postMessage({ index: next, job: jobs[next] });
      next += 1;
    };
    for (const worker of workers) {
      worker.on("error", reject);
      worker.on("message", ({ index, result }: { index: number; result: ScoredRule }) => {
        finish(index, result);
        left -= 1;
        if (left === 0) resolve();
        else handOut(worker);
      });
      handOut(worker);
    }
  });
  return scored.finally(async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  });
}
