// The reads of the contract as SQL for PostgreSQL: one round trip each, whatever the length of the list.
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
import { type Cell, columnList, type Table, type TableShape } from "../rows/table.ts";
import type { Parameter, PostgresSession } from "./postgresSession.ts";

const selecting = (table: TableShape, rest: string): string => `select ${columnList(table)} from ${table.name} ${rest}`;

/** Rows of a list of keys, each with the place (from 1) of its key in front. */
const lookingUp = (table: TableShape, keys: readonly (readonly [column: string, type: string])[]): string =>
  `select k.place, ${table.columns.map(([name]) => `t.${name}`).join(", ")}
  from unnest(${keys.map(([, type], index) => `$${index + 1}::${type}[]`).join(", ")})
    with ordinality as k (${keys.map(([name]) => `key_${name}`).join(", ")}, place)
  join ${table.name} t on ${keys.map(([name]) => `t.${name} = k.key_${name}`).join(" and ")}`;

export const headSql = `select (select max(moment) from moments), (select at from moments order by moment desc limit 1),
  (select max(cursor) from events), (select max(number) from records), (select max(number) from persons),
  (select max(number) from decisions)`;

const sql = {
  recordsByKey: lookingUp(recordTable, [
    ["source", "text"],
    ["id", "text"],
  ]),
  recordsByNumber: lookingUp(recordTable, [["number", "bigint"]]),
  versions: selecting(versionTable, "where record = $1 order by version"),
  personsById: lookingUp(personTable, [["id", "text"]]),
  personsByNumber: lookingUp(personTable, [["number", "bigint"]]),
  membershipsOfRecords: selecting(membershipTable, "where record = any($1::bigint[]) order by record, from_moment"),
  membershipsOfPersons: selecting(
    membershipTable,
    "where person = any($1::bigint[]) order by person, record, from_moment",
  ),
  eventsAfter: selecting(eventTable, "where cursor > $1 order by cursor limit $2"),
  eventsOfPerson: selecting(eventTable, "where person = $1 order by cursor"),
  decisionById: selecting(decisionTable, "where id = $1"),
  decisionsAfter: selecting(decisionTable, "where number > $1 order by number"),
  decisionsChangedSince: selecting(decisionTable, "where changed_at > $1 order by number"),
  openReviews: selecting(reviewTable, "where state <> 'done' order by harm desc, id limit $1"),
  openReviewsAfter: selecting(
    reviewTable,
    `where state <> 'done' and harm <= $1::double precision and (harm < $1::double precision or id > $2)
    order by harm desc, id limit $3`,
  ),
  reviewById: selecting(reviewTable, "where id = $1"),
  reviewsOfRecords: selecting(
    reviewTable,
    "where id in (select review from review_records where record = any($1::bigint[])) order by id",
  ),
  momentAt: "select moment from moments where at <= $1 order by at desc, moment desc limit 1",
  timesOf: "select moment, at from moments where moment = any($1::bigint[])",
  disclosures: selecting(disclosureTable, "where person = any($1::bigint[]) order by person, client"),
};

/** A key with NUL is no text to PostgreSQL, so no row has it. */
const keyCell = (text: string): string | null => (text.includes("\0") ? null : text);

export class PostgresReader implements StoreReader {
  protected readonly session: PostgresSession;

  constructor(session: PostgresSession) {
    this.session = session;
  }

  recordsByKey(keys: readonly RecordKey[]): Promise<(RecordRow | null)[]> {
    const sources = keys.map(({ source }) => keyCell(source));
    const ids = keys.map(({ id }) => keyCell(id));
    return this.#lookUp(recordTable, sql.recordsByKey, keys.length, [sources, ids]);
  }

  recordsByNumber(numbers: readonly RecordNumber[]): Promise<(RecordRow | null)[]> {
    return this.#lookUp(recordTable, sql.recordsByNumber, numbers.length, [numbers]);
  }

  versionsOf(record: RecordNumber): Promise<VersionRow[]> {
    return this.list(versionTable, sql.versions, record);
  }

  personsById(ids: readonly string[]): Promise<(PersonRow | null)[]> {
    return this.#lookUp(personTable, sql.personsById, ids.length, [ids.map(keyCell)]);
  }

  personsByNumber(numbers: readonly PersonNumber[]): Promise<(PersonRow | null)[]> {
    return this.#lookUp(personTable, sql.personsByNumber, numbers.length, [numbers]);
  }

  membershipsOfRecords(records: readonly RecordNumber[]): Promise<MembershipRow[]> {
    return this.#listOf(membershipTable, sql.membershipsOfRecords, records);
  }

  membershipsOfPersons(persons: readonly PersonNumber[]): Promise<MembershipRow[]> {
    return this.#listOf(membershipTable, sql.membershipsOfPersons, persons);
  }

  eventsAfter(cursor: number, limit: number): Promise<EventRow[]> {
    return this.list(eventTable, sql.eventsAfter, cursor, limit);
  }

  eventsOfPerson(person: PersonNumber): Promise<EventRow[]> {
    return this.list(eventTable, sql.eventsOfPerson, person);
  }

  async decisionById(id: string): Promise<DecisionRow | null> {
    return (await this.list(decisionTable, sql.decisionById, keyCell(id)))[0] ?? null;
  }

  decisionsAfter(afterNumber: number): Promise<DecisionRow[]> {
    return this.list(decisionTable, sql.decisionsAfter, afterNumber);
  }

  decisionsChangedSince(moment: Moment): Promise<DecisionRow[]> {
    return this.list(decisionTable, sql.decisionsChangedSince, moment);
  }

  async openReviews(limit: number, after: { harm: number; id: string } | null): Promise<ReviewRow[]> {
    return after === null
      ? this.list(reviewTable, sql.openReviews, limit)
      : this.list(reviewTable, sql.openReviewsAfter, after.harm, keyCell(after.id), limit);
  }

  async reviewById(id: string): Promise<ReviewRow | null> {
    return (await this.list(reviewTable, sql.reviewById, keyCell(id)))[0] ?? null;
  }

  reviewsOfRecords(records: readonly RecordNumber[]): Promise<ReviewRow[]> {
    return this.#listOf(reviewTable, sql.reviewsOfRecords, records);
  }

  async head(): Promise<Head> {
    return headFromCells((await this.session.rows(headSql))[0] ?? []);
  }

  async momentAt(at: string): Promise<Moment> {
    const rows = await this.session.rows(sql.momentAt, [normaliseTime(at)]);
    return (rows[0]?.[0] as number | undefined) ?? 0;
  }

  async timesOf(moments: readonly Moment[]): Promise<string[]> {
    const rows = await this.session.rows(sql.timesOf, [[...new Set(moments)]]);
    const times = new Map(rows.map(([moment, at]) => [moment as number, at as string]));
    return moments.map((moment) => {
      const at = moment === 0 ? epoch : times.get(moment);
      assert(at !== undefined, `there is no moment ${moment}`);
      return at;
    });
  }

  disclosuresOf(persons: readonly PersonNumber[]): Promise<Disclosure[]> {
    return this.#listOf(disclosureTable, sql.disclosures, persons);
  }

  protected async list<Row>(table: Table<Row, never>, statement: string, ...values: Parameter[]): Promise<Row[]> {
    return (await this.session.rows(statement, values)).map(table.fromCells);
  }

  /** Rows of any number of keys; of none without a round trip. */
  async #listOf<Row>(table: Table<Row, never>, statement: string, keys: readonly number[]): Promise<Row[]> {
    return keys.length === 0 ? [] : this.list(table, statement, keys);
  }

  async #lookUp<Row>(
    table: Table<Row, never>,
    statement: string,
    count: number,
    keys: readonly (readonly Cell[])[],
  ): Promise<(Row | null)[]> {
    const found = new Array<Row | null>(count).fill(null);
    if (count === 0) return found;
    for (const [place, ...cells] of await this.session.rows(statement, keys)) {
      found[(place as number) - 1] = table.fromCells(cells);
    }
    return found;
  }
}
