// Names of clients by number: events and versions name who was told and who supplied.
import type { PersonStore } from "../store/personStore.ts";

/** The command line's client, which no store holds. */
export const operatorNumber = 0;
const operatorName = "command line";

export class ClientNames {
  readonly #store: Pick<PersonStore, "clients">;
  #names = new Map<number, string>();

  constructor(store: Pick<PersonStore, "clients">) {
    this.#store = store;
  }

  /** Reads the clients again where one of the numbers is unknown: clients are added while the index runs. */
  async know(numbers: Iterable<number>): Promise<void> {
    for (const number of numbers) {
      if (number === operatorNumber || this.#names.has(number)) continue;
      this.#names = new Map((await this.#store.clients()).map((client) => [client.number, client.name]));
      return;
    }
  }

  /** The name, or "client N" where it is not known. */
  nameOf(number: number): string {
    return number === operatorNumber ? operatorName : (this.#names.get(number) ?? `client ${number}`);
  }
}
