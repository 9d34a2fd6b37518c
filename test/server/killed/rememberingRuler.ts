// Rules on pairs of records and withdraws rulings, and remembers which of them were acknowledged.
import assert from "node:assert/strict";
import type { PersonStore, RecordKey } from "../../../src/store/personStore.ts";
import { askOrLose, type Connection } from "./askOrLose.ts";

type Ask =
  | {
      readonly kind: "same" | "different";
      readonly left: RecordKey;
      readonly right: RecordKey;
      readonly reason: string;
    }
  | { readonly kind: "withdraw"; readonly name: string; readonly id: string };

export class RememberingRuler {
  readonly #keys: readonly RecordKey[];
  readonly #random: () => number;
  /** Identifiers of rulings in force, by kind and pair. */
  readonly #inForce = new Map<string, string>();
  readonly #withdrawn = new Set<string>();
  #pending: Ask | null = null;

  /** @param keys records that nobody else changes */
  constructor(keys: readonly RecordKey[], random: () => number) {
    this.#keys = keys;
    this.#random = random;
  }

  /** Rules until the server goes away. */
  async rule(connection: Connection): Promise<never> {
    for (;;) {
      this.#pending ??= this.#invent();
      const ask = this.#pending;
      if (ask.kind === "withdraw") {
        const { status } = await askOrLose(connection, "DELETE", `/v1/decisions/${ask.id}`);
        assert.equal(status, 200);
        this.#inForce.delete(ask.name);
        this.#withdrawn.add(ask.id);
      } else {
        const { status, body } = await askOrLose(connection, "POST", "/v1/decisions", ask);
        assert.ok(status === 201 || status === 409, String(status));
        const known = this.#inForce.get(nameOf(ask));
        if (known !== undefined) assert.equal(body.id, known, "the same ruling again is the same ruling");
        if (status === 201) this.#inForce.set(nameOf(ask), body.id);
      }
      this.#pending = null;
    }
  }

  /** Rulings in force are those acknowledged, each once. What is pending may have come or not. */
  async check(store: PersonStore): Promise<void> {
    const rows = await store.decisionsAfter(-1);
    const states = new Map(rows.map(({ id, withdrawnAt }) => [id, withdrawnAt === null]));
    assert.equal(states.size, rows.length);
    const open = this.#pending;
    for (const id of this.#withdrawn) assert.equal(states.get(id), false);
    for (const id of this.#inForce.values()) {
      const mayBeGone = open?.kind === "withdraw" && open.id === id;
      assert.ok(states.get(id) === true || (mayBeGone && states.get(id) === false));
    }
    const extra = rows.length - this.#withdrawn.size - this.#inForce.size;
    assert.ok(extra === 0 || (extra === 1 && open !== null && open.kind !== "withdraw"), `${extra} rulings too many`);
  }

  #invent(): Ask {
    const rulings = [...this.#inForce];
    const dice = this.#random();
    const [name, id] = rulings[Math.floor(this.#random() * rulings.length)] ?? [];
    if (name !== undefined && id !== undefined && dice < rulings.length / 40) return { kind: "withdraw", name, id };
    const place = Math.floor(this.#random() * this.#keys.length);
    const other = (place + 1 + Math.floor(this.#random() * (this.#keys.length - 1))) % this.#keys.length;
    const [left, right] = [this.#keys[Math.min(place, other)], this.#keys[Math.max(place, other)]] as [
      RecordKey,
      RecordKey,
    ];
    return { kind: dice < 0.6 ? "same" : "different", left, right, reason: "test" };
  }
}

const nameOf = ({ kind, left, right }: { kind: string; left: RecordKey; right: RecordKey }): string =>
  JSON.stringify([kind, left, right]);
