// Keeps the mirror in step with the store: catches up with what other servers committed, and lets one batch at a time
// change both.
import type { Moment, PersonStore, StoreWriter } from "../store/personStore.ts";
import { Auditor } from "./auditor.ts";
import { ClientNames } from "./clientNames.ts";
import type { FieldNames } from "./fieldNames.ts";
import type { IndexState, Mirror } from "./indexState.ts";
import { catchUp } from "./mirror/catchUp.ts";
import { Mutex } from "./write/mutex.ts";

export interface OpenedMirror {
  readonly mirror: Mirror;
  readonly fields: FieldNames;
  /** Hash of the model, by which the store names it. */
  readonly modelHash: string;
  readonly moment: Moment;
}

export interface KeeperOptions {
  readonly store: PersonStore;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Opens the mirror anew, when the store's model was replaced. */
  readonly reopen: () => Promise<OpenedMirror>;
}

export class IndexKeeper implements IndexState {
  readonly store: PersonStore;
  readonly auditor: Auditor;
  readonly clients: ClientNames;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly #reopen: () => Promise<OpenedMirror>;
  readonly #mutex = new Mutex();
  #opened: OpenedMirror;
  #moment: Moment;
  #nextLook: Promise<void> | null = null;

  constructor(opened: OpenedMirror, { store, now, newId, reopen }: KeeperOptions) {
    this.store = store;
    this.now = now;
    this.newId = newId;
    this.#reopen = reopen;
    this.auditor = new Auditor(store, now);
    this.clients = new ClientNames(store);
    this.#opened = opened;
    this.#moment = opened.moment;
  }

  get mirror(): Mirror {
    return this.#opened.mirror;
  }

  get fields(): FieldNames {
    return this.#opened.fields;
  }

  get modelHash(): string {
    return this.#opened.modelHash;
  }

  get moment(): Moment {
    return this.#moment;
  }

  fresh(): Promise<void> {
    // A look that has not begun sees all that was committed before this call.
    this.#nextLook ??= this.#mutex.run(async () => {
      this.#nextLook = null;
      if (this.store.kind !== "sqlite") await this.#catchUp((await this.store.head()).moment);
    });
    return this.#nextLook;
  }

  /** Runs `work` while nothing else changes the mirror. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#mutex.run(work);
  }

  /**
   * Commits a batch: `work` changes mirror and store, and says how to undo the former. Where it or the commit throws, the
   * mirror is as it was.
   * @throws what `work` and the store throw
   */
  async write<T>(work: (writer: StoreWriter, undo: (step: () => void) => void) => Promise<T>): Promise<T> {
    const steps: (() => void)[] = [];
    let release: (() => void) | null = null;
    try {
      let moment = 0;
      const result = await this.store.write(async (writer) => {
        release = await this.#mutex.acquire();
        await this.#catchUp(writer.moment - 1);
        moment = writer.moment;
        return work(writer, (step) => steps.push(step));
      });
      this.#moment = moment;
      return result;
    } catch (error) {
      for (const step of steps.reverse()) step();
      throw error;
    } finally {
      (release as (() => void) | null)?.();
    }
  }

  async #catchUp(head: Moment): Promise<void> {
    if (head === this.#moment) return;
    if ((await this.store.setting("model")) !== this.modelHash) {
      this.#opened = await this.#reopen();
      this.#moment = this.#opened.moment;
      return;
    }
    await catchUp(this.store, this.mirror, this.#moment);
    this.#moment = head;
  }
}
