// What the store keeps of an event, by numbers: the reading of it (answerEvents.ts) turns them into keys and identifiers
// that the asking client may see.
import type { PersonNumber, RecordNumber } from "../store/personStore.ts";

export interface EventCause {
  /** record: one came or changed. decision: one was made. withdrawal: of a record or a decision. load: a bulk run or a model. */
  readonly kind: "record" | "decision" | "withdrawal" | "load";
  /** Records that came, changed or were withdrawn; at most a few. */
  readonly records?: readonly RecordNumber[];
  readonly decisions?: readonly number[];
}

export type DetailShare = readonly [person: PersonNumber, records: readonly RecordNumber[]];

export interface EventDetail {
  readonly cause: EventCause;
  /**
   * Records that the event is about; who may see none of them does not see the event. Of record events the record. Of
   * person.created all its records, of person.merged all it had, of person.split those that left it, of person.changed
   * those that came, went or changed.
   */
  readonly records: readonly RecordNumber[];
  /** Persons that records came from, with those records. */
  readonly from?: readonly DetailShare[];
  /** Persons that records went to, with those records. */
  readonly into?: readonly DetailShare[];
  /** Of person.split: false where the person is gone. */
  readonly kept?: boolean;
}

export const parseDetail = (detail: string): EventDetail => JSON.parse(detail) as EventDetail;
