// The one way to write to a SQLite store from this process: batches one after another, and audit rows of any number of
// callers in between, or with the commit of a batch where one is open. SQLite has one writer, so audit rows either share
// its transaction or wait for its end; a synchronous commit of each would cost a disk flush each.
import { setTimeout as wait } from "node:timers/promises";
import { NamesakeError } from "../../shared/errors.ts";
import type { AuditRow } from "../personStore.ts";
import { SerialQueue } from "../serialQueue.ts";
import { appendAudit } from "./appendAudit.ts";
import type { SqliteConnection } from "./sqliteConnection.ts";

interface WaitingAudit {
  readonly rows: readonly AuditRow[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class WriteLane {
  readonly connection: SqliteConnection;
  readonly #lockedMs: number;
  readonly #tasks = new SerialQueue();
  #waiting: WaitingAudit[] = [];
  #isFlushing = false;

  /**
   * @param connection writable, with a short busy time: this class waits without blocking the thread
   * @param lockedMs how long another process may keep the file locked before a write is refused
   */
  constructor(connection: SqliteConnection, lockedMs: number) {
    this.connection = connection;
    this.#lockedMs = lockedMs;
  }

  /** Runs tasks that write one after another. A task begins and ends its own transactions. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    return this.#tasks.run(task);
  }

  /** Runs `action` in a transaction of its own, in its turn. */
  transact<T>(action: () => T): Promise<T> {
    return this.enqueue(async () => {
      await this.begin();
      try {
        const result = action();
        this.commit();
        return result;
      } catch (error) {
        this.rollBack();
        throw error;
      }
    });
  }

  /** Begins the transaction of the running task, unless it has. @throws NamesakeError STORE_LOCKED and others */
  async begin(): Promise<void> {
    for (const deadline = performance.now() + this.#lockedMs; !this.connection.isInTransaction; await wait(20)) {
      if (this.#tryBegin(performance.now() > deadline)) return;
    }
  }

  /** Commits durably, together with the audit rows that wait. */
  commit(): void {
    const joined = this.#waiting;
    this.#waiting = [];
    try {
      appendAudit(
        this.connection,
        joined.flatMap(({ rows }) => rows),
      );
      this.connection.execute("commit");
    } catch (error) {
      this.#waiting = [...joined, ...this.#waiting];
      throw error;
    }
    for (const { resolve } of joined) resolve();
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
    if (this.#isFlushing) await this.audit([]).catch(() => undefined);
  }

  #startFlush(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    // Callers of the same turn of the event loop share a transaction.
    setImmediate(() => void this.#flushAudit());
  }

  async #flushAudit(): Promise<void> {
    const deadline = performance.now() + this.#lockedMs;
    // An open transaction is a batch about to end: its commit takes these rows, its end starts another flush.
    while (this.#waiting.length > 0 && !this.connection.isInTransaction) {
      try {
        if (this.#tryBegin(performance.now() > deadline)) this.commit();
        else await wait(20);
      } catch (error) {
        if (this.connection.isInTransaction) this.connection.execute("rollback");
        for (const { reject } of this.#waiting.splice(0)) reject(error);
      }
    }
    this.#isFlushing = false;
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
