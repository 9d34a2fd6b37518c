// Shares the one thread between batches of writes and readers: after a batch, readers that wait are answered before the
// next batch begins, for at most as long as the batch took. So neither can starve the other.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Auditor } from "./auditor.ts";

export class ReaderTurns {
  readonly #auditor: Pick<Auditor, "waiting">;
  #asked = 0;

  constructor(auditor: Pick<Auditor, "waiting">) {
    this.#auditor = auditor;
  }

  /** A reader has begun. */
  noteReader(): void {
    this.#asked += 1;
  }

  /** Readers that have begun so far. */
  get asked(): number {
    return this.#asked;
  }

  /** Resolves when no reader waits for this thread, after one turn of the event loop at least and `limitMs` at most. */
  async yield(limitMs: number): Promise<void> {
    const startMs = performance.now();
    for (let before = -1; this.#asked > before || this.#auditor.waiting > 0; ) {
      before = this.#asked;
      await nextTurn();
      if (performance.now() - startMs > limitMs) return;
    }
  }
}
