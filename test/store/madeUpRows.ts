// Rows for tests of stores: everything has a plain default, and a test says what matters to it.
import type {
  AuditRow,
  DecisionRow,
  EventRow,
  PersonRow,
  PersonStore,
  RecordRow,
  ReviewRow,
  StoreWriter,
  VersionRow,
} from "../../src/store/personStore.ts";

export const keyOf = (number: number) => ({ source: number % 2 === 0 ? "north" : "south", id: `r${number}` });

export const personIdOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const recordRow = (number: number, changes: Partial<RecordRow> = {}): RecordRow => ({
  number,
  ...keyOf(number),
  version: 1,
  sourceVersion: null,
  fields: "{}",
  observedAt: null,
  moment: 1,
  client: 1,
  isWithdrawn: false,
  person: number,
  changedAt: 1,
  ...changes,
});

export const versionRow = (record: number, version: number, changes: Partial<VersionRow> = {}): VersionRow => ({
  record,
  version,
  sourceVersion: null,
  fields: "{}",
  observedAt: null,
  moment: 1,
  client: 1,
  isWithdrawn: false,
  ...changes,
});

export const personRow = (number: number, changes: Partial<PersonRow> = {}): PersonRow => ({
  number,
  id: personIdOf(number),
  state: "current",
  successors: [],
  createdAt: 1,
  changedAt: 1,
  ...changes,
});

export const eventRow = (
  cursor: number,
  changes: Partial<Omit<EventRow, "moment">> = {},
): Omit<EventRow, "moment"> => ({
  cursor,
  type: "person.created",
  person: 0,
  detail: "{}",
  recipients: [],
  ...changes,
});

export const decisionRow = (number: number, changes: Partial<DecisionRow> = {}): DecisionRow => ({
  number,
  id: `decision-${number}`,
  kind: "same",
  groups: [[0, 1]],
  reason: "seen together",
  client: 1,
  moment: 1,
  withdrawnAt: null,
  withdrawnBy: null,
  ...changes,
});

export const reviewRow = (id: string, changes: Partial<ReviewRow> = {}): ReviewRow => ({
  id,
  kind: "doubtful",
  records: [0, 1],
  harm: 1,
  state: "open",
  claimedBy: null,
  claimedAt: null,
  openedAt: 1,
  changedAt: 1,
  ...changes,
});

export const auditRow = (client: number, persons: readonly number[], changes: Partial<AuditRow> = {}): AuditRow => ({
  at: "2026-01-02T03:04:05.678Z",
  client,
  purpose: "benefit",
  route: "GET /v1/persons/{id}",
  status: 200,
  persons,
  records: [],
  ...changes,
});

/** Commits `count` new records, each a person of its own with its event, as one batch; answers their numbers. */
export function addPeople(store: PersonStore, count: number): Promise<number[]> {
  return store.write(async (writer) => {
    const head = await writer.head();
    const numbers = Array.from({ length: count }, (_, index) => head.records + index);
    await writePeople(writer, numbers, head.cursor);
    return numbers;
  });
}

/** Writes records, persons, memberships and events of the same numbers. */
export async function writePeople(writer: StoreWriter, numbers: readonly number[], cursor: number): Promise<void> {
  const now = { moment: writer.moment, changedAt: writer.moment };
  await writer.putRecords(numbers.map((number) => recordRow(number, now)));
  await writer.putPersons(
    numbers.map((number) => personRow(number, { createdAt: writer.moment, changedAt: writer.moment })),
  );
  await writer.openMemberships(numbers.map((number) => ({ record: number, person: number })));
  await writer.addEvents(numbers.map((person, index) => eventRow(cursor + 1 + index, { person })));
}
