// The writes of one batch on SQLite. The transaction begins with the first write (or with `disclosuresOf`, whose answer
// must hold until the commit), so that a batch which still thinks does not keep audit rows waiting.
import { assert } from "../../shared/assert.ts";
import type {
  AuditRow,
  DecisionRow,
  EventRow,
  Moment,
  PersonNumber,
  PersonRow,
  RecordNumber,
  RecordRow,
  ReviewRow,
  StoreWriter,
  VersionRow,
} from "../personStore.ts";
import type { Disclosure } from "../rows/clientTable.ts";
import { decisionTable, reviewRecordTable, reviewTable } from "../rows/decisionTable.ts";
import { eventTable, membershipTable, personTable } from "../rows/personTable.ts";
import { recordTable, versionTable } from "../rows/recordTable.ts";
import { columnList, replacementList, type Table, type TableShape } from "../rows/table.ts";
import { appendAudit } from "./appendAudit.ts";
import { SqliteReader } from "./sqliteReader.ts";
import type { WriteLane } from "./writeLane.ts";

const inserting = (table: TableShape): string =>
  `insert into ${table.name} (${columnList(table)}) values (${table.columns.map(() => "?").join(", ")})`;

const putting = (table: TableShape): string =>
  `${inserting(table)} on conflict (${table.key.join(", ")}) do update set ${replacementList(table)}`;

const sql = {
  putRecord: putting(recordTable),
  addVersion: inserting(versionTable),
  putPerson: putting(personTable),
  openMembership: inserting(membershipTable),
  dropMembership: "delete from memberships where record = ?1 and from_moment = ?2",
  closeMembership: "update memberships set to_moment = ?2 where record = ?1 and to_moment is null",
  addEvent: inserting(eventTable),
  putDecision: putting(decisionTable),
  putReview: putting(reviewTable),
  forgetReviewRecords: "delete from review_records where review = ?",
  addReviewRecord: `${inserting(reviewRecordTable)} on conflict do nothing`,
  forgetDisclosures: "delete from disclosures where person = ?",
  addMoment: "insert into moments (moment, at) values (?, ?)",
  setSetting:
    "insert into settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
};

export class SqliteWriter extends SqliteReader implements StoreWriter {
  readonly moment: Moment;
  readonly at: string;
  readonly #lane: WriteLane;
  #isOver = false;
  #failure: { readonly error: unknown } | null = null;

  constructor(lane: WriteLane, moment: Moment, at: string) {
    super(lane.connection);
    this.#lane = lane;
    this.moment = moment;
    this.at = at;
  }

  putRecords(rows: readonly RecordRow[]): Promise<void> {
    return this.#put(() => this.#rows(recordTable, sql.putRecord, rows));
  }

  addVersions(rows: readonly VersionRow[]): Promise<void> {
    return this.#put(() => this.#rows(versionTable, sql.addVersion, rows));
  }

  putPersons(rows: readonly PersonRow[]): Promise<void> {
    return this.#put(() => this.#rows(personTable, sql.putPerson, rows));
  }

  openMemberships(rows: readonly { record: RecordNumber; person: PersonNumber }[]): Promise<void> {
    const from = this.moment;
    return this.#put(() =>
      this.#rows(membershipTable, sql.openMembership, rows, (row) => ({ ...row, from, to: null })),
    );
  }

  closeMemberships(records: readonly RecordNumber[]): Promise<void> {
    return this.#put(() => {
      for (const record of records) {
        // What began in this batch has not lasted.
        if (this.connection.run(sql.dropMembership, record, this.moment) > 0) continue;
        this.connection.run(sql.closeMembership, record, this.moment);
      }
    });
  }

  addEvents(rows: readonly Omit<EventRow, "moment">[]): Promise<void> {
    const { moment } = this;
    return this.#put(() => this.#rows(eventTable, sql.addEvent, rows, (row) => ({ ...row, moment })));
  }

  putDecisions(rows: readonly DecisionRow[]): Promise<void> {
    const changedAt = this.moment;
    return this.#put(() => this.#rows(decisionTable, sql.putDecision, rows, (row) => ({ ...row, changedAt })));
  }

  putReviews(rows: readonly ReviewRow[]): Promise<void> {
    return this.#put(() => {
      this.#rows(reviewTable, sql.putReview, rows);
      for (const { id, records } of rows) {
        this.connection.run(sql.forgetReviewRecords, id);
        for (const record of records) this.connection.run(sql.addReviewRecord, record, id);
      }
    });
  }

  override async disclosuresOf(persons: readonly PersonNumber[]): Promise<Disclosure[]> {
    await this.#put(() => undefined);
    return super.disclosuresOf(persons);
  }

  forgetDisclosures(persons: readonly PersonNumber[]): Promise<void> {
    return this.#put(() =>
      this.connection.runAll(
        sql.forgetDisclosures,
        persons.map((person) => [person]),
      ),
    );
  }

  addAudit(rows: readonly AuditRow[]): Promise<void> {
    return this.#put(() => appendAudit(this.connection, rows));
  }

  setSetting(name: string, value: string): Promise<void> {
    return this.#put(() => void this.connection.run(sql.setSetting, name, value));
  }

  override async timesOf(moments: readonly Moment[]): Promise<string[]> {
    const known = await super.timesOf(moments.filter((moment) => moment !== this.moment));
    let next = 0;
    return moments.map((moment) => (moment === this.moment ? this.at : (known[next++] ?? "")));
  }

  /** Adds the moment itself. @throws what a put threw, even where the caller went on after it */
  async finish(): Promise<void> {
    await this.#put(() => void this.connection.run(sql.addMoment, this.moment, this.at));
    this.#isOver = true;
  }

  /** After this nothing can be written. */
  end(): void {
    this.#isOver = true;
  }

  async #put(action: () => void): Promise<void> {
    if (this.#failure !== null) throw this.#failure.error;
    assert(!this.#isOver, "a writer was used after its batch");
    try {
      await this.#lane.begin();
      assert(!this.#isOver, "a batch did not wait for its own writes");
      action();
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  #rows<Given, Row>(
    table: Table<unknown, Row>,
    statement: string,
    rows: readonly Given[],
    complete?: (row: Given) => Row,
  ): void {
    const cells = function* () {
      for (const row of rows) yield table.toCells(complete === undefined ? (row as unknown as Row) : complete(row));
    };
    this.connection.runAll(statement, cells());
  }
}
