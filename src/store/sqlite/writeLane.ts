// The one way to write to a SQLite store from this process: batches one after another, and audit rows of any number of
// callers in between, or with the commit of a batch where one is open. SQLite has one writer, so audit rows either share
// its transaction or wait for its end. Commits end in the log at once; those who wait for them are told when a flush in the
// background has made them durable, and the next commits need not wait for it.
import { setTimeout as wait } from "node:timers/promises";
import { NamesakeError } from "../../shared/errors.ts";
import type { AuditRow } from "../personStore.ts";
import { SerialQueue } from "../serialQueue.ts";
import { appendAudit } from "./appendAudit.ts";
import { LogSync } from "./logSync.ts";
import type { SqliteConnection } from "./sqliteConnection.ts";

interface WaitingAudit {
  readonly rows: readonly AuditRow[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class WriteLane {
  readonly connection: SqliteConnection;
  readonly #lockedMs: number;
  readonly #log: LogSync;
  readonly #tasks = new SerialQueue();
  #waiting: WaitingAudit[] = [];
  #flushing: Promise<void> | null = null;

  /**
   * @param connection writable, with a short busy time: this class waits without blocking the thread
   * @param lockedMs how long another process may keep the file locked before a write is refused
   */
  constructor(connection: SqliteConnection, lockedMs: number) {
    this.connection = connection;
    this.#log = new LogSync(connection.path);
    this.#lockedMs = lockedMs;
  }

  /** Runs tasks that write one after another. A task begins and ends its own transactions. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    return this.#tasks.run(task);
  }

  /** Runs `action` in a transaction of its own, in its turn; resolves once it is durable. */
  async transact<T>(action: () => T): Promise<T> {
    const { result, durable } = await this.enqueue(async () => {
      await this.begin();
      try {
        const result = action();
        return { result, durable: this.commit() };
      } catch (error) {
        this.rollBack();
        throw error;
      }
    });
    await durable.reached;
    return result;
  }

  /** Begins the transaction of the running task, unless it has. @throws NamesakeError STORE_LOCKED and others */
  async begin(): Promise<void> {
    for (const deadline = performance.now() + this.#lockedMs; !this.connection.isInTransaction; await wait(20)) {
      if (this.#tryBegin(performance.now() > deadline)) return;
    }
  }

  /**
   * Commits, together with the audit rows that wait: others read it from now on, and it outlives this process. `reached`
   * resolves once it outlives the machine; before, nobody may be told of it.
   */
  commit(): { readonly reached: Promise<void> } {
    const joined = this.#waiting;
    this.#waiting = [];
    try {
      this.#log.assertSound();
      appendAudit(
        this.connection,
        joined.flatMap(({ rows }) => rows),
      );
      this.connection.execute("commit");
    } catch (error) {
      this.#waiting = [...joined, ...this.#waiting];
      throw error;
    }
    const reached = this.#log.flush();
    const tell = ({ resolve, reject }: WaitingAudit): void => void reached.then(resolve, reject);
    joined.forEach(tell);
    // Told to those who wait; a flush that fails while nobody does is told to the next.
    reached.catch(() => undefined);
    return { reached };
  }

  /** Undoes what the running task did; audit rows go on without it. */
  rollBack(): void {
    if (this.connection.isInTransaction) this.connection.execute("rollback");
    if (this.#waiting.length > 0) this.#startFlush();
  }

  /** Appends audit rows; resolves once they are durable. */
  audit(rows: readonly AuditRow[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, resolve, reject });
      this.#startFlush();
    });
  }

  /** Resolves when nothing is left to write. */
  async settle(): Promise<void> {
    await this.#tasks.settle();
    await this.#flushing;
  }

  /** Ends the lane, which must have settled, and its connection. */
  async close(): Promise<void> {
    await this.#log.close();
    this.connection.close();
  }

  #startFlush(): void {
    // Callers of the same moment share a transaction.
    this.#flushing ??= Promise.resolve().then(() => this.#flushAudit());
  }

  async #flushAudit(): Promise<void> {
    const deadline = performance.now() + this.#lockedMs;
    // An open transaction is a batch about to end: its commit takes these rows, its end starts another flush.
    while (this.#waiting.length > 0 && !this.connection.isInTransaction) {
      try {
        if (!this.#tryBegin(performance.now() > deadline)) await wait(20);
        else this.commit();
      } catch (error) {
        if (this.connection.isInTransaction) this.connection.execute("rollback");
        for (const { reject } of this.#waiting.splice(0)) reject(error);
      }
    }
    this.#flushing = null;
  }

  /** False where another process holds the lock; throws that where it is the last try. */
  #tryBegin(isLastTry: boolean): boolean {
    try {
      this.connection.execute("begin immediate");
      return true;
    } catch (error) {
      if (isLastTry || !(error instanceof NamesakeError) || error.code !== "STORE_LOCKED") throw error;
      return false;
    }
  }
}
