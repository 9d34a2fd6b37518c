// Keeps the mirror's snapshot near enough to the store that a start is quick: after many changes, and at the end.
import type { IndexKeeper } from "../indexKeeper.ts";
import { writeSnapshot } from "./mirrorSnapshot.ts";

/** Changes after which a snapshot is worth its pause: reading so many again takes seconds. */
const changesMin = 20_000;

export class SnapshotKeeper {
  readonly #keeper: IndexKeeper;
  readonly #startMoment: number;
  #changes = 0;
  #writing: Promise<void> | null = null;

  constructor(keeper: IndexKeeper) {
    this.#keeper = keeper;
    this.#startMoment = keeper.moment;
  }

  /** Says that so many records changed. A snapshot is due when a fifth of all records have. */
  noteChanges(count: number): void {
    this.#changes += count;
    const due = Math.max(changesMin, this.#keeper.mirror.persons.recordCount / 5);
    if (this.#changes < due || this.#writing !== null) return;
    this.#writing = this.#write()
      .catch(() => undefined)
      .then(() => {
        this.#writing = null;
      });
  }

  /** Writes the last snapshot, where anything has changed. */
  async close(): Promise<void> {
    await this.#writing;
    if (this.#changes > 0 || this.#keeper.moment !== this.#startMoment) await this.#write();
  }

  #write(): Promise<void> {
    this.#changes = 0;
    const keeper = this.#keeper;
    return keeper.exclusively(() => writeSnapshot(keeper.store, keeper.mirror, keeper));
  }
}
