// A team of this thread and as many workers as make up the number. This one takes jobs too, between whatever else it has to do,
// so that two cores need one worker: a thread more would compile everything once more and have no core to itself.
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { NamesakeError } from "../../shared/errors.ts";
import type { Crew, Team } from "./team.ts";
import type { TeamMessage } from "./teamWorker.ts";
import { type ContextOf, type JobOf, momentOf, type ResultOf, type WorkName, works } from "./works.ts";

/** Threads run from now on, until `close`. */
export const createTeam = (threads: number, signal?: AbortSignal): Team => new ThreadTeam(threads, signal);

type RunJob<W extends WorkName> = (job: JobOf<W>) => ResultOf<W>;

class ThreadTeam implements Team {
  readonly #workers: readonly Worker[];
  readonly #signal: AbortSignal | undefined;
  /** What this thread is to do for the team, one thing after another, when it has nothing else to do. */
  #own: Promise<unknown> = Promise.resolve();
  /** What a thread died of, whether or not somebody waits for it. */
  #failure: unknown = null;
  #onFailure: (error: unknown) => void = () => {};

  constructor(threads: number, signal?: AbortSignal) {
    const script = new URL(import.meta.url.endsWith(".ts") ? "./teamWorker.ts" : "./teamWorker.js", import.meta.url);
    this.#signal = signal;
    this.#workers = Array.from({ length: threads - 1 }, () => {
      const worker = new Worker(script);
      worker.on("error", (error) => this.#fail(error));
      return worker;
    });
  }

  get threads(): number {
    return this.#workers.length + 1;
  }

  assign<W extends WorkName>(work: W, context: ContextOf<W>): Crew<W> {
    const start = works[work].start as (given: ContextOf<W>) => RunJob<W>;
    let started: RunJob<W> | null = null;
    const runJob: RunJob<W> = (job) => {
      started ??= start(context);
      return started(job);
    };
    this.#tellOthers({ work, context });
    return {
      tell: (job) => {
        this.#tellOthers({ told: job });
        this.#inTurn(async () => runJob(job)).catch((error) => this.#fail(error));
      },
      tellOthers: (job) => this.#tellOthers({ told: job }),
      run: (jobs, onResult) => this.#run(work, runJob, jobs, { takesPart: true, onResult }),
      runBeside: (jobs) => this.#run(work, runJob, jobs, { takesPart: this.#workers.length === 0 }),
    };
  }

  async #run<W extends WorkName, R extends ResultOf<W>>(
    work: W,
    runJob: RunJob<W>,
    jobs: readonly JobOf<W>[],
    { takesPart, onResult }: { readonly takesPart: boolean; readonly onResult?: ((result: R) => void) | undefined },
  ): Promise<R[]> {
    const results: R[] = new Array(jobs.length);
    const taken = new Int32Array(new SharedArrayBuffer(4));
    let left = jobs.length;
    let isOver = false;
    let onAbort = (): void => {};
    const done = new Promise<R[]>((resolve, reject) => {
      const keep = (index: number, result: R): void => {
        results[index] = result;
        onResult?.(result);
        left -= 1;
        if (left === 0) resolve(results);
      };
      onAbort = () => reject(new NamesakeError("INTERRUPTED", momentOf[work]));
      this.#onFailure = reject;
      this.#signal?.addEventListener("abort", onAbort, { once: true });
      if (this.#signal?.aborted === true) onAbort();
      if (this.#failure !== null) reject(this.#failure);
      if (left === 0) resolve(results);
      for (const worker of this.#workers) {
        worker.on("message", ({ index, result }: { index: number; result: R }) => keep(index, result));
      }
      if (left > 0) this.#tellOthers({ jobs, taken });
      const takeOwn = async (): Promise<void> => {
        while (!isOver) {
          const index = Atomics.add(taken, 0, 1);
          if (index >= jobs.length) return;
          keep(index, runJob(jobs[index]!) as R);
          await nextTurn();
        }
      };
      if (takesPart) this.#inTurn(takeOwn).catch(reject);
    });
    try {
      return await done;
    } finally {
      isOver = true;
      this.#signal?.removeEventListener("abort", onAbort);
      this.#onFailure = () => {};
      for (const worker of this.#workers) worker.removeAllListeners("message");
    }
  }

  #inTurn(task: () => Promise<unknown>): Promise<unknown> {
    const turn = this.#own.then(task);
    this.#own = turn.catch(() => undefined);
    return turn;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#onFailure(error);
  }

  #tellOthers(message: TeamMessage): void {
    for (const worker of this.#workers) worker.postMessage(message);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
