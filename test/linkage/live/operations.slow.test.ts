// Random histories of an index against a fresh index of what is left: nothing that happened before may be seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { findContradiction } from "../../../src/linkage/cluster/findContradiction.ts";
import type { RecordDecision } from "../../../src/linkage/linkOptions.ts";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import type { DecisionGraph } from "../../../src/linkage/live/liveParts.ts";
import type { Model } from "../../../src/linkage/model.ts";
import type { MadeUpRow } from "../madeUpRecords.ts";
import { bytesOf, createWorld, describeIndex, feed, keyOf, valuesOf, type World } from "./liveWorld.ts";

let world: World;
before(async () => {
  world = await createWorld({ records: 120, seed: 12 });
});
after(() => world.close());

/** A history works on a few records, so that they meet again, with contents of relatives and copies. */
const keysMax = 24;
interface Step {
  readonly kind: "put" | "remove" | "match" | "restore" | "forget" | "same" | "different" | "withdraw";
  readonly key: number;
  readonly content: number;
}
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(
      "put",
      "put",
      "put",
      "put",
      "remove",
      "remove",
      "match",
      "forget",
      "restore",
      "same",
      "different",
      "withdraw",
    ),
    key: fc.nat({ max: keysMax - 1 }),
    content: fc.nat({ max: 59 }),
  }),
  { minLength: 5, maxLength: 60 },
);

class History {
  index: LiveIndex;
  readonly #model: Model;
  /** Contents of present records, by key. */
  readonly #contents = new Map<number, MadeUpRow>();
  readonly #clusterOf = new Map<string, string>();
  #decisions: RecordDecision[] = [];

  constructor(model: Model) {
    this.#model = model;
    this.index = new LiveIndex(model);
  }

  async take({ kind, key, content }: Step): Promise<void> {
    const row = { ...world.rows[content], unique_id: String(key), source: `s${key % 3}` };
    const number = this.index.numberOf(keyOf(row));
    if (kind === "same" || kind === "different" || kind === "withdraw") {
      this.#decide(kind, key, content % keysMax);
      return;
    }
    if (kind === "put") {
      const { number: put, touched } = this.index.put(
        keyOf(row),
        this.index.standardise([valuesOf(this.#model, row)]),
        0,
      );
      this.#follow([...touched, ...this.#graph().sameOf(put), ...this.#graph().differentOf(put)]);
      this.#contents.set(key, row);
    } else if (kind === "match") {
      const batch = this.index.standardise([valuesOf(this.#model, row)]);
      this.index.match(batch, 0, { floor: -20, limit: 3 });
    } else if (kind === "restore") {
      const bytes = bytesOf(this.index);
      this.index = await LiveIndex.restoreFrom(
        this.#model,
        (async function* () {
          yield bytes;
        })(),
      );
    } else if (number >= 0) {
      const partners = this.#graph().sameOf(number);
      this.#follow([...this.index.remove(number).touched, ...partners]);
      this.#contents.delete(key);
      if (kind === "forget" && number === this.index.count - 1) this.index.forget(number);
    }
  }

  /** A new decision that contradicts none, or the oldest withdrawn. */
  #decide(kind: "same" | "different" | "withdraw", left: number, right: number): void {
    const name = (key: number) => ({ source: `s${key % 3}`, id: String(key) });
    const decision = { kind: kind === "withdraw" ? "same" : kind, left: name(left), right: name(right) };
    const next = kind === "withdraw" ? this.#decisions.slice(1) : [...this.#decisions, decision];
    const numbered = next.map((each) => ({
      kind: each.kind,
      left: Number(each.left.id),
      right: Number(each.right.id),
    }));
    if (left === right || findContradiction(numbered) !== null) return;
    const changed = kind === "withdraw" ? this.#decisions.slice(0, 1) : [decision];
    this.#decisions = next;
    const ends = changed.flatMap((each) => [this.#number(each.left), this.#number(each.right)]);
    this.#follow(ends.filter((record) => record >= 0));
  }

  #number = ({ source = "", id }: RecordDecision["left"]): number => this.index.numberOf({ source, id });

  #graph(): DecisionGraph {
    const others = (kind: RecordDecision["kind"]) => (record: number) =>
      this.#decisions.flatMap((decision) => {
        const [left, right] = [this.#number(decision.left), this.#number(decision.right)];
        if (decision.kind !== kind || left < 0 || right < 0) return [];
        return left === record ? [right] : right === record ? [left] : [];
      });
    return { sameOf: others("same"), differentOf: others("different") };
  }

  #follow(touched: readonly number[]): void {
    for (const record of touched) this.#clusterOf.delete(this.index.keyOf(record).id);
    for (const members of this.index.clustersOf(touched, this.#graph())) {
      const ids = members.map((record) => this.index.keyOf(record).id);
      for (const id of ids) this.#clusterOf.set(id, ids.join(" "));
    }
  }

  check(): void {
    const expected = describeIndex(feed(this.#model, [...this.#contents.values()].toReversed()), this.#decisions);
    assert.deepEqual(describeIndex(this.index, this.#decisions), expected);
    const followed = new Set([...this.#clusterOf.values()]);
    const clusters = expected.clusters.map((keys) => keys.replaceAll(/s\d\//g, ""));
    assert.deepEqual([...followed].sort(), clusters.sort());
  }
}

for (const shape of ["small", "byRules", "onePerSource", "cut"] as const) {
  test(`${shape}: any history ends in the index of what is left`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const history = new History(world[shape]);
        for (const step of taken) await history.take(step);
        history.check();
      }),
      { numRuns: 60 },
    );
  });
}
