// A batch in the making: the mirror changes at once, with each change's undoing; rows are gathered for the store.
import type { StandardBatch } from "../../linkage/index.ts";
import type {
  DecisionRow,
  PersonRow,
  RecordKey,
  RecordNumber,
  RecordRow,
  StoreWriter,
  VersionRow,
} from "../../store/personStore.ts";
import type { IndexState } from "../indexState.ts";
import { parseFields } from "../mirror/parseFields.ts";
import type { RecordChange } from "../resolve/describeChanges.ts";

/** What one operation of the batch touched, for naming causes. */
export interface Touch {
  readonly kind: "record" | "withdrawal" | "decision";
  readonly record: RecordNumber | null;
  readonly decision: number | null;
  readonly touched: ReadonlySet<RecordNumber>;
}

export class BatchDraft {
  readonly state: IndexState;
  readonly writer: StoreWriter;
  /** Current row of each record that the batch read or wrote. */
  readonly rows = new Map<RecordNumber, RecordRow>();
  /** Records whose rows are to be written. */
  readonly dirty = new Set<RecordNumber>();
  readonly versions: VersionRow[] = [];
  readonly changes = new Map<RecordNumber, RecordChange["type"]>();
  readonly touches: Touch[] = [];
  readonly decisions: DecisionRow[] = [];
  readonly #undo: (step: () => void) => void;
  readonly #byKey = new Map<string, RecordRow | null>();

  constructor(state: IndexState, writer: StoreWriter, undo: (step: () => void) => void) {
    this.state = state;
    this.writer = writer;
    this.#undo = undo;
  }

  /** Reads the rows of keys that are not known yet. */
  async know(keys: readonly RecordKey[]): Promise<void> {
    const unknown = new Map(keys.map((key) => [textOf(key), key]));
    for (const known of this.#byKey.keys()) unknown.delete(known);
    const found = await this.writer.recordsByKey([...unknown.values()]);
    [...unknown.keys()].forEach((text, index) => {
      const row = found[index] ?? null;
      this.#byKey.set(text, row);
      if (row !== null) this.rows.set(row.number, row);
    });
  }

  /** The record's row, as the batch has made it so far; null where there is none. Its key must be known. */
  rowOf(key: RecordKey): RecordRow | null {
    const row = this.#byKey.get(textOf(key));
    return row === undefined || row === null ? null : (this.rows.get(row.number) ?? row);
  }

  /** Puts content into the mirror and the row to be written; gives what the live index says was touched. */
  putContent(key: RecordKey, batch: StandardBatch, at: number, row: Omit<RecordRow, "number">): number[] {
    const { live, persons } = this.state.mirror;
    const before = this.rowOf(key);
    const { number, touched } = live.put(key, batch, at);
    if (before === null) {
      const personCount = persons.personCount;
      this.#undo(() => {
        persons.truncate(number, personCount);
        live.remove(number);
        live.forget(number);
      });
    } else this.#undo(() => this.#restore(before));
    this.#keep({ ...row, number });
    return this.#withRuled(number, touched);
  }

  /** Takes the content out of the mirror; `row` is what is written in its place. */
  removeContent(row: RecordRow, before: RecordRow): number[] {
    const { touched } = this.state.mirror.live.remove(row.number);
    this.#undo(() => this.#restore(before));
    this.#keep(row);
    return this.#withRuled(row.number, touched);
  }

  /** Changes the row alone, not what is compared. */
  putRow(row: RecordRow): void {
    const { persons } = this.state.mirror;
    const [person, version] = [persons.personOf(row.number), persons.versionOf(row.number)];
    this.#undo(() => persons.putRecord(row.number, person, version));
    this.#keep(row);
  }

  movePerson(record: RecordNumber, to: number): void {
    const { persons } = this.state.mirror;
    const [from, version] = [persons.personOf(record), persons.versionOf(record)];
    persons.putRecord(record, to, version);
    this.#undo(() => persons.putRecord(record, from, version));
  }

  putPerson(row: PersonRow): void {
    const { persons } = this.state.mirror;
    const { number } = row;
    if (number >= persons.personCount) {
      const counts = [persons.recordCount, persons.personCount] as const;
      this.#undo(() => persons.truncate(...counts));
    } else {
      const before = {
        number,
        id: row.id,
        state: persons.stateOf(number),
        createdAt: persons.createdAt(number),
        changedAt: persons.changedAt(number),
      };
      this.#undo(() => persons.putPerson(before));
    }
    persons.putPerson(row);
  }

  putDecision(row: DecisionRow): void {
    const { decisions } = this.state.mirror;
    const before = decisions.at(row.number);
    const { count } = decisions;
    this.#undo(() => (before === null ? decisions.truncate(count) : decisions.put(before)));
    decisions.put(row);
    this.decisions.push(row);
  }

  /** Notes how the record changed in this batch as a whole. */
  noteChange(record: RecordNumber, type: RecordChange["type"]): void {
    const before = this.changes.get(record);
    if (before === "record.added" && type === "record.withdrawn" && !this.#wasPresent(record))
      this.changes.delete(record);
    else if (before === "record.added" && type === "record.changed") return;
    else if (before === "record.withdrawn" && type === "record.added") this.changes.set(record, "record.changed");
    else this.changes.set(record, type);
  }

  #wasPresent(record: RecordNumber): boolean {
    return this.state.mirror.persons.personOf(record) >= 0;
  }

  /** A ruling on two records holds while both are present: one that comes or goes touches the others that it is ruled on with. */
  #withRuled(record: RecordNumber, touched: readonly number[]): number[] {
    const { decisions } = this.state.mirror;
    return [...touched, ...decisions.sameOf(record), ...decisions.differentOf(record)];
  }

  #keep(row: RecordRow): void {
    const { persons } = this.state.mirror;
    this.rows.set(row.number, row);
    this.#byKey.set(textOf(row), row);
    this.dirty.add(row.number);
    const person = persons.personOf(row.number);
    persons.putRecord(row.number, person, row.version);
  }

  #restore(row: RecordRow): void {
    const { live, persons } = this.state.mirror;
    if (row.isWithdrawn) live.remove(row.number);
    else live.put(row, live.standardise([parseFields(row.fields)], [row.source]), 0);
    persons.putRecord(row.number, persons.personOf(row.number), row.version);
  }
}

const textOf = ({ source, id }: RecordKey): string => `${source}\u0000${id}`;
