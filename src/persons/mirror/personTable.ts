// The person of each record, the records of each person, and what persons are, as typed arrays: the partition that the
// store holds, without an object a record.
import type { Moment, PersonNumber, PersonRow, PersonState, RecordNumber } from "../../store/personStore.ts";
import { withRoom } from "./growable.ts";
import { PersonIds } from "./personIds.ts";

const states: readonly PersonState[] = ["current", "merged", "split", "withdrawn"];

/** Arrays of a snapshot, in this order. */
export interface PersonArrays {
  readonly personOf: Int32Array;
  readonly versionOf: Int32Array;
  readonly states: Uint8Array;
  readonly createdAt: Uint32Array;
  readonly changedAt: Uint32Array;
  readonly ids: Uint8Array;
}

export class PersonTable {
  #recordCount = 0;
  #personOf: Int32Array = new Int32Array(64).fill(-1);
  #versionOf: Int32Array = new Int32Array(64);
  /** Records of a person as a list through records: first of each person, next and previous of each record. */
  #first: Int32Array = new Int32Array(64).fill(-1);
  #next: Int32Array = new Int32Array(64).fill(-1);
  #previous: Int32Array = new Int32Array(64).fill(-1);
  #size: Int32Array = new Int32Array(64);
  #states: Uint8Array = new Uint8Array(64);
  #createdAt: Uint32Array = new Uint32Array(64);
  #changedAt: Uint32Array = new Uint32Array(64);
  #ids = new PersonIds();
  #currentCount = 0;
  #presentCount = 0;

  /** Numbers given out, withdrawn records too. */
  get recordCount(): number {
    return this.#recordCount;
  }

  /** Records that belong to a person. */
  get presentCount(): number {
    return this.#presentCount;
  }

  /** Numbers given out, persons that are no more too. */
  get personCount(): number {
    return this.#ids.count;
  }

  /** Persons that hold a record. */
  get currentCount(): number {
    return this.#currentCount;
  }

  /** −1 where the record is withdrawn or unknown. */
  personOf(record: RecordNumber): PersonNumber {
    return record < this.#recordCount ? this.#personOf[record]! : -1;
  }

  /** Version of the record's content; 0 where unknown. */
  versionOf(record: RecordNumber): number {
    return record < this.#recordCount ? this.#versionOf[record]! : 0;
  }

  sizeOf(person: PersonNumber): number {
    return this.#size[person] ?? 0;
  }

  /** Ascending. */
  recordsOf(person: PersonNumber): RecordNumber[] {
    const found: number[] = [];
    for (let record = this.#first[person] ?? -1; record >= 0; record = this.#next[record]!) found.push(record);
    return found.sort((a, b) => a - b);
  }

  idOf(person: PersonNumber): string {
    return this.#ids.at(person);
  }

  /** −1 where no person has, or had, that identifier. */
  numberOf(id: string): PersonNumber {
    return this.#ids.find(id);
  }

  stateOf(person: PersonNumber): PersonState {
    return states[this.#states[person] ?? 0] ?? "current";
  }

  createdAt(person: PersonNumber): Moment {
    return this.#createdAt[person] ?? 0;
  }

  /** Moment of the last event that changed the person's view. */
  changedAt(person: PersonNumber): Moment {
    return this.#changedAt[person] ?? 0;
  }

  /** Adds the next person, or replaces what is known of one. */
  putPerson({ number, id, state, createdAt, changedAt }: Omit<PersonRow, "successors">): void {
    if (number === this.#ids.count) {
      this.#ids.push(id);
      this.#first = withRoom(this.#first, number + 1, -1);
      this.#size = withRoom(this.#size, number + 1);
      this.#states = withRoom(this.#states, number + 1);
      this.#createdAt = withRoom(this.#createdAt, number + 1);
      this.#changedAt = withRoom(this.#changedAt, number + 1);
    }
    this.#states[number] = states.indexOf(state);
    this.#createdAt[number] = createdAt;
    this.#changedAt[number] = changedAt;
  }

  /** Adds the next record, or moves a known one to another person (−1: none). */
  putRecord(record: RecordNumber, person: PersonNumber, version: number): void {
    if (record >= this.#recordCount) {
      this.#personOf = withRoom(this.#personOf, record + 1, -1);
      this.#versionOf = withRoom(this.#versionOf, record + 1);
      this.#next = withRoom(this.#next, record + 1, -1);
      this.#previous = withRoom(this.#previous, record + 1, -1);
      this.#recordCount = record + 1;
    }
    this.#versionOf[record] = version;
    const before = this.#personOf[record]!;
    if (before === person) return;
    if (before >= 0) this.#detach(record, before);
    this.#personOf[record] = person;
    if (person >= 0) this.#attach(record, person);
  }

  /** Forgets the last records and persons, so that so many are left; the forgotten hold nothing of each other. */
  truncate(recordCount: number, personCount: number): void {
    for (let record = recordCount; record < this.#recordCount; record += 1) this.putRecord(record, -1, 0);
    this.#recordCount = Math.min(recordCount, this.#recordCount);
    this.#ids.truncate(personCount);
  }

  toArrays(): PersonArrays {
    const [records, persons] = [this.#recordCount, this.#ids.count];
    return {
      personOf: this.#personOf.subarray(0, records),
      versionOf: this.#versionOf.subarray(0, records),
      states: this.#states.subarray(0, persons),
      createdAt: this.#createdAt.subarray(0, persons),
      changedAt: this.#changedAt.subarray(0, persons),
      ids: this.#ids.toBytes(),
    };
  }

  static fromArrays(arrays: PersonArrays): PersonTable {
    const table = new PersonTable();
    table.#ids = PersonIds.fromBytes(arrays.ids);
    const persons = arrays.states.length;
    table.#states = arrays.states.slice();
    table.#createdAt = arrays.createdAt.slice();
    table.#changedAt = arrays.changedAt.slice();
    table.#first = new Int32Array(persons).fill(-1);
    table.#size = new Int32Array(persons);
    const records = arrays.personOf.length;
    table.#recordCount = records;
    table.#personOf = new Int32Array(records).fill(-1);
    table.#versionOf = new Int32Array(records);
    table.#next = new Int32Array(records).fill(-1);
    table.#previous = new Int32Array(records).fill(-1);
    for (let record = records - 1; record >= 0; record -= 1) {
      table.putRecord(record, arrays.personOf[record]!, arrays.versionOf[record]!);
    }
    return table;
  }

  #attach(record: RecordNumber, person: PersonNumber): void {
    const first = this.#first[person]!;
    this.#next[record] = first;
    this.#previous[record] = -1;
    if (first >= 0) this.#previous[first] = record;
    this.#first[person] = record;
    this.#size[person]! += 1;
    this.#presentCount += 1;
    if (this.#size[person] === 1) this.#currentCount += 1;
  }

  #detach(record: RecordNumber, person: PersonNumber): void {
    const [previous, next] = [this.#previous[record]!, this.#next[record]!];
    if (previous >= 0) this.#next[previous] = next;
    else this.#first[person] = next;
    if (next >= 0) this.#previous[next] = previous;
    this.#size[person]! -= 1;
    this.#presentCount -= 1;
    if (this.#size[person] === 0) this.#currentCount -= 1;
  }
}
