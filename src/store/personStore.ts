// What the person index asks of a database: facts (records, decisions), the history of conclusions (persons, memberships,
// events), and who was told what (audit, disclosures). SQLite and PostgreSQL answer it alike; one contract suite holds both.
// Reads and writes take and give many rows at once, so that a batch costs a few round trips whatever its size.

/** A committed batch of writes: 1, 2, 3 … Each has a time; times never go back. */
export type Moment = number;

/** A record's number: 0, 1, 2 … in the order of first arrival, never reused. */
export type RecordNumber = number;

/** A person's number: 0, 1, 2 …, never reused. */
export type PersonNumber = number;

export interface RecordKey {
  readonly source: string;
  readonly id: string;
}

/** The current content of a record. */
export interface RecordRow extends RecordKey {
  readonly number: RecordNumber;
  /** 1 for the first content, one more with each changed content or withdrawal. */
  readonly version: number;
  /** The version that its source gave, for refusing older ones; null where it gave none. */
  readonly sourceVersion: number | null;
  /** JSON object of texts by field name, keys sorted. "{}" where withdrawn. */
  readonly fields: string;
  /** ISO 8601, as the source said; null where it did not. */
  readonly observedAt: string | null;
  /** Moment of this version. */
  readonly moment: Moment;
  /** Client that supplied this version. */
  readonly client: number;
  readonly isWithdrawn: boolean;
  /** Person it belongs to now; −1 where withdrawn. */
  readonly person: PersonNumber;
  /** Moment at which this row (content or person) changed last: what a mirror has to read again. */
  readonly changedAt: Moment;
}

/** A version of a record that a later one has replaced. */
export interface VersionRow {
  readonly record: RecordNumber;
  readonly version: number;
  readonly sourceVersion: number | null;
  readonly fields: string;
  readonly observedAt: string | null;
  readonly moment: Moment;
  readonly client: number;
  readonly isWithdrawn: boolean;
}

export type PersonState = "current" | "merged" | "split" | "withdrawn";

export interface PersonRow {
  readonly number: PersonNumber;
  /** UUID, version 7. */
  readonly id: string;
  readonly state: PersonState;
  /** Merged: its survivor. Split: all persons that its records went to, itself excluded. Empty where current or withdrawn. */
  readonly successors: readonly PersonNumber[];
  readonly createdAt: Moment;
  readonly changedAt: Moment;
}

/** That a record belonged to a person from a moment until before another. */
export interface MembershipRow {
  readonly record: RecordNumber;
  readonly person: PersonNumber;
  readonly from: Moment;
  /** Null while it lasts. */
  readonly to: Moment | null;
}

export type EventType =
  | "person.created"
  | "person.changed"
  | "person.merged"
  | "person.split"
  | "record.added"
  | "record.changed"
  | "record.withdrawn";

export interface EventRow {
  /** 1, 2, 3 … without gaps. */
  readonly cursor: number;
  readonly moment: Moment;
  readonly type: EventType;
  readonly person: PersonNumber;
  /** JSON: what happened and why (record and decision numbers and identifiers; no field values). */
  readonly detail: string;
  /** Numbers of clients that had been given the view now superseded. */
  readonly recipients: readonly number[];
}

/** A human's ruling. same: one group of two records. different: two groups of one. split: two or more groups. */
export interface DecisionRow {
  readonly number: number;
  /** UUID, version 7. */
  readonly id: string;
  readonly kind: "same" | "different" | "split";
  readonly groups: readonly (readonly RecordNumber[])[];
  readonly reason: string;
  readonly client: number;
  readonly moment: Moment;
  readonly withdrawnAt: Moment | null;
  readonly withdrawnBy: number | null;
}

export interface ReviewRow {
  /** UUID, version 7. */
  readonly id: string;
  /** Why a human should look: "doubtful", "contradictory", "large", "chain", "split". */
  readonly kind: string;
  /** Records that it is about, two for a pair. */
  readonly records: readonly RecordNumber[];
  /** Expected harm of leaving it, larger first. */
  readonly harm: number;
  readonly state: "open" | "claimed" | "done";
  readonly claimedBy: number | null;
  readonly claimedAt: string | null;
  readonly openedAt: Moment;
  readonly changedAt: Moment;
}

export interface ClientRow {
  readonly number: number;
  readonly name: string;
  /** SHA-256 of the key, hexadecimal. The key itself is stored nowhere. */
  readonly keyHash: string;
  readonly purposes: readonly string[];
  /** Null for all. */
  readonly sources: readonly string[] | null;
  readonly fields: readonly string[] | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/** One answer that left, or one act. Append-only. */
export interface AuditRow {
  /** ISO 8601 with milliseconds. */
  readonly at: string;
  readonly client: number;
  readonly purpose: string;
  readonly route: string;
  /** HTTP status, or 0 from the command line. */
  readonly status: number;
  readonly persons: readonly PersonNumber[];
  readonly records: readonly RecordNumber[];
}

/** Reads, from the last committed state (inside `write`: from the state that the write has made so far). */
export interface StoreReader {
  recordsByKey(keys: readonly RecordKey[]): Promise<(RecordRow | null)[]>;
  recordsByNumber(numbers: readonly RecordNumber[]): Promise<(RecordRow | null)[]>;
  /** Replaced versions of a record, oldest first; the current one is its RecordRow. */
  versionsOf(record: RecordNumber): Promise<VersionRow[]>;
  personsById(ids: readonly string[]): Promise<(PersonRow | null)[]>;
  personsByNumber(numbers: readonly PersonNumber[]): Promise<(PersonRow | null)[]>;
  /** All memberships, past ones too, of these records (by record, then time) or persons (by person, record, time). */
  membershipsOfRecords(records: readonly RecordNumber[]): Promise<MembershipRow[]>;
  membershipsOfPersons(persons: readonly PersonNumber[]): Promise<MembershipRow[]>;
  /** Events with a larger cursor, ascending, at most `limit`. */
  eventsAfter(cursor: number, limit: number): Promise<EventRow[]>;
  /** Events of a person, oldest first. */
  eventsOfPerson(person: PersonNumber): Promise<EventRow[]>;
  decisionById(id: string): Promise<DecisionRow | null>;
  /** All decisions, withdrawn ones too, by number; from `afterNumber` (exclusive). */
  decisionsAfter(afterNumber: number): Promise<DecisionRow[]>;
  decisionsChangedSince(moment: Moment): Promise<DecisionRow[]>;
  /** Open and claimed reviews by harm, largest first; `after` continues below that (harm, id). */
  openReviews(limit: number, after: { harm: number; id: string } | null): Promise<ReviewRow[]>;
  reviewById(id: string): Promise<ReviewRow | null>;
  /** Reviews in any state that are about one of these records, by id. */
  reviewsOfRecords(records: readonly RecordNumber[]): Promise<ReviewRow[]>;
  /**
   * Last committed moment and event cursor (inside `write` the cursor of the last event so far); 0 in an empty store.
   * records, persons, decisions: the next number to give out. Times in ISO 8601.
   */
  head(): Promise<{ moment: Moment; at: string; cursor: number; records: number; persons: number; decisions: number }>;
  /** The last moment whose time is not after `at`; 0 before the first. @throws RangeError where `at` is no time */
  momentAt(at: string): Promise<Moment>;
  /** Times of moments that are (inside `write` its own too); that of 0 is 1970. */
  timesOf(moments: readonly Moment[]): Promise<string[]>;
  /**
   * Clients (numbers) that have been given a view of each person since it changed last, by person, then client.
   * Inside `write` the answer holds until the commit: from then on audit rows of others wait, so ask late in a batch.
   */
  disclosuresOf(persons: readonly PersonNumber[]): Promise<{ person: PersonNumber; client: number }[]>;
}

/**
 * Writes of one batch; all or none become durable. Numbers, cursors and ids are given by the caller, who reads `head` first.
 * Inside `work` only the writer writes: to wait there for the store's own `audit`, `addClient` or `writeFile` is to wait for
 * oneself. Keys and texts hold no NUL and no lone surrogates, and a key at most 2,000 bytes: check before.
 */
export interface StoreWriter extends StoreReader {
  /** The moment that this batch will be, and its time. */
  readonly moment: Moment;
  readonly at: string;
  /** Inserts new numbers, replaces known ones. */
  putRecords(rows: readonly RecordRow[]): Promise<void>;
  addVersions(rows: readonly VersionRow[]): Promise<void>;
  putPersons(rows: readonly PersonRow[]): Promise<void>;
  openMemberships(rows: readonly { record: RecordNumber; person: PersonNumber }[]): Promise<void>;
  /** Ends the memberships of these records now; those that began in this batch are as if they had never been. */
  closeMemberships(records: readonly RecordNumber[]): Promise<void>;
  addEvents(rows: readonly Omit<EventRow, "moment">[]): Promise<void>;
  putDecisions(rows: readonly DecisionRow[]): Promise<void>;
  putReviews(rows: readonly ReviewRow[]): Promise<void>;
  /** What was disclosed of these persons is superseded and has been announced by events. */
  forgetDisclosures(persons: readonly PersonNumber[]): Promise<void>;
  addAudit(rows: readonly AuditRow[]): Promise<void>;
  setSetting(name: string, value: string): Promise<void>;
}

export interface PersonStore extends StoreReader {
  readonly kind: "sqlite" | "postgres";
  /**
   * Runs `work` as the only writer among all processes and commits durably after it resolves; nothing is kept where it
   * throws. The promise resolves after the commit.
   * `onCommit` is called once, when readers see the batch and the next may begin; where it was called and the promise
   * rejects, the batch may or may not outlive the machine, and the store takes no more writes (audit rows neither).
   * A write that failed fails the batch, even where `work` goes on after it. Only for role `index`. Each batch is a moment.
   * @throws NamesakeError STORE_LOCKED, STORE_READ_ONLY, STORE_FULL, STORE_UNAVAILABLE
   */
  write<T>(work: (writer: StoreWriter) => Promise<T>, onCommit?: () => void): Promise<T>;
  /** Appends audit rows and notes which clients were given views of which persons; resolves once durable. Does not wait for `write`s of others longer than their commit. */
  audit(rows: readonly AuditRow[]): Promise<void>;
  /** Rows with a larger number, ascending, at most `limit`. Numbers are 1, 2, 3 … in the order of commits. */
  auditAfter(number: number, limit: number): Promise<(AuditRow & { readonly number: number })[]>;

  /** All records by number from `from` on, in slices of at most `size` (for mirrors, exports, verification). */
  scanRecords(from: RecordNumber, size: number): Promise<RecordRow[]>;
  /** Rows whose `changedAt` is after the moment, by number. */
  recordsChangedSince(moment: Moment): Promise<RecordRow[]>;
  scanPersons(from: PersonNumber, size: number): Promise<PersonRow[]>;
  personsChangedSince(moment: Moment): Promise<PersonRow[]>;

  setting(name: string): Promise<string | null>;

  /** Named files: the model (immutable), mirror snapshots (replaced whole). Chunks are at most 16 MiB. */
  writeFile(name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** Chunks as written, also while the file is being replaced; null where there is no such file. */
  readFile(name: string): Promise<AsyncIterable<Uint8Array> | null>;

  /** Numbers are 1, 2, 3 …; 0 is left for the command line. @throws NamesakeError CLIENT_EXISTS */
  addClient(row: Omit<ClientRow, "number" | "createdAt" | "revokedAt">): Promise<ClientRow>;
  /** Revoked ones too: see `revokedAt`. */
  clientByKeyHash(hash: string): Promise<ClientRow | null>;
  clients(): Promise<ClientRow[]>;
  /** @throws NamesakeError CLIENT_NOT_FOUND */
  revokeClient(name: string): Promise<void>;

  /**
   * Resolves when another process may have committed since the last wait, when the signal aborts, or after `timeoutMs`
   * (PostgreSQL: LISTEN; SQLite: never earlier).
   */
  waitForChange(timeoutMs: number, signal?: AbortSignal): Promise<void>;
  /** A consistent copy while running. SQLite: a file. @throws NamesakeError STORE_BACKUP_FAILED, on PostgreSQL saying what to use. */
  backup(path: string): Promise<void>;
  /** Ends once what was asked before is durable; waits for open batches. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** "sqlite:PATH" or "postgres://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME" (schema "namesake" where left out). */
  readonly store: string;
  /**
   * `index`: keeps the index and writes records; SQLite allows one such process at a time (STORE_IN_USE).
   * `tool`: reads, and manages clients, beside a running index.
   */
  readonly role: "index" | "tool";
  /** Creates the store where it is absent; else STORE_NOT_FOUND. */
  readonly create?: boolean;
  /** The clock, in milliseconds since 1970; that of the machine where left out. */
  readonly now?: () => number;
}
