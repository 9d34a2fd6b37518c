// A resolution as events: records first, then persons, each with its cause.
import type { EventRow, PersonNumber, RecordNumber } from "../../store/personStore.ts";
import type { DetailShare, EventCause, EventDetail } from "../eventDetail.ts";
import type { PersonFate, Resolution, Share } from "./resolvePersons.ts";

export interface RecordChange {
  readonly record: RecordNumber;
  readonly type: "record.added" | "record.changed" | "record.withdrawn";
}

export interface EventDraft {
  readonly type: EventRow["type"];
  readonly person: PersonNumber;
  readonly detail: EventDetail;
}

/** Why something happened to these records. */
export type CauseOf = (records: readonly RecordNumber[], recordChange: boolean) => EventCause;

/**
 * Events of a resolution in a stated order: records by number, then persons created, merged, split, changed, each by number.
 * @param personAfter person of a record now, before for withdrawn ones
 */
export function describeChanges(
  resolution: Resolution,
  changes: readonly RecordChange[],
  personAfter: (record: RecordNumber) => PersonNumber,
  causeOf: CauseOf,
): EventDraft[] {
  const drafts = [...changes]
    .sort((a, b) => a.record - b.record)
    .map(({ record, type }): EventDraft => {
      const records = [record];
      return { type, person: personAfter(record), detail: { cause: causeOf(records, true), records } };
    });
  const draft = (type: EventRow["type"], person: PersonNumber, detail: Omit<EventDetail, "cause">): void => {
    drafts.push({ type, person, detail: { cause: causeOf(detail.records, false), ...detail } });
  };
  for (const { person, records, gainedFrom } of resolution.created) {
    draft("person.created", person, { records, ...from(gainedFrom) });
  }
  const { fates } = resolution;
  for (const { person, recordsBefore, lostTo } of fates.filter(({ state }) => state === "merged")) {
    draft("person.merged", person, { records: recordsBefore, into: toShares(lostTo) });
  }
  for (const fate of fates) if (isSplit(fate)) draft("person.split", fate.person, splitDetail(fate));
  const edited = groupEdited(changes, resolution, personAfter);
  for (const { person, records, gainedFrom } of listChanged(fates, edited)) {
    draft("person.changed", person, { records, ...from(gainedFrom) });
  }
  return drafts;
}

/** True where records went to other persons, and not all to one. */
const isSplit = ({ state, lostTo }: PersonFate): boolean =>
  state === "split" || (state === "current" && lostTo.length > 0);

const splitDetail = ({ state, lostTo }: PersonFate): Omit<EventDetail, "cause"> => ({
  records: lostTo.flatMap(({ records }) => records).sort((a, b) => a - b),
  into: toShares(lostTo),
  kept: state === "current",
});

const from = (shares: readonly Share[]): { from?: readonly DetailShare[] } => {
  const persons = shares.filter(({ person }) => person >= 0);
  return persons.length === 0 ? {} : { from: toShares(persons) };
};

const toShares = (shares: readonly Share[]): DetailShare[] =>
  shares.map(({ person, records }): DetailShare => [person, records]);

/** Records with new content, by the person that holds them still. */
function groupEdited(
  changes: readonly RecordChange[],
  { moves }: Resolution,
  personAfter: (record: RecordNumber) => PersonNumber,
): Map<PersonNumber, RecordNumber[]> {
  const moved = new Set(moves.map(({ record }) => record));
  const edited = new Map<PersonNumber, RecordNumber[]>();
  for (const { record, type } of changes) {
    if (type !== "record.changed" || moved.has(record)) continue;
    const person = personAfter(record);
    edited.set(person, [...(edited.get(person) ?? []), record]);
  }
  return edited;
}

interface ChangedPerson {
  readonly person: PersonNumber;
  readonly records: readonly RecordNumber[];
  readonly gainedFrom: readonly Share[];
}

/** Persons whose view changed other than by losing records to another: gained, withdrawn or edited records. */
function listChanged(fates: readonly PersonFate[], edited: Map<PersonNumber, RecordNumber[]>): ChangedPerson[] {
  const changed = new Map<PersonNumber, ChangedPerson>();
  for (const { person, state, recordsBefore, recordsAfter, lostTo, gainedFrom } of fates) {
    if (state === "merged" || state === "split") continue;
    const left = new Set(recordsAfter);
    const lost = new Set(lostTo.flatMap(({ records }) => records));
    const withdrawn = recordsBefore.filter((record) => !left.has(record) && !lost.has(record));
    const gained = gainedFrom.flatMap(({ records }) => records);
    const records = [...gained, ...withdrawn];
    if (records.length > 0) changed.set(person, { person, records, gainedFrom });
  }
  for (const [person, records] of edited) {
    const known = changed.get(person);
    changed.set(person, {
      person,
      records: [...(known?.records ?? []), ...records],
      gainedFrom: known?.gainedFrom ?? [],
    });
  }
  const ascending = (records: readonly RecordNumber[]): RecordNumber[] => [...records].sort((a, b) => a - b);
  return [...changed.values()]
    .sort((a, b) => a.person - b.person)
    .map((change) => ({ ...change, records: ascending(change.records) }));
}
