// Runs tasks one after another, in the order in which they came; one that fails does not stop the next.

export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as the task does. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#last.then(task);
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Resolves when the tasks given until now have ended. */
  async settle(): Promise<void> {
    await this.#last;
  }
}
