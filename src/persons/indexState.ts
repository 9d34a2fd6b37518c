// What a process that keeps the index holds in memory: the mirror of the store (standardised records, person of each
// record, decisions) and what answers need. Functions of reading and writing take it as their first argument.
//
// Writers change the mirror and the store together (write/commitBatch.ts): between a batch's first change of the mirror
// and its commit no reader runs, for readers begin with `await state.fresh()`, which waits for the batch. What a reader
// takes from the mirror before its next `await` is therefore committed and of one moment.
import type { LiveIndex } from "../linkage/live/liveIndex.ts";
import type { Moment, PersonStore } from "../store/personStore.ts";
import type { Auditor } from "./auditor.ts";
import type { ClientNames } from "./clientNames.ts";
import type { FieldNames } from "./fieldNames.ts";
import type { DecisionTable } from "./mirror/decisionTable.ts";
import type { PersonTable } from "./mirror/personTable.ts";

export interface Mirror {
  /** Standardised records; the number of a record in it is its number in the store. */
  readonly live: LiveIndex;
  /** Person of each record, records of each person, identifiers and states of persons. */
  readonly persons: PersonTable;
  /** Decisions in force and withdrawn; the graph that clustering obeys. */
  readonly decisions: DecisionTable;
}

export interface IndexState {
  readonly store: PersonStore;
  /** Replaced as a whole when the store's model has been replaced; null before a model is loaded. */
  readonly mirror: Mirror;
  readonly fields: FieldNames;
  /** Every answer that holds personal data passes it before it is handed out. */
  readonly auditor: Auditor;
  /** Names of clients by number, for events and versions. */
  readonly clients: ClientNames;
  /** Last moment that the mirror holds. */
  readonly moment: Moment;
  /**
   * Resolves when the mirror holds all that was committed, by any process, before the call, and no batch is half done.
   * Cheap: at most one look at the store at a time, shared by all who wait; none on SQLite.
   *
   * A reader: `await state.fresh()`, takes what it needs from the mirror, reads rows from the store, makes its answer,
   * `await state.auditor.record(...)`, and makes the answer anew where `mirror.persons.changedAt(person)` has moved
   * meanwhile: else the client would not be named among the recipients of the change.
   */
  fresh(): Promise<void>;
  readonly now: () => Date;
  /** A new UUID, version 7. */
  readonly newId: () => string;
}
