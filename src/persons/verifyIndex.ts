// Rebuilds the persons of a store from its facts alone, by a bulk run, and compares them with what the store and its
// snapshot hold. Differences name records and persons by number, never what they hold.
import type { Progress } from "../linkage/linkOptions.ts";
import { NamesakeError } from "../shared/errors.ts";
import type { PersonRow, PersonStore } from "../store/personStore.ts";
import { decisionsAmong } from "./load/decisionsAmong.ts";
import { derivePartition } from "./load/derivePartition.ts";
import { readStoredModel } from "./mirror/modelFiles.ts";
import { openMirror } from "./mirror/openMirror.ts";
import { type CollectedRecords, canonicalOrder, collectRecords, tableOf } from "./mirror/tableOfRows.ts";

export interface VerifyOptions {
  readonly store: PersonStore;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  readonly threads?: number;
}

export interface Verification {
  /** Records that are not withdrawn. */
  readonly records: number;
  readonly persons: number;
  /** Sentences; the first hundred. */
  readonly differences: readonly string[];
}

const differencesMax = 100;
const sliceSize = 10_000;

/** Times that it is read anew where a server wrote meanwhile. */
const triesMax = 3;

/**
 * What is read while a server writes fits together by luck alone, so differences count only where nothing was written.
 * @throws NamesakeError INDEX_CHANGING, MODEL_MISSING, MODEL_INVALID, STORE_*, INTERRUPTED
 */
export async function verifyIndex(options: VerifyOptions): Promise<Verification> {
  for (let tries = 1; ; tries += 1) {
    const { moment } = await options.store.head();
    const verification = await verifyOnce(options);
    if (verification.differences.length === 0 || (await options.store.head()).moment === moment) return verification;
    if (tries === triesMax) throw new NamesakeError("INDEX_CHANGING", `${triesMax} tries`);
  }
}

async function verifyOnce({ store, ...options }: VerifyOptions): Promise<Verification> {
  const { model } = await readStoredModel(store);
  const { records: total } = await store.head();
  const collected = await collectRecords(store, model, (done) =>
    options.onProgress?.({ stage: "read", done, total, unit: "records" }),
  );
  const order = canonicalOrder(collected);
  const placeOf = new Int32Array(collected.numbers.length).fill(-1);
  order.forEach((number, place) => {
    placeOf[number] = place;
  });
  const differences: string[] = [];
  const note = (sentence: string): void => {
    if (differences.length < differencesMax) differences.push(sentence);
  };
  collected.numbers.forEach((number, place) => {
    if (number !== place) note(`records: number ${place} is missing`);
  });
  const decisions = decisionsAmong(await store.decisionsAfter(-1), (record) => placeOf[record] ?? -1);
  const { clusterOf } = await derivePartition(model, tableOf(collected, order), decisions, options);
  comparePartitions(collected, order, clusterOf, note);
  const persons = await comparePersons(store, collected, note);
  await compareMemberships(store, collected, note);
  await compareMirror(store, collected, note);
  await checkEvents(store, note);
  return { records: order.length, persons, differences };
}

type Note = (sentence: string) => void;

/** Two partitions are one where clusters and persons stand for each other one to one. */
function comparePartitions({ persons }: CollectedRecords, order: Int32Array, clusterOf: Int32Array, note: Note): void {
  const personOf = new Map<number, number>();
  const clusterOfPerson = new Map<number, number>();
  order.forEach((record, place) => {
    const cluster = clusterOf[place] ?? -1;
    const person = persons[record] ?? -1;
    const expected = personOf.get(cluster);
    if (expected === undefined) personOf.set(cluster, person);
    else if (expected !== person)
      note(`record ${record}: facts put it with person ${expected}, the store with ${person}`);
    const other = clusterOfPerson.get(person);
    if (other === undefined) clusterOfPerson.set(person, cluster);
    else if (other !== cluster) note(`record ${record}: facts divide it from others of person ${person}`);
  });
}

/** Persons are current where they hold records, and only there. The number of current ones. */
async function comparePersons(store: PersonStore, { persons, isWithdrawn }: CollectedRecords, note: Note) {
  const holds = new Set<number>();
  persons.forEach((person, place) => {
    if (isWithdrawn[place] === true ? person !== -1 : person < 0)
      note(`record ${place}: its person does not fit its state`);
    if (person >= 0) holds.add(person);
  });
  let next = 0;
  for (;;) {
    const rows: PersonRow[] = await store.scanPersons(next, sliceSize);
    if (rows.length === 0) break;
    for (const { number, state, successors } of rows) {
      if (number !== next) note(`persons: number ${next} is missing`);
      next = number + 1;
      if (holds.has(number) !== (state === "current")) note(`person ${number}: ${state}, which its records deny`);
      for (const one of successors) if (!holds.has(one)) note(`person ${number}: its successor ${one} holds nothing`);
    }
  }
  for (const person of holds) if (person >= next) note(`person ${person}: has records but no row`);
  return holds.size;
}

async function compareMemberships(store: PersonStore, { persons }: CollectedRecords, note: Note): Promise<void> {
  for (let from = 0; from < persons.length; from += sliceSize) {
    const numbers = persons.slice(from, from + sliceSize).map((_, place) => from + place);
    const open = new Map<number, number>();
    for (const { record, person, to } of await store.membershipsOfRecords(numbers)) {
      if (to !== null) continue;
      if (open.has(record)) note(`record ${record}: two memberships last`);
      open.set(record, person);
    }
    for (const number of numbers) {
      if ((open.get(number) ?? -1) !== persons[number]) note(`record ${number}: its membership is of another person`);
    }
  }
}

/** The mirror as a start would make it. */
async function compareMirror(store: PersonStore, collected: CollectedRecords, note: Note): Promise<void> {
  const { mirror } = await openMirror(store);
  const { live, persons } = mirror;
  if (live.count !== collected.numbers.length) note(`mirror: ${live.count} records`);
  collected.numbers.forEach((number, place) => {
    if (live.count <= number) return;
    const { source, id } = live.keyOf(number);
    if (source !== collected.sources[place] || id !== collected.ids[place]) note(`mirror: record ${number} is another`);
    if (live.isPresent(number) === collected.isWithdrawn[place]) note(`mirror: record ${number} has another state`);
    if (persons.personOf(number) !== collected.persons[place]) note(`mirror: record ${number} has another person`);
    if (persons.versionOf(number) !== collected.versions[place]) note(`mirror: record ${number} has another version`);
  });
}

async function checkEvents(store: PersonStore, note: Note): Promise<void> {
  const { cursor } = await store.head();
  let last = 0;
  for (;;) {
    const events = await store.eventsAfter(last, sliceSize);
    if (events.length === 0) break;
    for (const event of events) {
      if (event.cursor !== last + 1) note(`events: cursor ${last + 1} is missing`);
      last = event.cursor;
    }
  }
  if (last !== cursor) note(`events: they end at ${last}, not ${cursor}`);
}
