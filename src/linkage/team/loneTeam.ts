// A team of the thread that asks: jobs are done one after another, and signals are let in between them.
import { setImmediate as nextTurn } from "node:timers/promises";
import { NamesakeError } from "../../shared/errors.ts";
import type { Crew, Team } from "./team.ts";
import { type ContextOf, type JobOf, momentOf, type ResultOf, type WorkName, works } from "./works.ts";

export class LoneTeam implements Team {
  readonly threads = 1;
  readonly #signal: AbortSignal | undefined;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  assign<W extends WorkName>(work: W, context: ContextOf<W>): Crew<W> {
    const start = works[work].start as (given: ContextOf<W>) => (job: JobOf<W>) => ResultOf<W>;
    let started: ((job: JobOf<W>) => ResultOf<W>) | null = null;
    const runJob = (job: JobOf<W>): ResultOf<W> => {
      started ??= start(context);
      return started(job);
    };
    return {
      tell: (job) => {
        runJob(job);
      },
      run: async <R extends ResultOf<W>>(jobs: readonly JobOf<W>[], onResult?: (result: R) => void): Promise<R[]> => {
        const results: R[] = [];
        for (const job of jobs) {
          if (this.#signal?.aborted === true) throw new NamesakeError("INTERRUPTED", momentOf[work]);
          const result = runJob(job) as R;
          results.push(result);
          onResult?.(result);
          await nextTurn();
        }
        return results;
      },
    };
  }

  async close(): Promise<void> {}
}
