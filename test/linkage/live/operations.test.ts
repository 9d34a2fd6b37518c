// Random histories of an index against a fresh index of what is left: nothing that happened before may be seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
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
  readonly kind: "put" | "remove" | "match" | "restore" | "forget";
  readonly key: number;
  readonly content: number;
}
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom("put", "put", "put", "put", "remove", "remove", "match", "forget", "restore"),
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

  constructor(model: Model) {
    this.#model = model;
    this.index = new LiveIndex(model);
  }

  async take({ kind, key, content }: Step): Promise<void> {
    const row = { ...world.rows[content], unique_id: String(key), source: `s${key % 3}` };
    const number = this.index.numberOf(keyOf(row));
    if (kind === "put") {
      this.#follow(this.index.put(keyOf(row), this.index.standardise([valuesOf(this.#model, row)]), 0).touched);
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
      this.#follow(this.index.remove(number).touched);
      this.#contents.delete(key);
      if (kind === "forget" && number === this.index.count - 1) this.index.forget(number);
    }
  }

  #follow(touched: readonly number[]): void {
    for (const record of touched) this.#clusterOf.delete(this.index.keyOf(record).id);
    for (const members of this.index.clustersOf(touched)) {
      const ids = members.map((record) => this.index.keyOf(record).id);
      for (const id of ids) this.#clusterOf.set(id, ids.join(" "));
    }
  }

  check(): void {
    const expected = describeIndex(feed(this.#model, [...this.#contents.values()].toReversed()));
    assert.deepEqual(describeIndex(this.index), expected);
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
