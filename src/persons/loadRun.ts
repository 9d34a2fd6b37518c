// A bulk run's folder becomes an index, or brings one up to it: model, records and persons in one commit.
import type { Progress } from "../linkage/linkOptions.ts";
import type { RecordTable } from "../linkage/read/recordTable.ts";
import { probabilityOf } from "../linkage/score/pairScorer.ts";
import { collapseForModel } from "../linkage/standardise/collapseIdentical.ts";
import { standardiseForModel } from "../linkage/standardise/standardiseForModel.ts";
import { readRunLinks } from "../linkage/write/runLinks.ts";
import type { PersonStore, RecordKey, StoreWriter } from "../store/personStore.ts";
import { scanSlices } from "../store/scanSlices.ts";
import { type DoubtfulPlaces, derivePartition } from "./load/derivePartition.ts";
import { findStanding } from "./load/findStanding.ts";
import { writeFirstLoad } from "./load/firstLoad.ts";
import { writeLoadDecisions } from "./load/loadDecisions.ts";
import { writeLoadReviews } from "./load/loadReviews.ts";
import { type DoubtfulPair, readDoubtful } from "./load/readDoubtful.ts";
import { type RunFolder, readRun } from "./load/readRun.ts";
import { type Reloaded, writeReload } from "./load/reload.ts";
import { requireGoOn } from "./load/requireGoOn.ts";
import { writeSnapshot } from "./mirror/mirrorSnapshot.ts";
import { storeModel, useModel } from "./mirror/modelFiles.ts";
import { openMirror } from "./mirror/openMirror.ts";
import { PersonTable } from "./mirror/personTable.ts";
import { randomUUIDv7 } from "./randomUuid.ts";

export interface LoadOptions {
  /** Folder that namesake link wrote. */
  readonly run: string;
  /** Opened for role "index". */
  readonly store: PersonStore;
  /** The model alone; records that the store has are resolved anew with it. */
  readonly modelOnly?: boolean;
  /** Nothing is kept. */
  readonly dryRun?: boolean;
  readonly threads?: number;
  readonly newId?: () => string;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface LoadOutcome {
  /** Records that are not withdrawn, and persons, after the load. */
  readonly records: number;
  readonly persons: number;
  readonly created: number;
  /** Persons of before whose records went to another one. */
  readonly merged: number;
  /** Persons of before some of whose records went elsewhere, whether they keep their identifier or not. */
  readonly split: number;
  /** Persons of before that lost no record. */
  readonly stayed: number;
  /** Records of the run that were withdrawn from the index and stay so, for the run says nothing new of them. */
  readonly keptWithdrawn: number;
  /** True where the model compares every two records: what comes to the index is then compared with all of it. */
  readonly comparesAllPairs: boolean;
}

/**
 * Loads a run. A store without records takes the run's clusters as its persons; in one that has records, those of the run
 * are added or replaced, others stay, and all persons are derived anew: identifiers stay where persons persist. A record
 * that was withdrawn stays so unless the run holds something new of it. What the run was told to obey becomes decisions of
 * the index.
 * @throws NamesakeError RUN_INVALID, MODEL_INVALID, DECISIONS_CONTRADICT, FILE_*, STORE_*, INTERRUPTED
 */
export async function loadRun(options: LoadOptions): Promise<LoadOutcome> {
  const { store, modelOnly = false, dryRun = false, signal, onProgress } = options;
  const folder = await readRun(options.run, { modelOnly, signal, onProgress });
  const { records } = await store.head();
  const stored = dryRun ? null : await storeModel(store, folder.model);
  const commit = async (writer: StoreWriter): Promise<void> => {
    if (stored === null) throw new DryRun();
    await useModel(writer, stored, folder.columns);
  };
  const comparesAllPairs = folder.model.blocking.rules.some((keys) => keys.length === 0);
  if (records === 0) {
    try {
      return { ...(await firstLoad(options, folder, commit, stored?.hash ?? null)), comparesAllPairs };
    } catch (error) {
      if (!(error instanceof NotEmpty)) throw error;
    }
  }
  return { ...(await reload(options, folder, commit, stored?.hash ?? null)), comparesAllPairs };
}

type Counted = Omit<LoadOutcome, "comparesAllPairs">;

type Commit = (writer: StoreWriter) => Promise<void>;

/** Rolls a batch back whose outcome alone was asked for. */
class DryRun extends Error {}

/** Another server has put records into the store since it was looked at. */
class NotEmpty extends Error {}

async function firstLoad(
  options: LoadOptions,
  { model, table, clusterOf, decisions }: RunFolder,
  commit: Commit,
  modelHash: string | null,
): Promise<Counted> {
  const { store, newId = randomUUIDv7, onProgress, signal } = options;
  const none = { created: 0, merged: 0, split: 0, stayed: 0, keptWithdrawn: 0 };
  if (table === null) {
    await unlessDry(store, async (writer) => {
      if ((await writer.head()).records > 0) throw new NotEmpty();
      await commit(writer);
    });
    return { records: 0, persons: 0, ...none };
  }
  const derived = clusterOf === null ? await derivePartition(model, table, decisions, options) : null;
  const clusters = clusterOf ?? derived?.clusterOf ?? new Int32Array(0);
  const count = new Set(clusters).size;
  const outcome = { ...none, records: table.recordCount, persons: count, created: count };
  if (modelHash === null) return outcome;
  const records = derived?.records ?? standardiseForModel(table, model);
  const advance = async (done: number): Promise<void> => {
    onProgress?.({ stage: "load", done, total: table.recordCount, unit: "records" });
    await requireGoOn(signal);
  };
  const [onlySource = null] = table.sources.length === 1 ? table.sources : [];
  const doubtful =
    derived === null ? await readDoubtful(options.run, onlySource, signal) : namePairs(table, derived.doubtful);
  const { rowOf } = collapseForModel(records, model);
  const links = derived?.links ?? (await readRunLinks(options.run, { modelHash, rowOf }));
  const decided = decisions.flatMap(({ left, right }) => [left, right]);
  const known = links === null ? null : { links, clusterOf: clusters, decided };
  const { live, persons, moment } = await store.write(async (writer) => {
    if ((await writer.head()).records > 0) throw new NotEmpty();
    await commit(writer);
    const load = { model, table, records, clusterOf: clusters, known, newId, onProgress: advance };
    const loaded = await writeFirstLoad(writer, load);
    await writeLoadDecisions(writer, decisions, (place) => place, newId);
    // Without links at hand they would be searched one by one: what stands out is then found as records change.
    const standing = known === null ? [] : findStanding({ live: loaded.live, clusterOf: clusters, decisions });
    await writeLoadReviews(writer, { ...loaded, decisions }, { pairs: doubtful, standing }, newId);
    return { ...loaded, moment: writer.moment };
  });
  await writeSnapshot(store, { live, persons }, { modelHash, moment });
  return outcome;
}

/** Likeliest first. */
function namePairs(table: RecordTable, pairs: readonly DoubtfulPlaces[]): DoubtfulPair[] {
  const keyAt = (place: number): RecordKey => ({
    source: table.sources[table.sourceOf[place]!] ?? "",
    id: table.recordIds.at(place),
  });
  return pairs
    .toSorted((a, b) => b.logOdds - a.logOdds || a.left - b.left || a.right - b.right)
    .map(({ left, right, logOdds }) => ({
      left: keyAt(left),
      right: keyAt(right),
      probability: probabilityOf(logOdds),
    }));
}

async function reload(
  options: LoadOptions,
  { model, table, decisions }: RunFolder,
  commit: Commit,
  modelHash: string | null,
): Promise<Counted> {
  const { store, newId = randomUUIDv7 } = options;
  let persons = new PersonTable();
  let resolution: Reloaded | null = null;
  await unlessDry(store, async (writer) => {
    // Read here, where no other server writes.
    persons = await readPersons(store);
    resolution = await writeReload(writer, { ...options, store, model, table, decisions, persons, newId });
    await commit(writer);
  });
  const outcome = countFates(persons, resolution);
  if (modelHash !== null) {
    const { mirror, moment } = await openMirror(store, { onProgress: options.onProgress, fromFacts: true });
    await writeSnapshot(store, mirror, { modelHash, moment });
  }
  return outcome;
}

async function unlessDry(store: PersonStore, work: (writer: StoreWriter) => Promise<void>): Promise<void> {
  try {
    await store.write(work);
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
}

async function readPersons(store: PersonStore): Promise<PersonTable> {
  const table = new PersonTable();
  for await (const rows of scanSlices((from, size) => store.scanPersons(from, size), 50_000)) {
    for (const row of rows) table.putPerson(row);
  }
  for await (const rows of scanSlices((from, size) => store.scanRecords(from, size), 20_000)) {
    for (const { number, person, version } of rows) table.putRecord(number, person, version);
  }
  return table;
}

function countFates(before: PersonTable, resolution: Reloaded | null): Counted {
  const { created = [], fates = [], moves = [], keptWithdrawn = 0 } = resolution ?? {};
  const merged = fates.filter(({ state }) => state === "merged").length;
  const split = fates.filter(({ state, lostTo }) => state !== "merged" && lostTo.length > 0).length;
  const gone = fates.filter(({ state }) => state !== "current").length;
  return {
    records: before.presentCount + moves.filter(({ from }) => from < 0).length,
    persons: before.currentCount - gone + created.length,
    created: created.length,
    merged,
    split,
    stayed: before.currentCount - merged - split,
    keptWithdrawn,
  };
}
