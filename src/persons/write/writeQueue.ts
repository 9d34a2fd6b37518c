// Group commit: what is asked while a batch commits gathers into the next one. A batch takes as many operations as can be
// done in a bounded time, by what operations took so far, for readers wait while it runs. The queue is bounded; what finds
// it full is refused at once, so that a burst is answered and not kept waiting. Single operations do not wait behind lines of
// bulk ingests: where both wait, each has its turn.
import { NamesakeError } from "../../shared/errors.ts";
import type { ReaderTurns } from "../readerTurns.ts";
import { Lane } from "./lane.ts";

export interface QueueOptions<Operation> {
  /**
   * Applies and commits a batch; `onCommit` says that the next may begin before this one is durable. Where it throws,
   * every operation of the batch has failed and left nothing.
   */
  readonly commit: (batch: readonly Operation[], onCommit: () => void) => Promise<readonly unknown[]>;
  /** True where the operation commits alone. */
  readonly isAlone: (operation: Operation) => boolean;
  readonly batchMax: number;
  readonly queuedMax: number;
  readonly readers: Pick<ReaderTurns, "yield" | "asked">;
  /** Milliseconds that a batch may take while readers ask, and while none does. */
  readonly budgets: { readonly besideReadersMs: number; readonly aloneMs: number };
}

interface Entry<Operation> {
  readonly operation: Operation;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** What a single operation may expect to wait: where it is more, it is refused, unless only a few wait. */
const waitMsMax = 2000;
const fewWaiting = 16;
/** Milliseconds of an operation before any was measured. */
const firstGuessMs = 1;
/** Weight of the last batch in the mean time of an operation. */
const newest = 0.2;

export class WriteQueue<Operation> {
  readonly #options: QueueOptions<Operation>;
  readonly #single = new Lane<Entry<Operation>>();
  readonly #bulk = new Lane<Entry<Operation>>();
  /** True where lines of bulk ingests waited and none was in the last batch. */
  #isBulkDue = false;
  #running: Promise<void> | null = null;
  #isClosed = false;
  #operationMs = firstGuessMs;
  readonly #unfinished = new Set<Promise<void>>();

  constructor(options: QueueOptions<Operation>) {
    this.#options = options;
  }

  get length(): number {
    return this.#single.length + this.#bulk.length;
  }

  /**
   * Resolves with the operation's result after its batch has been committed; an Error given as result rejects.
   * @param isBulk one of many of a caller, who waits for room before sending more
   * @throws NamesakeError OVERLOADED, STOPPING, and what the commit throws
   */
  add<Result>(operation: Operation, isBulk = false): Promise<Result> {
    if (this.#isClosed) return Promise.reject(new NamesakeError("STOPPING", "writes"));
    const isLong = this.#single.length >= fewWaiting && this.#single.length * this.#operationMs > waitMsMax;
    if (this.length >= this.#options.queuedMax || (isLong && !isBulk)) {
      return Promise.reject(new NamesakeError("OVERLOADED", `${this.length} writes wait`));
    }
    return new Promise<Result>((resolve, reject) => {
      const lane = isBulk ? this.#bulk : this.#single;
      lane.push({ operation, resolve: resolve as (result: never) => void, reject });
      this.#running ??= this.#run();
    });
  }

  /** Finishes what is queued; refuses what comes after. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
    await Promise.all(this.#unfinished);
  }

  async #run(): Promise<void> {
    const { readers, budgets } = this.#options;
    let asked = readers.asked;
    let lastMs = 0;
    while (this.length > 0) {
      // Requests that have arrived join, and readers that waited for the last batch run.
      await readers.yield(lastMs);
      const budgetMs = readers.asked > asked ? budgets.besideReadersMs : budgets.aloneMs;
      asked = readers.asked;
      const batch = this.#take(budgetMs);
      const startMs = performance.now();
      await this.#begin(batch);
      lastMs = performance.now() - startMs;
      this.#operationMs += newest * (lastMs / batch.length - this.#operationMs);
    }
    this.#running = null;
  }

  #take(budgetMs: number): Entry<Operation>[] {
    const { batchMax, isAlone } = this.#options;
    const most = Math.min(batchMax, Math.max(1, Math.floor(budgetMs / this.#operationMs)), this.length);
    const stopsAt = ({ operation }: Entry<Operation>): boolean => isAlone(operation);
    const bulkFirst = this.#single.length === 0 || (this.#isBulkDue && this.#bulk.length > 0);
    const [first, second] = bulkFirst ? [this.#bulk, this.#single] : [this.#single, this.#bulk];
    const bulkBefore = this.#bulk.length;
    const batch = first.take(most, stopsAt);
    // What stands first and commits alone is the batch.
    if (batch.length === 0) batch.push(...first.take(1, () => false));
    else batch.push(...second.take(most - batch.length, stopsAt));
    this.#isBulkDue = this.#bulk.length > 0 && this.#bulk.length === bulkBefore;
    return batch;
  }

  /** Resolves when the next batch may begin. */
  #begin(batch: readonly Entry<Operation>[]): Promise<void> {
    return new Promise((resolve) => {
      const finished = this.#commit(batch, resolve).finally(() => {
        this.#unfinished.delete(finished);
        resolve();
      });
      this.#unfinished.add(finished);
    });
  }

  async #commit(batch: readonly Entry<Operation>[], onCommit: () => void): Promise<void> {
    try {
      const operations = batch.map(({ operation }) => operation);
      const results = await this.#options.commit(operations, onCommit);
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result as never);
      });
    } catch (error) {
      // A bug that one operation meets must not fail its neighbours.
      const isBug = batch.length > 1 && !(error instanceof NamesakeError);
      if (isBug) for (const entry of batch) await this.#commit([entry], ignored);
      else for (const { reject } of batch) reject(error);
    }
  }
}

const ignored = (): void => undefined;
