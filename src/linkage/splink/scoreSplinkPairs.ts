// Scores all pairs that a Splink model's blocking rules make, on several threads. Jobs are ranges of positions holding
// about as many pairs each, so that one giant block is shared out too; which thread takes which changes nothing.
import { Worker } from "node:worker_threads";
import { NamesakeError } from "../../shared/errors.ts";
import { type LinkList, mergeLinks } from "../score/linkList.ts";
import type { BoundModel } from "./bindModel.ts";
import { blockRecords, type RuleBlocks, readKeyColumn } from "./blockRecords.ts";
import { layOutKeys } from "./earlierRules.ts";
import type { KeyColumn } from "./groupRecords.ts";
import { createSplinkRunner, type SplinkContext, type SplinkJob, type SplinkJobResult } from "./scoreSplinkJob.ts";
import { planScoring } from "./scoringPlan.ts";
import type { SplinkModel } from "./splinkModel.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

export interface SplinkScoreOptions {
  /** Match weight in bits from which a pair is kept. */
  readonly floor: number;
  readonly threads: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((pairsDone: number, pairsTotal: number) => void) | undefined;
}

export interface SplinkPairs {
  /** Pairs at or above the floor, each once under the first rule that makes it, by record; log odds are natural. */
  readonly links: LinkList;
  /** Pairs enumerated per rule, those of earlier rules included. */
  readonly pairCounts: readonly number[];
  /** What links were scored with, to describe them. */
  readonly context: SplinkContext;
}

const jobPairsMax = 2_000_000;
const parallelPairsMin = 1_500_000;
/** Up to so many records a rule without an equality may compare all pairs. */
const allPairsRecordsMax = 20_000;

/** @throws NamesakeError MODEL_INVALID (a rule would compare too many pairs), INTERRUPTED */
export async function scoreSplinkPairs(
  model: SplinkModel,
  bound: BoundModel,
  records: SplinkRecords,
  options: SplinkScoreOptions,
): Promise<SplinkPairs> {
  const wide = bound.rules.findIndex(({ keys }) => keys.length === 0);
  if (wide >= 0 && records.recordCount > allPairsRecordsMax) {
    const place = `blocking_rules_to_generate_predictions[${wide}]`;
    throw new NamesakeError("MODEL_INVALID", `${place}: asks for no equality, so that every pair would be compared`);
  }
  const columns = new Map<number, KeyColumn>();
  const columnOf = (operand: number): KeyColumn => {
    const column = columns.get(operand) ?? readKeyColumn(records, operand);
    columns.set(operand, column);
    return column;
  };
  const blocks = bound.rules.map((rule) => blockRecords(records, rule, columnOf));
  const plan = planScoring(model, bound, records);
  const context: SplinkContext = {
    records,
    plan,
    rules: bound.rules,
    blocks,
    ruleKeys: layOutKeys(bound.rules, columnOf, records.recordCount),
    linkType: model.linkType,
    floor: options.floor,
  };
  const jobs = blocks.flatMap(cutJobs);
  const total = jobs.reduce((sum, { pairs }) => sum + pairs, 0);
  const results = new Array<SplinkJobResult>(jobs.length);
  let done = 0;
  const finish = (index: number, result: SplinkJobResult): void => {
    results[index] = result;
    done += result.pairCount;
    options.onProgress?.(done, total);
  };
  const threads = total < parallelPairsMin ? 1 : Math.min(options.threads, jobs.length);
  if (threads <= 1) await scoreHere(context, jobs, finish, options.signal);
  else await scoreOnThreads(context, jobs, finish, threads, options.signal);
  const pairCounts = bound.rules.map(() => 0);
  jobs.forEach(({ rule }, index) => {
    pairCounts[rule]! += results[index]!.pairCount;
  });
  const parts = results.map(({ links }) => links);
  return { links: mergeLinks(parts, records.recordCount).links, pairCounts, context };
}

/** Jobs of about as many pairs each; only a block that is too large for one is cut. */
function cutJobs({ starts }: RuleBlocks, rule: number): SplinkJob[] {
  const jobs: SplinkJob[] = [];
  let from = 0;
  let pairs = 0;
  const end = (to: number): void => {
    if (pairs > 0) jobs.push({ rule, from, to, pairs });
    from = to;
    pairs = 0;
  };
  for (let block = 0; block < starts.length - 1; block += 1) {
    const to = starts[block + 1]!;
    const own = ((to - starts[block]!) * (to - starts[block]! - 1)) / 2;
    if (pairs + own <= jobPairsMax) pairs += own;
    else {
      for (let place = starts[block]!; place < to; place += 1) {
        pairs += to - place - 1;
        if (pairs >= jobPairsMax) end(place + 1);
      }
    }
  }
  end(starts.at(-1) ?? 0);
  return jobs;
}

async function scoreHere(
  context: SplinkContext,
  jobs: readonly SplinkJob[],
  finish: (index: number, result: SplinkJobResult) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const run = createSplinkRunner(context);
  for (const [index, job] of jobs.entries()) {
    if (signal?.aborted === true) throw new NamesakeError("INTERRUPTED", "while scoring");
    finish(index, run(job));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function scoreOnThreads(
  context: SplinkContext,
  jobs: readonly SplinkJob[],
  finish: (index: number, result: SplinkJobResult) => void,
  threads: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const script = new URL(import.meta.url.endsWith(".ts") ? "./splinkWorker.ts" : "./splinkWorker.js", import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: context }));
  let next = 0;
  let left = jobs.length;
  const scored = new Promise<void>((resolve, reject) => {
    const interrupt = (): void => reject(new NamesakeError("INTERRUPTED", "while scoring"));
    signal?.addEventListener("abort", interrupt, { once: true });
    if (signal?.aborted === true) interrupt();
    const handOut = (worker: Worker): void => {
      if (next >= jobs.length) return;
      worker.postMessage({ index: next, job: jobs[next] });
      next += 1;
    };
    for (const worker of workers) {
      worker.on("error", reject);
      worker.on("message", ({ index, result }: { index: number; result: SplinkJobResult }) => {
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
