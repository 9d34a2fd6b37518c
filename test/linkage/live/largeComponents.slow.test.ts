// Components larger than is clustered whole: what an index finds from the neighbourhood of each change is what a bulk run
// over all records finds, with copies, decisions and withdrawals among them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findContradiction } from "../../../src/linkage/cluster/findContradiction.ts";
import type { RecordDecision } from "../../../src/linkage/linkOptions.ts";
import type { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import type { DecisionGraph } from "../../../src/linkage/live/liveParts.ts";
import type { Model } from "../../../src/linkage/model.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { shuffled } from "../madeUpRecords.ts";
import { createWorld, describeIndex, feed, keyOf, valuesOf, type World } from "./liveWorld.ts";

let world: World;
before(async () => {
  world = await createWorld({ records: 120, seed: 11 });
});
after(() => world.close());

/** Every pair is compared, and even strangers are linked: much of the records is one component, and stays one above the threshold. */
const crowded = (sizeMax: number, evenOdds = -22): Model => ({
  ...world.small,
  thresholds: { ...world.small.thresholds, component: evenOdds - 4, link: evenOdds },
  clustering: { ...world.small.clustering, componentSizeMax: sizeMax },
});

interface Ruling {
  readonly kind: RecordDecision["kind"];
  readonly left: number;
  readonly right: number;
}

const graphOf = (rulings: readonly Ruling[]): DecisionGraph => {
  const others = (kind: Ruling["kind"]) => (record: number) =>
    rulings.flatMap((ruling) => {
      if (ruling.kind !== kind) return [];
      return ruling.left === record ? [ruling.right] : ruling.right === record ? [ruling.left] : [];
    });
  return { sameOf: others("same"), differentOf: others("different") };
};

/** Only what both records are present for is known to an index. */
const presentRulings = (index: LiveIndex, rulings: readonly Ruling[]): Ruling[] =>
  rulings.filter(({ left, right }) => index.isPresent(left) && index.isPresent(right));

function play(model: Model, seed: number) {
  const random = createRandom(seed);
  const draw = (count: number): number => Math.floor(random() * count);
  const index = feed(model, []);
  const rows = shuffled(world.rows, seed);
  const rulings: Ruling[] = [];
  const clusterOf = new Map<number, string>();
  const follow = (touched: Iterable<number>): void => {
    const all = new Set(touched);
    const graph = graphOf(presentRulings(index, rulings));
    // As the index of persons does: what decisions tie to a touched record is touched.
    for (const { left, right } of rulings) if (all.has(left) || all.has(right)) all.add(left).add(right);
    for (const record of all) if (!index.isPresent(record)) clusterOf.delete(record);
    for (const members of index.clustersOf(all, graph)) {
      for (const member of members) clusterOf.set(member, members.join());
    }
  };
  for (const row of rows) {
    const content = draw(6) === 0 ? (rows[draw(rows.length)] ?? row) : row;
    follow(index.put(keyOf(row), index.standardise([valuesOf(model, content)]), 0).touched);
    if (draw(3) === 0) follow(index.remove(draw(index.count)).touched);
    if (draw(4) === 0) {
      const ruling: Ruling = {
        kind: draw(2) === 0 ? "same" : "different",
        left: draw(index.count),
        right: draw(index.count),
      };
      if (ruling.left === ruling.right || findContradiction([...rulings, ruling]) !== null) continue;
      rulings.push(ruling);
      follow([ruling.left, ruling.right]);
    }
    if (draw(8) === 0 && rulings.length > 0) {
      const [gone] = rulings.splice(draw(rulings.length), 1);
      if (gone !== undefined) follow([gone.left, gone.right]);
    }
  }
  return { index, rulings: presentRulings(index, rulings), clusterOf };
}

test("changes followed one by one end in the clusters of the whole", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { index, rulings, clusterOf } = play(crowded(3 + (seed % 5), seed % 3 === 0 ? -22 : -16), seed);
    const expected = new Map<number, string>();
    const present = [...Array(index.count).keys()].filter((record) => index.isPresent(record));
    for (const members of index.clustersOf(present, graphOf(rulings))) {
      for (const member of members) expected.set(member, members.join());
    }
    const sorted = (map: Map<number, string>) => [...map].sort(([a], [b]) => a - b);
    assert.deepEqual(sorted(clusterOf), sorted(expected), `seed ${seed}`);
  }
});

test("and those are the clusters of a bulk run", async () => {
  for (const sizeMax of [3, 5, 8]) {
    const model = crowded(sizeMax);
    const index = feed(model, shuffled(world.rows, sizeMax));
    const key = (row: (typeof world.rows)[number] | undefined) => ({
      source: row?.source ?? "",
      id: row?.unique_id ?? "",
    });
    const decisions: RecordDecision[] = [];
    for (let i = 0; i + 31 < world.rows.length; i += 9) {
      const kind = i % 2 === 0 ? "same" : "different";
      decisions.push({ kind, left: key(world.rows[i]), right: key(world.rows[i + 31]) });
    }
    const expected = await world.bulk(model, world.rows, decisions);
    assert.deepEqual(describeIndex(index, decisions).clusters, expected.clusters);
    const plain = await world.bulk(model, world.rows);
    assert.deepEqual(describeIndex(index).clusters, plain.clusters);
  }
});

test("a component of a third of the records and more is left at even odds", () => {
  const model = crowded(3);
  const index = feed(model, world.rows);
  let largest = 0;
  for (let first = 0; first < index.count; first += 1) {
    const reached = new Set([first]);
    for (const record of reached) {
      for (const { other, logOdds } of index.linksOf(record)) if (logOdds > model.thresholds.link) reached.add(other);
    }
    largest = Math.max(largest, reached.size);
  }
  assert.ok(largest > index.count / 3, `${largest} of ${index.count}`);
});
