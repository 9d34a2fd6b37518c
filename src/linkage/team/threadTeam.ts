// A team of worker threads.
import { Worker } from "node:worker_threads";
import { NamesakeError } from "../../shared/errors.ts";
import type { Crew, Team } from "./team.ts";
import type { TeamMessage } from "./teamWorker.ts";
import { type ContextOf, type JobOf, momentOf, type ResultOf, type WorkName } from "./works.ts";

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
    this.#tellAll({ work, context });
    return {
      tell: (job) => this.#tellAll({ told: job }),
      run: (jobs, onResult) => this.#run(work, jobs, onResult),
    };
  }

  #run<W extends WorkName, R extends ResultOf<W>>(
    work: W,
    jobs: readonly JobOf<W>[],
    onResult?: (result: R) => void,
  ): Promise<R[]> {
    const results: R[] = new Array(jobs.length);
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
      for (const worker of this.#workers) {
        worker.on("message", ({ index, result }: { index: number; result: R }) => {
          results[index] = result;
          onResult?.(result);
          left -= 1;
          if (left === 0) resolve(results);
        });
      }
      if (left > 0) this.#tellAll({ jobs, taken: new Int32Array(new SharedArrayBuffer(4)) });
    });
    return done.finally(() => {
      this.#signal?.removeEventListener("abort", onAbort);
      this.#onFailure = () => {};
      for (const worker of this.#workers) worker.removeAllListeners("message");
    });
  }

  #tellAll(message: TeamMessage): void {
    for (const worker of this.#workers) worker.postMessage(message);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
