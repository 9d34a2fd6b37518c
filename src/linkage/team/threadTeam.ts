// A team of worker threads.
import { Worker } from "node:worker_threads";
import { NamesakeError } from "../../shared/errors.ts";
import type { Crew, Team } from "./team.ts";
import { type ContextOf, type JobOf, jobsAheadOf, momentOf, type ResultOf, type WorkName } from "./works.ts";

export class ThreadTeam implements Team {
  readonly threads: number;
  readonly #workers: readonly Worker[];
  readonly #signal: AbortSignal | undefined;
  /** What a thread died of, whether or not somebody waits for it. */
  #failure: unknown = null;
  #onFailure: (error: unknown) => void = () => {};

  constructor(threads: number, signal?: AbortSignal) {
    const script = new URL(import.meta.url.endsWith(".ts") ? "./teamWorker.ts" : "./teamWorker.js", import.meta.url);
    this.threads = threads;
    this.#signal = signal;
    this.#workers = Array.from({ length: threads }, () => {
      const worker = new Worker(script);
      worker.on("error", (error) => {
        this.#failure ??= error;
        this.#onFailure(error);
      });
      return worker;
    });
  }

  assign<W extends WorkName>(work: W, context: ContextOf<W>): Crew<W> {
    for (const worker of this.#workers) worker.postMessage({ work, context });
    return {
      tell: (job) => {
        for (const worker of this.#workers) worker.postMessage({ index: null, job });
      },
      run: (jobs, onResult) => this.#run(work, jobs, onResult),
    };
  }

  #run<W extends WorkName, R extends ResultOf<W>>(
    work: W,
    jobs: readonly JobOf<W>[],
    onResult?: (result: R) => void,
  ): Promise<R[]> {
    const results: R[] = new Array(jobs.length);
    let next = 0;
    let left = jobs.length;
    const interrupted = (): NamesakeError => new NamesakeError("INTERRUPTED", momentOf[work]);
    let onAbort = (): void => {};
    const done = new Promise<R[]>((resolve, reject) => {
      onAbort = () => reject(interrupted());
      this.#onFailure = reject;
      this.#signal?.addEventListener("abort", onAbort, { once: true });
      if (this.#signal?.aborted === true) reject(interrupted());
      if (this.#failure !== null) reject(this.#failure);
      if (left === 0) resolve(results);
      const handOut = (worker: Worker): void => {
        if (next >= jobs.length) return;
        worker.postMessage({ index: next, job: jobs[next] });
        next += 1;
      };
      for (const worker of this.#workers) {
        worker.on("message", ({ index, result }: { index: number; result: R }) => {
          results[index] = result;
          onResult?.(result);
          left -= 1;
          if (left === 0) resolve(results);
          else handOut(worker);
        });
      }
      for (let job = 0; job < jobsAheadOf[work]; job += 1) this.#workers.forEach(handOut);
    });
    return done.finally(() => {
      this.#signal?.removeEventListener("abort", onAbort);
      this.#onFailure = () => {};
      for (const worker of this.#workers) worker.removeAllListeners("message");
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
