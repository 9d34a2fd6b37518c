// Runs jobs of scoring on worker threads, or here where there is to be one thread. Jobs are taken from one queue in
// order; which thread takes which changes no result.
import { Worker } from "node:worker_threads";
import { NamesakeError } from "../../shared/errors.ts";
import { createJobRunner, type JobResult, type ScoreContext, type ScoreJob } from "./scoreJobs.ts";

export interface ScoreTeam {
  /**
   * Results in the order of the jobs. @param onResult called as each is there
   * @throws NamesakeError INTERRUPTED where the signal was aborted
   */
  run<R extends JobResult>(jobs: readonly ScoreJob[], onResult?: (result: R) => void): Promise<R[]>;
  close(): Promise<void>;
}

export function createScoreTeam(context: ScoreContext, threads: number, signal: AbortSignal | undefined): ScoreTeam {
  return threads <= 1 ? new LoneTeam(context, signal) : new ThreadTeam(context, threads, signal);
}

const interrupted = (): NamesakeError => new NamesakeError("INTERRUPTED", "while scoring");

class LoneTeam implements ScoreTeam {
  readonly #context: ScoreContext;
  readonly #signal: AbortSignal | undefined;
  #run: ((job: ScoreJob) => JobResult) | null = null;

  constructor(context: ScoreContext, signal: AbortSignal | undefined) {
    this.#context = context;
    this.#signal = signal;
  }

  async run<R extends JobResult>(jobs: readonly ScoreJob[], onResult?: (result: R) => void): Promise<R[]> {
    this.#run ??= createJobRunner(this.#context);
    const results: R[] = [];
    for (const job of jobs) {
      if (this.#signal?.aborted === true) throw interrupted();
      const result = this.#run(job) as R;
      results.push(result);
      onResult?.(result);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return results;
  }

  async close(): Promise<void> {}
}

class ThreadTeam implements ScoreTeam {
  readonly #workers: readonly Worker[];
  readonly #signal: AbortSignal | undefined;

  constructor(context: ScoreContext, threads: number, signal: AbortSignal | undefined) {
    const script = new URL(import.meta.url.endsWith(".ts") ? "./scoreWorker.ts" : "./scoreWorker.js", import.meta.url);
    this.#workers = Array.from({ length: threads }, () => new Worker(script, { workerData: context }));
    this.#signal = signal;
  }

  run<R extends JobResult>(jobs: readonly ScoreJob[], onResult?: (result: R) => void): Promise<R[]> {
    const results: R[] = new Array(jobs.length);
    let next = 0;
    let left = jobs.length;
    let onAbort = (): void => {};
    const done = new Promise<R[]>((resolve, reject) => {
      onAbort = () => reject(interrupted());
      this.#signal?.addEventListener("abort", onAbort, { once: true });
      if (this.#signal?.aborted === true) reject(interrupted());
      if (left === 0) resolve(results);
      const handOut = (worker: Worker): void => {
        if (next >= jobs.length) return;
        worker.postMessage({ index: next, job: jobs[next] });
        next += 1;
      };
      for (const worker of this.#workers) {
        worker.on("error", reject);
        worker.on("message", ({ index, result }: { index: number; result: R }) => {
          results[index] = result;
          onResult?.(result);
          left -= 1;
          if (left === 0) resolve(results);
          else handOut(worker);
        });
        handOut(worker);
      }
    });
    return done.finally(() => {
      this.#signal?.removeEventListener("abort", onAbort);
      for (const worker of this.#workers) worker.removeAllListeners("message").removeAllListeners("error");
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
