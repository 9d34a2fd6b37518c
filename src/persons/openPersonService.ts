// Opens the person index of a store: the mirror, the queue of writes, and the functions that answer.
import type { Progress } from "../linkage/linkOptions.ts";
import type { PersonStore } from "../store/personStore.ts";
import { IndexKeeper } from "./indexKeeper.ts";
import { openMirror } from "./mirror/openMirror.ts";
import { SnapshotKeeper } from "./mirror/snapshotKeeper.ts";
import type { PersonService } from "./personService.ts";
import { randomUUIDv7 } from "./randomUuid.ts";
import { createReadPath } from "./read/readPath.ts";
import { searchIndexOf } from "./read/search.ts";
import { createWritePath } from "./write/writePath.ts";

export interface PersonServiceOptions {
  /** Opened for role "index". */
  readonly store: PersonStore;
  readonly clock?: () => Date;
  /** A new UUID, version 7. */
  readonly newId?: () => string;
  readonly onProgress?: (progress: Progress) => void;
  /** Records that one commit takes at most: fewer where these would take too long (WriteQueue). Default 256. */
  readonly batchMax?: number;
  /** Writes that may wait; more are refused as OVERLOADED. Default 4096. */
  readonly queuedMax?: number;
  /** Makes the search index now rather than at the first search. Default false. */
  readonly isSearched?: boolean;
}

/**
 * The service of a store that holds a model. It does not close the store.
 * @throws NamesakeError MODEL_MISSING, MODEL_INVALID, STORE_*
 */
export async function openPersonService(options: PersonServiceOptions): Promise<PersonService> {
  const { store, clock = () => new Date(), newId = randomUUIDv7, onProgress } = options;
  const reopen = () => openMirror(store, { onProgress });
  const keeper = new IndexKeeper(await reopen(), { store, now: clock, newId, reopen });
  if (options.isSearched === true) searchIndexOf(keeper.mirror.live);
  const snapshots = new SnapshotKeeper(keeper);
  const { batchMax = 256, queuedMax = 4096 } = options;
  const writes = createWritePath(keeper, { batchMax, queuedMax, onCommit: (count) => snapshots.noteChanges(count) });
  let isClosed = false;
  return {
    ...createReadPath(keeper),
    ...writes.functions,
    knownFields: () => keeper.fields.known(),
    status: () => ({
      records: keeper.mirror.persons.presentCount,
      persons: keeper.mirror.persons.currentCount,
      moment: keeper.moment,
      isReady: !isClosed,
      queued: writes.queued(),
    }),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await writes.close();
      await snapshots.close();
    },
  };
}
