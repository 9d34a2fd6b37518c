// Group commit: what is asked while a batch commits gathers into the next one. The queue is bounded; what finds it full is
// refused at once, so that a burst is answered and not kept waiting.
import { setImmediate as nextTurn } from "node:timers/promises";
import { NamesakeError } from "../../shared/errors.ts";

export interface QueueOptions<Operation> {
  /** Applies and commits a batch. Where it throws, every operation of the batch has failed and left nothing. */
  readonly commit: (batch: readonly Operation[]) => Promise<readonly unknown[]>;
  /** True where the operation commits alone. */
  readonly isAlone: (operation: Operation) => boolean;
  readonly batchMax: number;
  readonly queuedMax: number;
}

interface Entry<Operation> {
  readonly operation: Operation;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

export class WriteQueue<Operation> {
  readonly #options: QueueOptions<Operation>;
  #entries: Entry<Operation>[] = [];
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: QueueOptions<Operation>) {
    this.#options = options;
  }

  get length(): number {
    return this.#entries.length;
  }

  /**
   * Resolves with the operation's result after its batch has been committed; an Error given as result rejects.
   * @throws NamesakeError OVERLOADED, STOPPING, and what the commit throws
   */
  add<Result>(operation: Operation): Promise<Result> {
    if (this.#isClosed) return Promise.reject(new NamesakeError("STOPPING", "writes"));
    if (this.#entries.length >= this.#options.queuedMax) {
      return Promise.reject(new NamesakeError("OVERLOADED", `${this.#entries.length} writes wait`));
    }
    return new Promise<Result>((resolve, reject) => {
      this.#entries.push({ operation, resolve: resolve as (result: never) => void, reject });
      this.#running ??= this.#run();
    });
  }

  /** Finishes what is queued; refuses what comes after. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#entries.length > 0) {
      // A turn of the event loop: requests that have arrived join, and readers that waited for the last batch run.
      await nextTurn();
      await this.#commit(this.#take());
    }
    this.#running = null;
  }

  #take(): Entry<Operation>[] {
    const { isAlone, batchMax } = this.#options;
    let count = 0;
    while (count < batchMax && count < this.#entries.length) {
      const entry = this.#entries[count];
      if (entry === undefined || isAlone(entry.operation)) break;
      count += 1;
    }
    return this.#entries.splice(0, Math.max(1, count));
  }

  async #commit(batch: readonly Entry<Operation>[]): Promise<void> {
    try {
      const results = await this.#options.commit(batch.map(({ operation }) => operation));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result as never);
      });
    } catch (error) {
      // A bug that one operation meets must not fail its neighbours.
      if (batch.length > 1 && !(error instanceof NamesakeError)) for (const entry of batch) await this.#commit([entry]);
      else for (const { reject } of batch) reject(error);
    }
  }
}
