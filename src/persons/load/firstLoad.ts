// A run into an empty store: its clusters are its persons, since bulk and real time come to the same.
import { LiveIndex, type Model } from "../../linkage/index.ts";
import type { KnownRun } from "../../linkage/live/adoptRecords.ts";
import type { RecordTable } from "../../linkage/read/recordTable.ts";
import type { StandardRecords } from "../../linkage/standardise/standardRecords.ts";
import type { EventRow, PersonRow, RecordRow, StoreWriter } from "../../store/personStore.ts";
import { operatorNumber } from "../clientNames.ts";
import { PersonTable } from "../mirror/personTable.ts";
import { createFieldTexts } from "./fieldTexts.ts";

export interface FirstLoad {
  readonly model: Model;
  readonly table: RecordTable;
  readonly records: StandardRecords;
  /** Per place of the table its cluster, any numbers from 0 on. */
  readonly clusterOf: Int32Array;
  /** What the run found of the records; null where it is to be found when it is asked for. */
  readonly known: KnownRun | null;
  readonly newId: () => string;
  /** Told how many records are written; waits where it lets others run, and ends the load where it throws. */
  readonly onProgress: (done: number) => Promise<void>;
}

const sliceSize = 20_000;

/** Writes all rows of the records and their persons; numbers follow canonical order. */
export async function writeFirstLoad(
  writer: StoreWriter,
  load: FirstLoad,
): Promise<{ live: LiveIndex; persons: PersonTable }> {
  const { table, model, records } = load;
  const personOf = numberPersons(load.clusterOf);
  const persons = await writePersons(writer, load, personOf);
  const fieldsAt = createFieldTexts(table);
  for (let from = 0; from < table.recordCount; from += sliceSize) {
    const to = Math.min(from + sliceSize, table.recordCount);
    const rows: RecordRow[] = [];
    for (let place = from; place < to; place += 1) rows.push(toRow(writer, table, place, personOf[place]!, fieldsAt));
    await writer.putRecords(rows);
    await writer.openMemberships(rows.map(({ number, person }) => ({ record: number, person })));
    for (const { number, person, version } of rows) persons.putRecord(number, person, version);
    await load.onProgress(to);
  }
  await writeEvents(writer, persons);
  return { live: LiveIndex.fromRecords(model, table, records, load.known), persons };
}

/** Clusters numbered in the order of their first records. */
function numberPersons(clusterOf: Int32Array): Int32Array {
  const numberOf = new Map<number, number>();
  return clusterOf.map((cluster) => {
    const known = numberOf.get(cluster);
    if (known !== undefined) return known;
    numberOf.set(cluster, numberOf.size);
    return numberOf.size - 1;
  });
}

async function writePersons(writer: StoreWriter, { newId }: FirstLoad, personOf: Int32Array): Promise<PersonTable> {
  const { moment } = writer;
  const persons = new PersonTable();
  const count = personOf.reduce((most, person) => Math.max(most, person + 1), 0);
  for (let from = 0; from < count; from += sliceSize) {
    const rows: PersonRow[] = [];
    for (let number = from; number < Math.min(from + sliceSize, count); number += 1) {
      const row: PersonRow = {
        number,
        id: newId(),
        state: "current",
        successors: [],
        createdAt: moment,
        changedAt: moment,
      };
      rows.push(row);
      persons.putPerson(row);
    }
    await writer.putPersons(rows);
  }
  return persons;
}

function toRow(
  { moment }: StoreWriter,
  { sources, sourceOf, recordIds }: RecordTable,
  place: number,
  person: number,
  fieldsAt: (place: number) => string,
): RecordRow {
  return {
    number: place,
    source: sources[sourceOf[place]!] ?? "",
    id: recordIds.at(place),
    version: 1,
    sourceVersion: null,
    fields: fieldsAt(place),
    observedAt: null,
    moment,
    client: operatorNumber,
    isWithdrawn: false,
    person,
    changedAt: moment,
  };
}

/** Records added, then persons created. */
async function writeEvents(writer: StoreWriter, persons: PersonTable): Promise<void> {
  const { cursor } = await writer.head();
  const { recordCount, personCount } = persons;
  const total = recordCount + personCount;
  for (let from = 0; from < total; from += sliceSize) {
    const events: Omit<EventRow, "moment">[] = [];
    for (let index = from; index < Math.min(from + sliceSize, total); index += 1) {
      const isRecord = index < recordCount;
      const person = isRecord ? persons.personOf(index) : index - recordCount;
      const records = isRecord ? `[${index}]` : JSON.stringify(persons.recordsOf(person));
      events.push({
        cursor: cursor + 1 + index,
        type: isRecord ? "record.added" : "person.created",
        person,
        detail: `{"cause":{"kind":"load"},"records":${records}}`,
        recipients: [],
      });
    }
    await writer.addEvents(events);
  }
}
