// A client that remembers every acknowledged answer, and asks again what was not acknowledged, until it is. Each lane works
// on records of its own, so what the store has to hold in the end is known to the last version.
import assert from "node:assert/strict";
import type { RecordInput } from "../../../src/persons/personService.ts";
import type { PersonStore, RecordKey } from "../../../src/store/personStore.ts";
import { recordPath } from "../serveSmallIndex.ts";
import { askOrLose, bulkOrLose, type Connection } from "./askOrLose.ts";

interface Expected {
  readonly key: RecordKey;
  /** Number of the latest content; null where withdrawn. */
  content: number | null;
  versions: number;
}

type Change = { readonly record: Expected; readonly input: RecordInput | null; readonly content: number | null };

export class RememberingClient {
  readonly #inputs: readonly RecordInput[];
  readonly #random: () => number;
  readonly #records = new Map<string, Expected>();
  readonly #pending = new Map<string, Change[]>();
  #contents = 0;
  /** Changes that had to be asked for again. */
  repeated = 0;

  constructor(inputs: readonly RecordInput[], random: () => number) {
    this.#inputs = inputs;
    this.#random = random;
  }

  /** Puts and withdraws records one by one until the server goes away. */
  async one(connection: Connection, lane: string): Promise<never> {
    for (;;) {
      const [change = this.#invent(lane, true)] = this.#pending.get(lane) ?? [];
      const wasAsked = this.#await(lane, [change]);
      const { record, input } = change;
      const path = recordPath(record.key);
      const sent = input === null ? undefined : { fields: input.fields };
      const { status, isRepeated } = await askOrLose(connection, input === null ? "DELETE" : "PUT", path, sent);
      const isRepeat = wasAsked || isRepeated;
      const fine = input === null ? [200, ...(isRepeat ? [404] : [])] : isRepeat ? [200, 201] : [statusOf(change)];
      assert.ok(fine.includes(status), `${status} is not among ${fine.join()}`);
      this.#acknowledge(lane, change);
    }
  }

  /** Puts records in bulk until the server goes away. */
  async bulk(connection: Connection, lane: string): Promise<never> {
    for (;;) {
      const waiting = this.#pending.get(lane) ?? [];
      const count = 1 + Math.floor(this.#random() * 40);
      const changes = waiting.length > 0 ? [...waiting] : this.#inventMany(lane, count);
      const isRepeat = this.#await(lane, changes);
      const lines = changes.map(({ input }) => input);
      let next = 0;
      for await (const answer of bulkOrLose(connection, lines)) {
        const change = changes[next++];
        assert.ok(change !== undefined, "one answer a line");
        assert.equal(answer.line, next);
        // Not now: it stays pending, and may have been done or not.
        if (answer.status === 503) continue;
        assert.ok(isRepeat ? answer.status < 300 : answer.status === statusOf(change), `line: ${answer.status}`);
        this.#acknowledge(lane, change);
      }
      assert.equal(next, changes.length);
    }
  }

  /** Every record is what was acknowledged last, and was changed as often. What is pending may have come or not. */
  async check(store: PersonStore): Promise<void> {
    const open = new Map([...this.#pending.values()].flat().map((change) => [change.record, change]));
    const expected = [...this.#records.values()];
    const rows = await store.recordsByKey(expected.map(({ key }) => key));
    for (const [index, record] of expected.entries()) {
      const row = rows[index] ?? null;
      const found = { versions: row?.version ?? 0, content: row === null ? null : contentOf(row) };
      const before = { versions: record.versions, content: record.content };
      const change = open.get(record);
      const isAhead = change !== undefined && found.versions === record.versions + 1;
      assert.deepEqual(found, isAhead ? { versions: record.versions + 1, content: change.content } : before);
      if (row !== null) {
        const older = (await store.versionsOf(row.number)).map(({ version }) => version);
        assert.deepEqual(
          older,
          [...older.keys()].map((place) => place + 1),
        );
        assert.equal(older.length, row.version - 1);
      }
    }
  }

  #inventMany(lane: string, count: number): Change[] {
    const changes = new Map<Expected, Change>();
    for (let i = 0; i < count; i += 1) {
      const change = this.#invent(lane, false);
      changes.set(change.record, change);
    }
    return [...changes.values()];
  }

  /** A change of one of the lane's records that is none of what the record was before. */
  #invent(lane: string, mayWithdraw: boolean): Change {
    const pick = (): RecordInput => this.#inputs[Math.floor(this.#random() * this.#inputs.length)] as RecordInput;
    const { id, fields } = pick();
    const key = { source: lane, id };
    const name = JSON.stringify(key);
    const record = this.#records.get(name) ?? { key, content: null, versions: 0 };
    this.#records.set(name, record);
    if (mayWithdraw && record.content !== null && this.#random() < 0.3) return { record, input: null, content: null };
    const content = ++this.#contents;
    const isOther = this.#random() < 0.3;
    const changed = {
      ...fields,
      ...(isOther ? { surname: pick().fields.surname ?? null } : {}),
      town: `Town ${content}`,
    };
    return { record, input: { ...key, fields: changed }, content };
  }

  /** True where the changes had been asked for before. */
  #await(lane: string, changes: readonly Change[]): boolean {
    const isRepeat = (this.#pending.get(lane) ?? []).length > 0;
    if (isRepeat) this.repeated += changes.length;
    else this.#pending.set(lane, [...changes]);
    return isRepeat;
  }

  #acknowledge(lane: string, change: Change): void {
    const { record, content } = change;
    record.content = content;
    record.versions += 1;
    this.#pending.set(
      lane,
      (this.#pending.get(lane) ?? []).filter((one) => one !== change),
    );
  }
}

const statusOf = ({ record }: Change): number => (record.content === null ? 201 : 200);

function contentOf({ isWithdrawn, fields }: { isWithdrawn: boolean; fields: string }): number | null {
  const { town } = JSON.parse(fields) as { town?: string };
  return isWithdrawn ? null : Number(town?.slice("Town ".length));
}
