// From touched records to rows: clusters of their components, persons, events with recipients, all written in few calls.
import type { EventRow, PersonNumber, PersonRow, RecordNumber } from "../../store/personStore.ts";
import type { EventCause, EventDetail } from "../eventDetail.ts";
import { type CauseOf, describeChanges, type EventDraft } from "../resolve/describeChanges.ts";
import { resolvePersons } from "../resolve/resolvePersons.ts";
import type { BatchDraft, Touch } from "./batchDraft.ts";
import { clustersAround } from "./clustersAround.ts";
import { redirectGone } from "./redirectGone.ts";
import { writeReviews } from "./writeReviews.ts";

/** Records that one cause names at most. */
const causeRecordsMax = 8;

/** Resolves what the batch touched and writes all its rows but audit; the events as written. */
export async function finishBatch(draft: BatchDraft): Promise<EventRow[]> {
  const { state } = draft;
  const { persons } = state.mirror;
  const touched = new Set(draft.touches.flatMap((touch) => [...touch.touched]));
  const clusters = clustersAround(state.mirror, touched);
  const withdrawn = [...draft.dirty].filter((record) => draft.rows.get(record)?.isWithdrawn === true);
  const personBefore = new Map(withdrawn.map((record) => [record, persons.personOf(record)]));
  const resolution = resolvePersons(clusters, withdrawn, persons, persons.personCount);
  const moved = new Map(resolution.moves.map((move) => [move.record, move.to]));
  const personAfter = (record: RecordNumber): PersonNumber => {
    const to = moved.get(record) ?? persons.personOf(record);
    return to >= 0 ? to : (personBefore.get(record) ?? -1);
  };
  const changes = [...draft.changes].map(([record, type]) => ({ record, type }));
  const drafts = describeChanges(resolution, changes, personAfter, causesOf(draft.touches));
  const personRows = [
    ...listPersonRows(draft, resolution, drafts),
    ...(await redirectGone(
      draft.writer,
      persons,
      resolution.moves.filter((move) => move.from >= 0 || isKnown(draft, move.record)).map(({ record }) => record),
      (record) => moved.get(record) ?? persons.personOf(record),
    )),
  ];
  for (const row of personRows) draft.putPerson(row);
  for (const { record, to } of resolution.moves) draft.movePerson(record, to);
  await writeRows(draft, resolution.moves, personRows);
  const events = await writeEvents(draft, drafts);
  await writeReviews(draft, clusters, resolution);
  return events;
}

/** True where the record had a number before this batch: it may have belonged to a person once. */
const isKnown = (draft: BatchDraft, record: RecordNumber): boolean => (draft.rows.get(record)?.version ?? 2) > 1;

/** Names causes by the touches of a batch: a record's own, or those that touched one of some records; of all where none did. */
function causesOf(touches: readonly Touch[]): CauseOf {
  const own = new Map<RecordNumber, Touch[]>();
  const near = new Map<RecordNumber, Touch[]>();
  const add = (to: Map<RecordNumber, Touch[]>, record: RecordNumber, touch: Touch): void => {
    const known = to.get(record);
    if (known === undefined) to.set(record, [touch]);
    else known.push(touch);
  };
  for (const touch of touches) {
    if (touch.record !== null) add(own, touch.record, touch);
    for (const record of touch.touched) add(near, record, touch);
  }
  const placeOf = new Map(touches.map((touch, place) => [touch, place]));
  return (records, isRecord) => {
    const met = new Set(records.flatMap((record) => (isRecord ? own : near).get(record) ?? []));
    const found = met.size > 0 || isRecord ? [...met] : touches;
    return nameCause(found.toSorted((a, b) => placeOf.get(a)! - placeOf.get(b)!));
  };
}

function nameCause(found: readonly Touch[]): EventCause {
  const kinds = found.map(({ kind }) => kind);
  const kind = kinds.includes("decision") ? "decision" : kinds.includes("record") ? "record" : "withdrawal";
  const causes = found.flatMap(({ record }) => record ?? []);
  const decisions = found.flatMap(({ decision }) => decision ?? []);
  return {
    kind,
    ...(causes.length === 0 ? {} : { records: [...new Set(causes)].slice(0, causeRecordsMax) }),
    ...(decisions.length === 0 ? {} : { decisions }),
  };
}

function listPersonRows(
  draft: BatchDraft,
  { created, fates }: ReturnType<typeof resolvePersons>,
  drafts: readonly EventDraft[],
): PersonRow[] {
  const { state, writer } = draft;
  const { persons } = state.mirror;
  const { moment } = writer;
  const rows = created.map(
    ({ person }): PersonRow => ({
      number: person,
      id: state.newId(),
      state: "current",
      successors: [],
      createdAt: moment,
      changedAt: moment,
    }),
  );
  const fateOf = new Map(fates.map((fate) => [fate.person, fate]));
  const isNew = new Set(created.map(({ person }) => person));
  const changed = new Set(drafts.map(({ person }) => person).filter((person) => !isNew.has(person)));
  for (const person of [...changed, ...fateOf.keys()].sort((a, b) => a - b)) {
    if (rows.at(-1)?.number === person) continue;
    const fate = fateOf.get(person);
    rows.push({
      number: person,
      id: persons.idOf(person),
      state: fate?.state ?? persons.stateOf(person),
      successors: fate === undefined || fate.state === "current" ? [] : fate.lostTo.map((share) => share.person),
      createdAt: persons.createdAt(person),
      changedAt: moment,
    });
  }
  return rows;
}

async function writeRows(
  draft: BatchDraft,
  moves: readonly { readonly record: RecordNumber; readonly from: PersonNumber; readonly to: PersonNumber }[],
  personRows: readonly PersonRow[],
): Promise<void> {
  const { writer, rows, dirty, state } = draft;
  const { persons } = state.mirror;
  const unread = moves.map(({ record }) => record).filter((record) => !rows.has(record));
  for (const row of await writer.recordsByNumber(unread)) if (row !== null) rows.set(row.number, row);
  const numbers = new Set([...dirty, ...moves.map(({ record }) => record)]);
  const changed = [...numbers]
    .sort((a, b) => a - b)
    .flatMap((record) => rows.get(record) ?? [])
    .map((row) => ({ ...row, person: persons.personOf(row.number), changedAt: writer.moment }));
  await writer.putRecords(changed);
  await writer.addVersions(draft.versions);
  await writer.putPersons(personRows);
  await writer.closeMemberships(moves.filter(({ from }) => from >= 0).map(({ record }) => record));
  await writer.openMemberships(moves.filter(({ to }) => to >= 0).map(({ record, to }) => ({ record, person: to })));
  await writer.putDecisions(draft.decisions);
}

/** Numbers the events and names those who had been given what is now superseded. */
async function writeEvents(draft: BatchDraft, drafts: readonly EventDraft[]): Promise<EventRow[]> {
  const { writer } = draft;
  const persons = [...new Set(drafts.map(({ person }) => person))].filter((person) => person >= 0);
  const told = new Map<PersonNumber, number[]>();
  for (const { person, client } of await writer.disclosuresOf(persons)) {
    told.set(person, [...(told.get(person) ?? []), client]);
  }
  const { cursor } = await writer.head();
  const events = drafts.map(({ type, person, detail }, index): EventRow => {
    const stored: EventDetail = detail;
    return {
      cursor: cursor + 1 + index,
      moment: writer.moment,
      type,
      person,
      detail: JSON.stringify(stored),
      recipients: told.get(person) ?? [],
    };
  });
  await writer.addEvents(events);
  await writer.forgetDisclosures([...told.keys()]);
  return events;
}
