// The writes of one batch on PostgreSQL, in a transaction that holds the write lock. Many rows go in one round trip: as
// arrays, or by COPY where they are many and new.
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
import type { Head } from "../rows/head.ts";
import { eventTable, membershipTable, personTable } from "../rows/personTable.ts";
import { recordTable, versionTable } from "../rows/recordTable.ts";
import { type Cell, columnList, replacementList, type Table, type TableShape } from "../rows/table.ts";
import { appendPostgresAudit } from "./postgresAudit.ts";
import { takingLock } from "./postgresLocks.ts";
import { PostgresReader } from "./postgresReader.ts";
import type { ConnectionSession } from "./postgresSession.ts";
import { columnsOf, unnesting } from "./unnest.ts";

/** Rows a statement, so that its text stays within a few MiB. */
const sliceRows = 10_000;

/** From how many rows on COPY is faster than arrays. */
const copyRowsMin = 500;

const inserting = (table: TableShape): string =>
  `insert into ${table.name} (${columnList(table)}) select * from ${unnesting(table)}`;

const putting = (table: TableShape): string =>
  `${inserting(table)} on conflict (${table.key.join(", ")}) do update set ${replacementList(table)}`;

const sql = {
  dropMemberships: "delete from memberships where record = any($1::bigint[]) and from_moment = $2",
  closeMemberships: "update memberships set to_moment = $2 where record = any($1::bigint[]) and to_moment is null",
  forgetReviewRecords: "delete from review_records where review = any($1::text[])",
  forgetDisclosures: "delete from disclosures where person = any($1::bigint[])",
  setSetting:
    "insert into settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
};

export interface BatchPlace {
  readonly session: ConnectionSession;
  readonly schema: string;
  /** The store before this batch. */
  readonly head: Head;
  readonly at: string;
}

export class PostgresWriter extends PostgresReader implements StoreWriter {
  readonly moment: Moment;
  readonly at: string;
  readonly #session: ConnectionSession;
  readonly #schema: string;
  /** Where the store stands with what this batch has put; nobody else writes. */
  #head: Head;
  #holdsAudit = false;
  #isOver = false;
  #failure: { readonly error: unknown } | null = null;

  constructor({ session, schema, head, at }: BatchPlace) {
    super(session);
    this.#session = session;
    this.#schema = schema;
    this.#head = head;
    this.moment = head.moment + 1;
    this.at = at;
  }

  override async head(): Promise<Head> {
    return this.#head;
  }

  putRecords(rows: readonly RecordRow[]): Promise<void> {
    return this.#put(() => this.#putNumbered(recordTable, "records", rows));
  }

  addVersions(rows: readonly VersionRow[]): Promise<void> {
    return this.#put(() => this.#append(versionTable, rows));
  }

  putPersons(rows: readonly PersonRow[]): Promise<void> {
    return this.#put(() => this.#putNumbered(personTable, "persons", rows));
  }

  openMemberships(rows: readonly { record: RecordNumber; person: PersonNumber }[]): Promise<void> {
    const from = this.moment;
    return this.#put(() => this.#append(membershipTable, rows, (row) => ({ ...row, from, to: null })));
  }

  closeMemberships(records: readonly RecordNumber[]): Promise<void> {
    if (records.length === 0) return Promise.resolve();
    return this.#put(async () => {
      // What began in this batch has not lasted.
      await this.#session.rows(sql.dropMemberships, [records, this.moment]);
      await this.#session.rows(sql.closeMemberships, [records, this.moment]);
    });
  }

  addEvents(rows: readonly Omit<EventRow, "moment">[]): Promise<void> {
    const { moment } = this;
    const cursor = rows.reduce((last, row) => Math.max(last, row.cursor), this.#head.cursor);
    this.#head = { ...this.#head, cursor };
    return this.#put(() => this.#append(eventTable, rows, (row) => ({ ...row, moment })));
  }

  putDecisions(rows: readonly DecisionRow[]): Promise<void> {
    const changedAt = this.moment;
    const decisions = rows.reduce((next, row) => Math.max(next, row.number + 1), this.#head.decisions);
    this.#head = { ...this.#head, decisions };
    return this.#put(() => this.#replace(decisionTable, lastOfEach(rows, "number"), (row) => ({ ...row, changedAt })));
  }

  putReviews(rows: readonly ReviewRow[]): Promise<void> {
    return this.#put(async () => {
      const reviews = lastOfEach(rows, "id");
      await this.#replace(reviewTable, reviews);
      await this.#session.rows(sql.forgetReviewRecords, [reviews.map(({ id }) => id)]);
      const about = reviews.flatMap(({ id, records }) =>
        [...new Set(records)].map((record) => ({ record, review: id })),
      );
      await this.#append(reviewRecordTable, about);
    });
  }

  /** Also keeps audit rows of others waiting until the commit, so that nobody is told what this batch supersedes unnoticed. */
  override async disclosuresOf(persons: readonly PersonNumber[]): Promise<Disclosure[]> {
    await this.#put(() => this.#holdAudit());
    return super.disclosuresOf(persons);
  }

  forgetDisclosures(persons: readonly PersonNumber[]): Promise<void> {
    if (persons.length === 0) return Promise.resolve();
    return this.#put(async () => {
      await this.#holdAudit();
      await this.#session.rows(sql.forgetDisclosures, [persons]);
    });
  }

  addAudit(rows: readonly AuditRow[]): Promise<void> {
    return this.#put(async () => {
      await this.#holdAudit();
      await appendPostgresAudit(this.#session, rows);
    });
  }

  setSetting(name: string, value: string): Promise<void> {
    return this.#put(() => this.#session.rows(sql.setSetting, [name, value]));
  }

  override async timesOf(moments: readonly Moment[]): Promise<string[]> {
    const known = await super.timesOf(moments.filter((moment) => moment !== this.moment));
    let next = 0;
    return moments.map((moment) => (moment === this.moment ? this.at : (known[next++] ?? "")));
  }

  /** Ends the batch. @throws what a put threw, even where the caller went on after it */
  async finish(): Promise<void> {
    await this.#put(async () => undefined);
    this.#isOver = true;
  }

  /** After this nothing can be written. */
  end(): void {
    this.#isOver = true;
  }

  async #put(action: () => Promise<unknown>): Promise<void> {
    if (this.#failure !== null) throw this.#failure.error;
    assert(!this.#isOver, "a writer was used after its batch");
    try {
      await action();
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  async #holdAudit(): Promise<void> {
    if (this.#holdsAudit) return;
    await this.#session.rows(`select ${takingLock(this.#schema, "audit")}`);
    this.#holdsAudit = true;
  }

  /** Appends the rows with new numbers, which is faster, and replaces the others. */
  async #putNumbered<Row extends { readonly number: number }>(
    table: Table<unknown, Row>,
    kind: "records" | "persons",
    given: readonly Row[],
  ): Promise<void> {
    const rows = lastOfEach(given, "number");
    const next = this.#head[kind];
    await this.#append(
      table,
      rows.filter(({ number }) => number >= next),
    );
    await this.#replace(
      table,
      rows.filter(({ number }) => number < next),
    );
    this.#head = { ...this.#head, [kind]: rows.reduce((last, row) => Math.max(last, row.number + 1), next) };
  }

  async #append<Given, Row>(
    table: Table<unknown, Row>,
    rows: readonly Given[],
    complete?: (row: Given) => Row,
  ): Promise<void> {
    for (const cells of slicesOf(table, rows, complete)) {
      if (cells.length >= copyRowsMin) await this.#session.copy(table, cells);
      else await this.#session.rows(inserting(table), columnsOf(table, cells));
    }
  }

  async #replace<Given, Row>(
    table: Table<unknown, Row>,
    rows: readonly Given[],
    complete?: (row: Given) => Row,
  ): Promise<void> {
    for (const cells of slicesOf(table, rows, complete)) {
      await this.#session.rows(putting(table), columnsOf(table, cells));
    }
  }
}

/** One statement cannot put a row twice: of rows with the same key the last counts. */
function lastOfEach<Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[] {
  return [...new Map(rows.map((row) => [row[key], row])).values()];
}

function* slicesOf<Given, Row>(
  table: Table<unknown, Row>,
  rows: readonly Given[],
  complete: ((row: Given) => Row) | undefined,
): Generator<Cell[][]> {
  const toCells = (row: Given): Cell[] =>
    table.toCells(complete === undefined ? (row as unknown as Row) : complete(row));
  for (let from = 0; from < rows.length; from += sliceRows) yield rows.slice(from, from + sliceRows).map(toCells);
}
