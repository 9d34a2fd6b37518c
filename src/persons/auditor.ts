// Who was told what, on record before the answer leaves. Answers of one turn of the event loop share a write; on PostgreSQL
// so do all that come while rows are on their way, so that thousands of answers a second cost few commits. A SQLite store
// shares flushes itself, and another commit costs it next to nothing.
import type { AccessContext } from "../governance/accessContext.ts";
import type { AuditRow, PersonNumber, PersonStore, RecordNumber } from "../store/personStore.ts";

export interface Disclosed {
  /** HTTP status of the answer; 0 from the command line. Default 200. */
  readonly status?: number;
  /** Persons of whom the answer gives a view: they are told of later changes. */
  readonly persons?: readonly PersonNumber[];
  readonly records?: readonly RecordNumber[];
}

export class Auditor {
  readonly #store: Pick<PersonStore, "audit" | "kind">;
  readonly #now: () => Date;
  #waiting: { readonly row: AuditRow; readonly done: () => void; readonly failed: (error: unknown) => void }[] = [];
  #isWriting = false;

  constructor(store: Pick<PersonStore, "audit" | "kind">, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** Rows that have not been handed to the store yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** The row of an answer, for writers that put it into their own batch. */
  row(context: AccessContext, { status = 200, persons = [], records = [] }: Disclosed): AuditRow {
    const { client, purpose, route } = context;
    return { at: this.#now().toISOString(), client, purpose, route, status, persons, records };
  }

  /**
   * Resolves once the row is durable; only then may the answer leave.
   * @throws NamesakeError STORE_*
   */
  record(context: AccessContext, disclosed: Disclosed): Promise<void> {
    const row = this.row(context, disclosed);
    const promise = new Promise<void>((done, failed) => this.#waiting.push({ row, done, failed }));
    if (!this.#isWriting) {
      this.#isWriting = true;
      // Answers that are ready in this turn of the event loop go together.
      setImmediate(() => void this.#write());
    }
    return promise;
  }

  async #write(): Promise<void> {
    if (this.#store.kind === "sqlite") {
      this.#isWriting = false;
      return this.#writeWaiting();
    }
    while (this.#waiting.length > 0) await this.#writeWaiting();
    this.#isWriting = false;
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      await this.#store.audit(batch.map(({ row }) => row));
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}
