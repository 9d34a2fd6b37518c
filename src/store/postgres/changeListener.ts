// Hears on a connection of its own that another process has committed (LISTEN), so that nobody has to ask every moment.
import pg from "pg";
import type { PostgresAddress } from "./postgresAddress.ts";
import { clientConfig } from "./postgresPool.ts";

/** The channel of a store; the payload names the store object that committed, which need not hear of itself. */
export const channelOf = ({ schema }: PostgresAddress): string => `namesake_${schema}`.slice(0, 63);

export class ChangeListener {
  readonly #address: PostgresAddress;
  /** Payload of our own notices. */
  readonly #self: string;
  #client: pg.Client | null = null;
  /** A change that nobody has waited for yet; also what may have been missed while not listening. */
  #isChanged = false;
  readonly #waiting = new Set<() => void>();

  constructor(address: PostgresAddress, self: string) {
    this.#address = address;
    this.#self = self;
  }

  /** Resolves at a change since the last wait, after `timeoutMs`, or when the signal aborts. */
  async wait(timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (this.#client === null) this.#listen();
    if (!this.#isChanged && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", end);
          this.#waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, timeoutMs);
        signal?.addEventListener("abort", end);
        this.#waiting.add(end);
      });
    }
    this.#isChanged = false;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    for (const end of [...this.#waiting]) end();
    await client?.end().catch(() => undefined);
  }

  #listen(): void {
    const client = new pg.Client(clientConfig(this.#address));
    this.#client = client;
    const forget = () => {
      if (this.#client !== client) return;
      // The next wait listens anew; until then its timeout is what wakes it.
      this.#client = null;
    };
    client.on("error", forget);
    client.on("end", forget);
    client.on("notification", ({ payload }) => {
      if (payload !== this.#self) this.#wake();
    });
    client
      .connect()
      .then(() => client.query(`listen ${channelOf(this.#address)}`))
      .then(() => this.#wake())
      .catch(() => {
        forget();
        client.end().catch(() => undefined);
      });
  }

  #wake(): void {
    this.#isChanged = true;
    for (const end of [...this.#waiting]) end();
  }
}
