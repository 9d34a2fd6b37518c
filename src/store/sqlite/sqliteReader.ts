// The reads of the contract as SQL for SQLite. A lookup of many rows is one prepared statement run many times: in process
// a call costs microseconds, less than a list of any length would cost to parse.
import { assert } from "../../shared/assert.ts";
import type {
  DecisionRow,
  EventRow,
  MembershipRow,
  Moment,
  PersonNumber,
  PersonRow,
  RecordKey,
  RecordNumber,
  RecordRow,
  ReviewRow,
  StoreReader,
  VersionRow,
} from "../personStore.ts";
import { type Disclosure, disclosureTable } from "../rows/clientTable.ts";
import { decisionTable, reviewTable } from "../rows/decisionTable.ts";
import { epoch, type Head, headFromCells, normaliseTime } from "../rows/head.ts";
import { eventTable, membershipTable, personTable } from "../rows/personTable.ts";
import { recordTable, versionTable } from "../rows/recordTable.ts";
import { type Cell, columnList, type Table } from "../rows/table.ts";
import type { SqliteConnection } from "./sqliteConnection.ts";

const selecting = <Row>(table: Table<Row, never>, rest: string): string =>
  `select ${columnList(table)} from ${table.name} ${rest}`;

const sql = {
  recordByKey: selecting(recordTable, "where source = ? and id = ?"),
  recordByNumber: selecting(recordTable, "where number = ?"),
  versions: selecting(versionTable, "where record = ? order by version"),
  personById: selecting(personTable, "where id = ?"),
  personByNumber: selecting(personTable, "where number = ?"),
  membershipsOfRecord: selecting(membershipTable, "where record = ? order by from_moment"),
  membershipsOfPerson: selecting(membershipTable, "where person = ? order by record, from_moment"),
  eventsAfter: selecting(eventTable, "where cursor > ? order by cursor limit ?"),
  eventsOfPerson: selecting(eventTable, "where person = ? order by cursor"),
  decisionById: selecting(decisionTable, "where id = ?"),
  decisionsAfter: selecting(decisionTable, "where number > ? order by number"),
  decisionsChangedSince: selecting(decisionTable, "where changed_at > ? order by number"),
  openReviews: selecting(reviewTable, "where state <> 'done' order by harm desc, id limit ?"),
  openReviewsAfter: selecting(
    reviewTable,
    "where state <> 'done' and harm <= ?1 and (harm < ?1 or id > ?2) order by harm desc, id limit ?3",
  ),
  reviewById: selecting(reviewTable, "where id = ?"),
  reviewsOfRecord: selecting(reviewTable, "where id in (select review from review_records where record = ?)"),
  head: `select (select max(moment) from moments), (select at from moments order by moment desc limit 1),
    (select max(cursor) from events), (select max(number) from records), (select max(number) from persons),
    (select max(number) from decisions)`,
  momentAt: "select moment from moments where at <= ? order by at desc, moment desc limit 1",
  timeOf: "select at from moments where moment = ?",
  disclosures: selecting(disclosureTable, "where person = ? order by client"),
};

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

export class SqliteReader implements StoreReader {
  protected readonly connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.connection = connection;
  }

  async recordsByKey(keys: readonly RecordKey[]): Promise<(RecordRow | null)[]> {
    return keys.map(({ source, id }) => this.#one(recordTable, sql.recordByKey, source, id));
  }

  async recordsByNumber(numbers: readonly RecordNumber[]): Promise<(RecordRow | null)[]> {
    return numbers.map((number) => this.#one(recordTable, sql.recordByNumber, number));
  }

  async versionsOf(record: RecordNumber): Promise<VersionRow[]> {
    return this.list(versionTable, sql.versions, record);
  }

  async personsById(ids: readonly string[]): Promise<(PersonRow | null)[]> {
    return ids.map((id) => this.#one(personTable, sql.personById, id));
  }

  async personsByNumber(numbers: readonly PersonNumber[]): Promise<(PersonRow | null)[]> {
    return numbers.map((number) => this.#one(personTable, sql.personByNumber, number));
  }

  async membershipsOfRecords(records: readonly RecordNumber[]): Promise<MembershipRow[]> {
    return ascending(records).flatMap((record) => this.list(membershipTable, sql.membershipsOfRecord, record));
  }

  async membershipsOfPersons(persons: readonly PersonNumber[]): Promise<MembershipRow[]> {
    return ascending(persons).flatMap((person) => this.list(membershipTable, sql.membershipsOfPerson, person));
  }

  async eventsAfter(cursor: number, limit: number): Promise<EventRow[]> {
    return this.list(eventTable, sql.eventsAfter, cursor, limit);
  }

  async eventsOfPerson(person: PersonNumber): Promise<EventRow[]> {
    return this.list(eventTable, sql.eventsOfPerson, person);
  }

  async decisionById(id: string): Promise<DecisionRow | null> {
    return this.#one(decisionTable, sql.decisionById, id);
  }

  async decisionsAfter(afterNumber: number): Promise<DecisionRow[]> {
    return this.list(decisionTable, sql.decisionsAfter, afterNumber);
  }

  async decisionsChangedSince(moment: Moment): Promise<DecisionRow[]> {
    return this.list(decisionTable, sql.decisionsChangedSince, moment);
  }

  async openReviews(limit: number, after: { harm: number; id: string } | null): Promise<ReviewRow[]> {
    return after === null
      ? this.list(reviewTable, sql.openReviews, limit)
      : this.list(reviewTable, sql.openReviewsAfter, after.harm, after.id, limit);
  }

  async reviewById(id: string): Promise<ReviewRow | null> {
    return this.#one(reviewTable, sql.reviewById, id);
  }

  async reviewsOfRecords(records: readonly RecordNumber[]): Promise<ReviewRow[]> {
    const found = ascending(records).flatMap((record) => this.list(reviewTable, sql.reviewsOfRecord, record));
    const byId = new Map(found.map((review) => [review.id, review]));
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async head(): Promise<Head> {
    return headFromCells(this.connection.get(sql.head) ?? []);
  }

  async momentAt(at: string): Promise<Moment> {
    return (this.connection.value(sql.momentAt, normaliseTime(at)) as number | null) ?? 0;
  }

  async timesOf(moments: readonly Moment[]): Promise<string[]> {
    return moments.map((moment) => {
      const at = moment === 0 ? epoch : this.connection.value(sql.timeOf, moment);
      assert(at !== null, `there is no moment ${moment}`);
      return at as string;
    });
  }

  async disclosuresOf(persons: readonly PersonNumber[]): Promise<Disclosure[]> {
    return ascending(persons).flatMap((person) => this.list(disclosureTable, sql.disclosures, person));
  }

  protected list<Row>(table: Table<Row, never>, statement: string, ...values: Cell[]): Row[] {
    return this.connection.all(statement, ...values).map(table.fromCells);
  }

  #one<Row>(table: Table<Row, never>, statement: string, ...values: Cell[]): Row | null {
    const cells = this.connection.get(statement, ...values);
    return cells === null ? null : table.fromCells(cells);
  }
}
