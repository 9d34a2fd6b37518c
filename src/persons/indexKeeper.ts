// Keeps the mirror in step with the store: catches up with what other servers committed, and lets one batch at a time
// change both.
import type { Moment, PersonStore, StoreWriter } from "../store/personStore.ts";
import { Auditor } from "./auditor.ts";
import { ClientNames } from "./clientNames.ts";
import type { FieldNames } from "./fieldNames.ts";
import type { IndexState, Mirror } from "./indexState.ts";
import { catchUp } from "./mirror/catchUp.ts";
import { ReaderTurns } from "./readerTurns.ts";
import { Mutex } from "./write/mutex.ts";

const done = Promise.resolve();

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
  /** Lets those who read have their turn between batches. */
  readonly readers: ReaderTurns;
  readonly clients: ClientNames;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly #reopen: () => Promise<OpenedMirror>;
  /** Held by what wants to write to the store, before it asks the store; so what holds it finds the store free. */
  readonly #writes = new Mutex();
  /** Held by what changes the mirror, and by what needs it unchanged. Taken after `#writes`, and on a batch's way in. */
  readonly #mutex = new Mutex();
  /** The half-done batch, where there is one. */
  #batch: Promise<void> | null = null;
  #opened: OpenedMirror;
  #moment: Moment;
  #nextLook: Promise<void> | null = null;

  constructor(opened: OpenedMirror, { store, now, newId, reopen }: KeeperOptions) {
    this.store = store;
    this.now = now;
    this.newId = newId;
    this.#reopen = reopen;
    this.auditor = new Auditor(store, now);
    this.readers = new ReaderTurns(this.auditor);
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
    this.readers.noteReader();
    return this.caughtUp();
  }

  /** As `fresh`, for writers. */
  caughtUp(): Promise<void> {
    if (this.store.kind === "sqlite") return this.#batch ?? done;
    // A look that has not begun sees all that was committed before this call.
    this.#nextLook ??= this.#mutex.run(async () => {
      this.#nextLook = null;
      await this.#catchUp((await this.store.head()).moment);
    });
    return this.#nextLook;
  }

  /** Runs `work` while nothing else changes the mirror; `work` may write to the store. On SQLite readers go on. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#writes.run(() => this.#mutex.run(work));
  }

  /**
   * Commits a batch: `work` changes mirror and store, and says how to undo the former. Where it or the commit throws, the
   * mirror is as it was. `onCommit` is called when the next batch may begin; the promise resolves once this one is durable.
   * @throws what `work` and the store throw
   */
  async write<T>(
    work: (writer: StoreWriter, undo: (step: () => void) => void) => Promise<T>,
    onCommit?: () => void,
  ): Promise<T> {
    const steps: (() => void)[] = [];
    let moment = -1;
    const letNext = await this.#writes.acquire();
    let release: (() => void) | null = null;
    const begin = async (): Promise<void> => {
      const free = await this.#mutex.acquire();
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#batch = promise;
      release = () => {
        release = null;
        this.#batch = null;
        resolve();
        free();
      };
    };
    const end = (): void => {
      this.#moment = moment;
      steps.length = 0;
      release?.();
      letNext();
      onCommit?.();
    };
    try {
      const result = await this.store.write(async (writer) => {
        await begin();
        await this.#catchUp(writer.moment - 1);
        moment = writer.moment;
        return work(writer, (step) => steps.push(step));
      }, end);
      // A store that wraps another may not say when it has committed.
      if (release !== null) end();
      return result;
    } catch (error) {
      for (const step of steps.reverse()) step();
      throw error;
    } finally {
      (release as (() => void) | null)?.();
      letNext();
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
