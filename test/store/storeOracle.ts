// What a store has to answer, in the most naive way: arrays that are searched from one end to the other.
import type {
  AuditRow,
  DecisionRow,
  EventRow,
  MembershipRow,
  PersonRow,
  RecordRow,
  ReviewRow,
  StoreReader,
  VersionRow,
} from "../../src/store/personStore.ts";

interface Disclosure {
  readonly person: number;
  readonly client: number;
}

export interface OracleState {
  readonly moments: { moment: number; at: string }[];
  readonly records: RecordRow[];
  readonly versions: VersionRow[];
  readonly persons: PersonRow[];
  readonly memberships: MembershipRow[];
  readonly events: EventRow[];
  readonly decisions: (DecisionRow & { changedAt: number })[];
  readonly reviews: ReviewRow[];
  readonly disclosures: Disclosure[];
  readonly audit: AuditRow[];
}

export const emptyState = (): OracleState => ({
  moments: [],
  records: [],
  versions: [],
  persons: [],
  memberships: [],
  events: [],
  decisions: [],
  reviews: [],
  disclosures: [],
  audit: [],
});

function replace<Row>(rows: Row[], row: Row, isSame: (other: Row) => boolean): void {
  const place = rows.findIndex(isSame);
  if (place < 0) rows.push(row);
  else rows[place] = row;
}

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nextNumber = (rows: readonly { number: number }[]): number =>
  Math.max(-1, ...rows.map(({ number }) => number)) + 1;
const withoutChange = ({ changedAt: _, ...row }: DecisionRow & { changedAt: number }): DecisionRow => row;

export class OracleReader implements StoreReader {
  readonly state: OracleState;

  constructor(state: OracleState) {
    this.state = state;
  }

  async recordsByKey(keys: readonly { source: string; id: string }[]) {
    return keys.map(
      ({ source, id }) => this.state.records.find((row) => row.source === source && row.id === id) ?? null,
    );
  }

  async recordsByNumber(numbers: readonly number[]) {
    return numbers.map((number) => this.state.records.find((row) => row.number === number) ?? null);
  }

  async versionsOf(record: number) {
    return this.state.versions.filter((row) => row.record === record).sort((a, b) => a.version - b.version);
  }

  async personsById(ids: readonly string[]) {
    return ids.map((id) => this.state.persons.find((row) => row.id === id) ?? null);
  }

  async personsByNumber(numbers: readonly number[]) {
    return numbers.map((number) => this.state.persons.find((row) => row.number === number) ?? null);
  }

  async membershipsOfRecords(records: readonly number[]) {
    const found = this.state.memberships.filter(({ record }) => records.includes(record));
    return found.sort((a, b) => a.record - b.record || a.from - b.from);
  }

  async membershipsOfPersons(persons: readonly number[]) {
    const found = this.state.memberships.filter(({ person }) => persons.includes(person));
    return found.sort((a, b) => a.person - b.person || a.record - b.record || a.from - b.from);
  }

  async eventsAfter(cursor: number, limit: number) {
    return this.state.events.filter((row) => row.cursor > cursor).slice(0, limit);
  }

  async eventsOfPerson(person: number) {
    return this.state.events.filter((row) => row.person === person);
  }

  async decisionById(id: string) {
    return this.state.decisions.filter((row) => row.id === id).map(withoutChange)[0] ?? null;
  }

  async decisionsAfter(afterNumber: number) {
    const found = this.state.decisions.filter(({ number }) => number > afterNumber);
    return found.sort((a, b) => a.number - b.number).map(withoutChange);
  }

  async decisionsChangedSince(moment: number) {
    const found = this.state.decisions.filter(({ changedAt }) => changedAt > moment);
    return found.sort((a, b) => a.number - b.number).map(withoutChange);
  }

  async openReviews(limit: number, after: { harm: number; id: string } | null) {
    const inOrder = (a: { harm: number; id: string }, b: { harm: number; id: string }) =>
      b.harm - a.harm || textOrder(a.id, b.id);
    const open = this.state.reviews.filter(
      (row) => row.state !== "done" && (after === null || inOrder(row, after) > 0),
    );
    return open.sort(inOrder).slice(0, limit);
  }

  async reviewById(id: string) {
    return this.state.reviews.find((row) => row.id === id) ?? null;
  }

  async reviewsOfRecords(records: readonly number[]) {
    const found = this.state.reviews.filter((row) => row.records.some((record) => records.includes(record)));
    return found.sort((a, b) => textOrder(a.id, b.id));
  }

  async head() {
    const last = this.state.moments.at(-1);
    return {
      moment: last?.moment ?? 0,
      at: last?.at ?? "1970-01-01T00:00:00.000Z",
      cursor: this.state.events.at(-1)?.cursor ?? 0,
      records: nextNumber(this.state.records),
      persons: nextNumber(this.state.persons),
      decisions: nextNumber(this.state.decisions),
    };
  }

  async momentAt(at: string) {
    return this.state.moments.findLast((row) => row.at <= at)?.moment ?? 0;
  }

  async timesOf(moments: readonly number[]) {
    return moments.map((moment) => this.state.moments.find((row) => row.moment === moment)?.at ?? "");
  }

  async disclosuresOf(persons: readonly number[]) {
    const found = this.state.disclosures.filter(({ person }) => persons.includes(person));
    return found.sort((a, b) => a.person - b.person || a.client - b.client);
  }
}

/** Changes a state as the batch of this moment would. */
export class OracleWriter extends OracleReader {
  readonly moment: number;

  constructor(state: OracleState, moment: number) {
    super(state);
    this.moment = moment;
  }

  putRecords(rows: readonly RecordRow[]): void {
    for (const row of rows) replace(this.state.records, row, ({ number }) => number === row.number);
  }

  addVersions(rows: readonly VersionRow[]): void {
    this.state.versions.push(...rows);
  }

  putPersons(rows: readonly PersonRow[]): void {
    for (const row of rows) replace(this.state.persons, row, ({ number }) => number === row.number);
  }

  openMemberships(rows: readonly { record: number; person: number }[]): void {
    this.state.memberships.push(...rows.map((row) => ({ ...row, from: this.moment, to: null })));
  }

  closeMemberships(records: readonly number[]): void {
    const kept = this.state.memberships
      .filter(({ record, from }) => !(records.includes(record) && from === this.moment))
      .map((row) => (records.includes(row.record) && row.to === null ? { ...row, to: this.moment } : row));
    this.state.memberships.splice(0, Number.POSITIVE_INFINITY, ...kept);
  }

  addEvents(rows: readonly Omit<EventRow, "moment">[]): void {
    this.state.events.push(...rows.map((row) => ({ ...row, moment: this.moment })));
  }

  putDecisions(rows: readonly DecisionRow[]): void {
    for (const row of rows) {
      replace(this.state.decisions, { ...row, changedAt: this.moment }, ({ number }) => number === row.number);
    }
  }

  putReviews(rows: readonly ReviewRow[]): void {
    for (const row of rows) replace(this.state.reviews, row, ({ id }) => id === row.id);
  }

  forgetDisclosures(persons: readonly number[]): void {
    const kept = this.state.disclosures.filter(({ person }) => !persons.includes(person));
    this.state.disclosures.splice(0, Number.POSITIVE_INFINITY, ...kept);
  }

  addAudit(rows: readonly AuditRow[]): void {
    this.state.audit.push(...rows);
    for (const { client, persons } of rows) {
      for (const person of persons) {
        const isSame = (other: Disclosure) => other.person === person && other.client === client;
        replace(this.state.disclosures, { person, client }, isSame);
      }
    }
  }
}
