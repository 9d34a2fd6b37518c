// Brings a mirror up to what has been committed since a moment, by this process before a restart or by other servers.
// Reading a change twice does no harm, so what is committed while this reads may be seen in part: the next look sees it all.
import type { Moment, PersonStore, RecordRow } from "../../store/personStore.ts";
import type { Mirror } from "../indexState.ts";
import { parseFields } from "./parseFields.ts";

type ChangesReader = Pick<PersonStore, "recordsChangedSince" | "decisionsChangedSince" | "personsChangedSince">;

const sliceSize = 512;

export async function catchUp(store: ChangesReader, mirror: Mirror, since: Moment): Promise<void> {
  const records = await store.recordsChangedSince(since);
  const decisions = await store.decisionsChangedSince(since);
  // Read last, so that every person of a record is known.
  const persons = await store.personsChangedSince(since);
  applyRows(mirror, records);
  for (const person of persons) mirror.persons.putPerson(person);
  for (const { number, person, version } of records) mirror.persons.putRecord(number, person, version);
  for (const decision of decisions) mirror.decisions.put(decision);
}

/** Contents of records into the live index; rows by number, new numbers without gaps. */
export function applyRows({ live, persons }: Pick<Mirror, "live" | "persons">, rows: readonly RecordRow[]): void {
  const changed = rows.filter(({ number, version }) => persons.versionOf(number) !== version);
  for (let from = 0; from < changed.length; from += sliceSize) {
    const slice = changed.slice(from, from + sliceSize);
    const batch = live.standardise(
      slice.map(({ fields }) => parseFields(fields)),
      slice.map(({ source }) => source),
    );
    slice.forEach((row, at) => {
      // A withdrawn record keeps its number, so it must have come.
      if (!row.isWithdrawn || live.numberOf(row) < 0) live.put(row, batch, at);
      if (row.isWithdrawn) live.remove(row.number);
    });
  }
}
