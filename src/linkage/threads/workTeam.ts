// Runs jobs on worker threads and gives their results in the order of the jobs, or runs them here where there is to be one
// thread. Results that nobody has taken yet are bounded, so that what is streamed to a file never piles up in memory.
import { Worker } from "node:worker_threads";
import { assert } from "../../shared/assert.ts";
import { NamesakeError } from "../../shared/errors.ts";

/** What the threads of a team do. */
export interface TeamWork<Context, Job, Result> {
  /** Address of the file that answers jobs on a thread by `answerJobs` with the same `start`. */
  readonly script: URL;
  /** Handed to every thread once; large arrays in it are shared memory. */
  readonly context: Context;
  /** Called once a thread; the function given back answers one job after another. */
  readonly start: (context: Context) => (job: Job) => Result;
}

export interface TeamOptions {
  readonly threads: number;
  readonly signal?: AbortSignal | undefined;
}

/** Jobs that are handed out and whose results are not taken yet, a thread: one at work, two that wait. */
const jobsAhead = 3;

/**
 * The results of `jobs` in order, whichever thread found them. Threads end when the iteration does, however it does.
 * @throws NamesakeError INTERRUPTED where the signal is aborted
 */
export async function* runJobs<Context, Job, Result>(
  work: TeamWork<Context, Job, Result>,
  jobs: Iterable<Job>,
  { threads, signal }: TeamOptions,
): AsyncGenerator<Result> {
  if (threads > 1) {
    yield* runOnThreads(work, jobs, { threads, signal });
    return;
  }
  const run = work.start(work.context);
  for (const job of jobs) {
    requireGoingOn(signal);
    yield run(job);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function* runOnThreads<Context, Job, Result>(
  { script, context }: TeamWork<Context, Job, Result>,
  jobs: Iterable<Job>,
  { threads, signal }: TeamOptions,
): AsyncGenerator<Result> {
  const members = Array.from(
    { length: threads },
    () => new TeamMember<Result>(new Worker(script, { workerData: context })),
  );
  const waiting: Promise<Result>[] = [];
  try {
    for (const job of jobs) {
      requireGoingOn(signal);
      if (waiting.length === threads * jobsAhead) yield await (waiting.shift() as Promise<Result>);
      const least = members.reduce((best, member) => (member.jobsLeft < best.jobsLeft ? member : best));
      const result = least.ask(job);
      // A failure is reported where the result is taken, which may be later.
      result.catch(() => undefined);
      waiting.push(result);
    }
    for (const result of waiting) {
      requireGoingOn(signal);
      yield await result;
    }
  } finally {
    await Promise.all(members.map((member) => member.end()));
  }
}

function requireGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new NamesakeError("INTERRUPTED", "while threads were at work");
}

/** One thread with the jobs it has not answered yet, which it answers in turn. */
class TeamMember<Result> {
  readonly #worker: Worker;
  readonly #asked: { readonly resolve: (result: Result) => void; readonly reject: (error: unknown) => void }[] = [];
  #failure: unknown = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (result: Result) => {
      const asked = this.#asked.shift();
      assert(asked !== undefined, "a thread answers what it was asked");
      asked.resolve(result);
    });
    worker.on("error", (error) => {
      this.#failure = error;
      for (const { reject } of this.#asked.splice(0)) reject(error);
    });
  }

  get jobsLeft(): number {
    return this.#asked.length;
  }

  ask(job: unknown): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(job);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
