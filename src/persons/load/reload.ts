// A run, or a model, into a store that has records: what the run says anew of records is taken over, every person is
// derived anew with the new model, and identifiers stay where persons persist.
import type { Decision } from "../../linkage/cluster/decision.ts";
import { LiveIndex } from "../../linkage/index.ts";
import type { Model } from "../../linkage/model.ts";
import type { RecordTable } from "../../linkage/read/recordTable.ts";
import type {
  EventRow,
  PersonRow,
  PersonStore,
  RecordNumber,
  RecordRow,
  StoreReader,
  StoreWriter,
  VersionRow,
} from "../../store/personStore.ts";
import { operatorNumber } from "../clientNames.ts";
import type { PersonTable } from "../mirror/personTable.ts";
import { type CollectedRecords, canonicalOrder, collectRow, emptyCollection, tableOf } from "../mirror/tableOfRows.ts";
import { describeChanges, type EventDraft, type RecordChange } from "../resolve/describeChanges.ts";
import { type Resolution, resolvePersons } from "../resolve/resolvePersons.ts";
import type { FoundReview } from "../reviews/findReviews.ts";
import { listSplits } from "../reviews/listSplits.ts";
import { toVersion } from "../write/applyPut.ts";
import { redirectGone } from "../write/redirectGone.ts";
import { decisionsAmong } from "./decisionsAmong.ts";
import { type DeriveOptions, derivePartition, type Partition } from "./derivePartition.ts";
import { createFieldTexts } from "./fieldTexts.ts";
import { findStanding } from "./findStanding.ts";
import { type RunDecision, writeLoadDecisions } from "./loadDecisions.ts";
import { type DerivedPair, writeReloadReviews } from "./reloadReviews.ts";
import { requireGoOn } from "./requireGoOn.ts";

export interface Reload extends DeriveOptions {
  readonly store: Pick<PersonStore, "scanRecords">;
  readonly model: Model;
  /** Records of the run; null where only the model is new. */
  readonly table: RecordTable | null;
  /** What the run obeyed, between places of the table. */
  readonly decisions: readonly RunDecision[];
  /** Persons as they are before. */
  readonly persons: PersonTable;
  readonly newId: () => string;
}

const sliceSize = 10_000;

export interface Reloaded extends Resolution {
  /** Records of the run that stay withdrawn. */
  readonly keptWithdrawn: number;
}

/** Writes everything within the batch; what happened to persons. */
export async function writeReload(writer: StoreWriter, reload: Reload): Promise<Reloaded> {
  const { model, persons } = reload;
  const collected = emptyCollection(model);
  for (let from = 0; ; ) {
    const rows = await reload.store.scanRecords(from, sliceSize);
    for (const row of rows) collectRow(collected, row);
    const last = rows.at(-1);
    if (last === undefined) break;
    from = last.number + 1;
  }
  const { changes, numbers, keptWithdrawn } =
    reload.table === null
      ? { changes: [], numbers: [], keptWithdrawn: 0 }
      : await writeRecords(writer, reload.table, collected, reload.signal);
  await writeLoadDecisions(writer, reload.decisions, (place) => numbers[place] ?? -1, reload.newId);
  const { clusters, pairs, standing } = await deriveClusters(writer, reload, collected);
  const resolution = resolvePersons(clusters, [], persons, persons.personCount);
  await writeMoves(writer, resolution, reload.signal);
  await writePersonRows(writer, reload, resolution, changes);
  const moved = new Map(resolution.moves.map(({ record, to }) => [record, to]));
  const personAfter = (record: RecordNumber): number => moved.get(record) ?? persons.personOf(record);
  const others = [...standing, ...listSplits(resolution)];
  await writeReloadReviews(writer, { pairs, others }, personAfter, reload.newId);
  return { ...resolution, keptWithdrawn };
}

/** New records and new contents, into the store and into `collected`; per place of the table the record's number. */
async function writeRecords(
  writer: StoreWriter,
  table: RecordTable,
  collected: CollectedRecords,
  signal: AbortSignal | undefined,
): Promise<{ changes: RecordChange[]; numbers: RecordNumber[]; keptWithdrawn: number }> {
  const fieldsAt = createFieldTexts(table);
  const changes: RecordChange[] = [];
  const numbers: RecordNumber[] = [];
  let keptWithdrawn = 0;
  for (let from = 0; from < table.recordCount; from += sliceSize) {
    await requireGoOn(signal);
    const places = Array.from({ length: Math.min(sliceSize, table.recordCount - from) }, (_, i) => from + i);
    const keys = places.map((place) => ({
      source: table.sources[table.sourceOf[place]!] ?? "",
      id: table.recordIds.at(place),
    }));
    const known = await writer.recordsByKey(keys);
    const staysWithdrawn = await findStaying(writer, known, (i) => fieldsAt(from + i));
    keptWithdrawn += staysWithdrawn.size;
    const rows: RecordRow[] = [];
    const versions: VersionRow[] = [];
    places.forEach((place, i) => {
      const before = known[i] ?? null;
      numbers.push(before?.number ?? collected.numbers.length);
      const fields = fieldsAt(place);
      if (staysWithdrawn.has(i) || (before !== null && !before.isWithdrawn && before.fields === fields)) return;
      const row: RecordRow = {
        number: before?.number ?? collected.numbers.length,
        ...keys[i]!,
        version: (before?.version ?? 0) + 1,
        sourceVersion: before?.sourceVersion ?? null,
        fields,
        observedAt: null,
        moment: writer.moment,
        client: operatorNumber,
        isWithdrawn: false,
        person: before?.person ?? -1,
        changedAt: writer.moment,
      };
      rows.push(row);
      if (before !== null) versions.push(toVersion(before));
      replaceRow(collected, row);
      changes.push({
        record: row.number,
        type: before === null || before.isWithdrawn ? "record.added" : "record.changed",
      });
    });
    await writer.putRecords(rows);
    await writer.addVersions(versions);
  }
  return { changes, numbers, keptWithdrawn };
}

/**
 * Places among `known` of withdrawn records of which the run says nothing that was not known when they were withdrawn: a
 * run of files from before the withdrawal must not undo it, and one that has something new to say is a new delivery.
 */
async function findStaying(
  reader: Pick<StoreReader, "versionsOf">,
  known: readonly (RecordRow | null)[],
  fieldsAt: (index: number) => string,
): Promise<Set<number>> {
  const staying = new Set<number>();
  for (const [index, row] of known.entries()) {
    if (row?.isWithdrawn !== true) continue;
    const versions = await reader.versionsOf(row.number);
    const fields = fieldsAt(index);
    if (versions.some((version) => !version.isWithdrawn && version.fields === fields)) staying.add(index);
  }
  return staying;
}

/** Numbers of records are places in `collected`. */
function replaceRow(collected: CollectedRecords, row: RecordRow): void {
  collectRow(collected, row);
  const last = collected.numbers.length - 1;
  if (row.number === last) return;
  for (const texts of collected.values.values()) texts[row.number] = texts.pop() ?? null;
  collected.isWithdrawn[row.number] = row.isWithdrawn;
  collected.versions[row.number] = row.version;
  for (const list of [collected.sources, collected.ids, collected.numbers, collected.persons]) list.pop();
  collected.isWithdrawn.pop();
  collected.versions.pop();
}

async function deriveClusters(
  writer: StoreWriter,
  reload: Reload,
  collected: CollectedRecords,
): Promise<{ clusters: number[][]; pairs: DerivedPair[]; standing: FoundReview[] }> {
  const order = canonicalOrder(collected);
  const placeOf = new Int32Array(collected.numbers.length).fill(-1);
  order.forEach((record, place) => {
    placeOf[record] = place;
  });
  const decisions = decisionsAmong(await writer.decisionsAfter(-1), (record) => placeOf[record] ?? -1);
  const table = tableOf(collected, order);
  const derived = await derivePartition(reload.model, table, decisions, reload);
  const { clusterOf, count } = derived;
  const clusters = Array.from({ length: count }, (): number[] => []);
  order.forEach((record, place) => {
    clusters[clusterOf[place]!]!.push(record);
  });
  const pairs = derived.doubtful.map(
    ({ left, right, logOdds }): DerivedPair => ({ left: order[left]!, right: order[right]!, logOdds }),
  );
  return { clusters, pairs, standing: findAllStanding(reload.model, table, { ...derived, decisions }, order) };
}

/** Findings by numbers of records; `order`: the number of the record at each place. */
function findAllStanding(
  model: Model,
  table: RecordTable,
  { clusterOf, links, records, decisions }: Partition & { readonly decisions: readonly Decision[] },
  order: Int32Array,
): FoundReview[] {
  const decided = decisions.flatMap(({ left, right }) => [left, right]);
  const live = LiveIndex.fromRecords(model, table, records, { links, clusterOf, decided });
  return findStanding({ live, clusterOf, decisions }).map((found) => ({
    ...found,
    records: found.records.map((place) => order[place]!).sort((a, b) => a - b),
  }));
}

async function writeMoves(writer: StoreWriter, { moves }: Resolution, signal: AbortSignal | undefined): Promise<void> {
  const sorted = [...moves].sort((a, b) => a.record - b.record);
  for (let from = 0; from < sorted.length; from += sliceSize) {
    await requireGoOn(signal);
    const slice = sorted.slice(from, from + sliceSize);
    const rows = await writer.recordsByNumber(slice.map(({ record }) => record));
    await writer.putRecords(
      rows.flatMap((row, i) => (row === null ? [] : [{ ...row, person: slice[i]!.to, changedAt: writer.moment }])),
    );
    await writer.closeMemberships(slice.filter((move) => move.from >= 0).map(({ record }) => record));
    await writer.openMemberships(slice.map(({ record, to }) => ({ record, person: to })));
  }
}

async function writePersonRows(
  writer: StoreWriter,
  { persons, newId }: Reload,
  resolution: Resolution,
  changes: readonly RecordChange[],
): Promise<void> {
  const { moment } = writer;
  const moved = new Map(resolution.moves.map(({ record, to }) => [record, to]));
  const personAfter = (record: number): number => moved.get(record) ?? persons.personOf(record);
  const drafts = describeChanges(resolution, changes, personAfter, () => ({ kind: "load" }));
  const fateOf = new Map(resolution.fates.map((fate) => [fate.person, fate]));
  const isNew = new Set(resolution.created.map(({ person }) => person));
  const changed = new Set([...drafts.map(({ person }) => person), ...fateOf.keys()]);
  const rows = [...new Set([...isNew, ...changed])].map((number): PersonRow => {
    if (isNew.has(number))
      return { number, id: newId(), state: "current", successors: [], createdAt: moment, changedAt: moment };
    const fate = fateOf.get(number);
    return {
      number,
      id: persons.idOf(number),
      state: fate?.state ?? "current",
      successors: fate === undefined || fate.state === "current" ? [] : fate.lostTo.map(({ person }) => person),
      createdAt: persons.createdAt(number),
      changedAt: moment,
    };
  });
  rows.push(...(await redirectGone(writer, persons, [...moved.keys()], personAfter)));
  for (let from = 0; from < rows.length; from += sliceSize) await writer.putPersons(rows.slice(from, from + sliceSize));
  await writeEvents(writer, drafts);
}

async function writeEvents(writer: StoreWriter, drafts: readonly EventDraft[]): Promise<void> {
  const { cursor } = await writer.head();
  for (let from = 0; from < drafts.length; from += sliceSize) {
    const slice = drafts.slice(from, from + sliceSize);
    const told = new Map<number, number[]>();
    const persons = [...new Set(slice.map(({ person }) => person))];
    for (const { person, client } of await writer.disclosuresOf(persons))
      told.set(person, [...(told.get(person) ?? []), client]);
    await writer.addEvents(
      slice.map(
        ({ type, person, detail }, i): Omit<EventRow, "moment"> => ({
          cursor: cursor + 1 + from + i,
          type,
          person,
          detail: JSON.stringify(detail),
          recipients: told.get(person) ?? [],
        }),
      ),
    );
  }
  const persons = [...new Set(drafts.map(({ person }) => person))];
  await writer.forgetDisclosures(persons);
}
