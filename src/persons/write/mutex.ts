// One after another, in order of asking.

export class Mutex {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn; the turn lasts until the function that it gives is called. */
  acquire(): Promise<() => void> {
    const before = this.#last;
    let release = (): void => undefined;
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    return before.then(() => release);
  }

  async run<T>(work: () => Promise<T> | T): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
