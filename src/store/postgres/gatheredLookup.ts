// Questions of one kind that come at once, or while others are on their way, are asked together: thousands of readers a
// second then cost few round trips. Each is asked after it came, so it sees what was committed before.

/** Groups on their way at a time: while the server answers one, the next can be gathered and read. */
const inFlightMax = 2;
/** Questions about so many keys go alone, for others would wait for them. */
const keysMax = 500;

interface Waiting<Key, Row> {
  readonly keys: readonly Key[];
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: unknown) => void;
}

export class GatheredLookup<Key, Row> {
  readonly #look: (keys: readonly Key[]) => Promise<Row[]>;
  #waiting: Waiting<Key, Row>[] = [];
  #inFlight = 0;

  /** @param look one row a key, in order */
  constructor(look: (keys: readonly Key[]) => Promise<Row[]>) {
    this.#look = look;
  }

  /** As `look`. */
  ask(keys: readonly Key[]): Promise<Row[]> {
    if (keys.length === 0 || keys.length > keysMax) return this.#look(keys);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ keys, resolve, reject });
      if (this.#inFlight < inFlightMax) {
        this.#inFlight += 1;
        // What is asked in this turn of the event loop goes together.
        setImmediate(() => void this.#run());
      }
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#askNext();
    this.#inFlight -= 1;
  }

  async #askNext(): Promise<void> {
    const group: Waiting<Key, Row>[] = [];
    let count = 0;
    while (this.#waiting[group.length] !== undefined && count < keysMax) {
      count += this.#waiting[group.length]!.keys.length;
      group.push(this.#waiting[group.length]!);
    }
    this.#waiting = this.#waiting.slice(group.length);
    try {
      const rows = await this.#look(group.flatMap(({ keys }) => keys));
      let from = 0;
      for (const { keys, resolve } of group) {
        resolve(rows.slice(from, from + keys.length));
        from += keys.length;
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
