// Makes commits of a SQLite store durable without holding up the thread. Commits go to the write-ahead log without a disk
// flush (synchronous = normal); one flush of the log in the background then serves all commits before it, and nothing is
// acknowledged until it has ended: what `synchronous = full` gives, but the event loop goes on meanwhile.
import { type FileHandle, open } from "node:fs/promises";
import { NamesakeError } from "../../shared/errors.ts";

export class LogSync {
  readonly #path: string;
  #file: Promise<FileHandle> | null = null;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #failure: NamesakeError | null = null;

  /** @param path of the database. Its log carries none of SQLite's locks, so that it may be opened and closed freely. */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Throws what a flush failed with. The system may have dropped pages that it could not write, and a second flush would
   * not say so: after one failure nothing is written any more.
   */
  assertSound(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /**
   * Resolves once all that was committed before the call is on disk.
   * @throws NamesakeError STORE_UNAVAILABLE
   */
  flush(): Promise<void> {
    if (this.#running === null) {
      this.#running = this.#flushNow();
      return this.#running;
    }
    // The one under way may have begun before the last commits.
    this.#next ??= this.#running.then(() => {
      this.#next = null;
      this.#running = this.#flushNow();
      return this.#running;
    });
    return this.#next;
  }

  async close(): Promise<void> {
    await (this.#next ?? this.#running)?.catch(() => undefined);
    const file = await this.#file?.catch(() => null);
    await file?.close();
    this.#file = null;
  }

  async #flushNow(): Promise<void> {
    try {
      this.assertSound();
      this.#file ??= open(`${this.#path}-wal`, "r+");
      await (await this.#file).datasync();
    } catch (error) {
      this.#failure ??= new NamesakeError("STORE_UNAVAILABLE", this.#path, { cause: error });
      throw this.#failure;
    } finally {
      if (this.#next === null) this.#running = null;
    }
  }
}
