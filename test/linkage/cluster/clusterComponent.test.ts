// Clustering one component is clustering it among all others: whatever else there is, wherever its records lie in memory,
// and whatever was decided elsewhere. With identical records, decisions and components too large to be clustered whole.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { clusterComponent } from "../../../src/linkage/cluster/clusterComponent.ts";
import { type ClusterOptions, clusterLinks } from "../../../src/linkage/cluster/clusterLinks.ts";
import type { Decision } from "../../../src/linkage/cluster/decision.ts";
import { DisjointSets } from "../../../src/linkage/cluster/disjointSets.ts";
import { findContradiction } from "../../../src/linkage/cluster/findContradiction.ts";
import { planClustering } from "../../../src/linkage/cluster/planClustering.ts";
import { collectFrequencies } from "../../../src/linkage/compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { link } from "../../../src/linkage/link.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { type LinkList, LinkListBuilder } from "../../../src/linkage/score/linkList.ts";
import { tabulateWeights, type WeightTables } from "../../../src/linkage/score/scoringModel.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { mixBits } from "../../../src/shared/hashText.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { madeUpRecords, shuffled, withoutColumns } from "../madeUpRecords.ts";

let run: LinkRun;
let tables: WeightTables;
/** All records, each its own row, in canonical order. */
let records: StandardRecords;
let rowOf: Int32Array;
let count = 0;

before(async () => {
  const people = withoutColumns(madeUpRecords({ records: 260, seed: 23, errorRate: 2 }), "cluster_id");
  const copies = people.filter((_, i) => i % 7 === 0).map((row, i) => ({ ...row, unique_id: `copy ${i}` }));
  const more = copies.filter((_, i) => i % 3 === 0).map((row, i) => ({ ...row, unique_id: `more ${i}` }));
  const input = [...people, ...copies, ...more];
  run = await link({ input, idColumn: "unique_id", sourceColumn: "source", threads: 1 });
  const { collapsed, model } = run.facts;
  tables = tabulateWeights(model.scoring);
  rowOf = collapsed.rowOf;
  count = rowOf.length;
  records = orderAs(Int32Array.from({ length: count }, (_, record) => record));
});

/** The records with record i at `placeOf[i]`. */
function orderAs(placeOf: Int32Array): StandardRecords {
  const { records: rows } = run.facts.collapsed;
  const { stride } = rows;
  const cells = new Int32Array(count * stride);
  const sourceOf = new Uint16Array(count);
  for (let record = 0; record < count; record += 1) {
    const row = rowOf[record] ?? 0;
    cells.set(rows.cells.subarray(row * stride, (row + 1) * stride), (placeOf[record] ?? 0) * stride);
    sourceOf[placeOf[record] ?? 0] = run.facts.read.table.sourceOf[record] ?? 0;
  }
  return { ...rows, recordCount: count, cells, sourceOf, multiplicity: null };
}

function comparerOf(ordered: StandardRecords): PairComparer {
  return new PairComparer(ordered, alignFrequencies(ordered, run.model.frequencies ?? collectFrequencies(ordered)));
}

/** Links of rows as links of records: each record of one row with the first of the other. */
function recordLinks(): LinkList {
  const { links } = run.facts.scored;
  const builder = new LinkListBuilder();
  const first = new Int32Array(count).fill(-1);
  rowOf.forEach((row, record) => {
    if (first[row] === -1) first[row] = record;
  });
  for (let i = 0; i < links.count; i += 1) {
    const [a, b] = [first[links.left[i] ?? 0] ?? 0, first[links.right[i] ?? 0] ?? 0];
    builder.push(Math.min(a, b), Math.max(a, b), links.logOdds[i] ?? 0, links.rule[i] ?? 0);
  }
  return builder.finish();
}

interface Bulk {
  readonly options: ClusterOptions;
  readonly decisions: readonly Decision[];
  readonly isIdenticalOne: boolean;
}

/** All records at once; where identical ones are told apart, the rows' links lie between their first records. */
function clusterAll({ options, decisions, isIdenticalOne }: Bulk): Int32Array {
  const { links } = run.facts.scored;
  const { comparer, collapsed } = run.facts;
  const input = isIdenticalOne
    ? { rowCount: collapsed.records.recordCount, rowOf, links, comparedAs: null, decisions, sideOf: mixBits }
    : { rowCount: count, rowOf: ownRows(), links: recordLinks(), comparedAs: null, decisions, sideOf: mixBits };
  return clusterLinks(input, { comparer: isIdenticalOne ? comparer : comparerOf(records), tables }, options).clusterOf;
}

const ownRows = (): Int32Array => Int32Array.from({ length: count }, (_, record) => record);

/** Members of each component in canonical order, single records too. */
function listComponents({ options, decisions, isIdenticalOne }: Bulk): number[][] {
  const sets = new DisjointSets(count);
  const links = recordLinks();
  for (let i = 0; i < links.count; i += 1) {
    if ((links.logOdds[i] ?? 0) >= options.componentFloor) sets.join(links.left[i] ?? 0, links.right[i] ?? 0);
  }
  for (const { left, right, kind } of decisions) if (kind === "same") sets.join(left, right);
  if (isIdenticalOne)
    for (let record = 0; record < count; record += 1) sets.join(record, rowOf.indexOf(rowOf[record] ?? 0));
  const groups = new Map<number, number[]>();
  for (let record = 0; record < count; record += 1) {
    const group = groups.get(sets.find(record));
    if (group === undefined) groups.set(sets.find(record), [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

/** One component on its own, its records at `placeOf`, its links in another order. */
function clusterOne(bulk: Bulk, members: readonly number[], placeOf: Int32Array, seed: number): readonly number[] {
  const ordered = orderAs(placeOf);
  const at = new Map(members.map((record, place) => [record, place]));
  const all = recordLinks();
  const builder = new LinkListBuilder();
  for (const i of shuffled(
    Array.from({ length: all.count }, (_, link) => link),
    seed,
  )) {
    const [left, right] = [at.get(all.left[i] ?? 0), at.get(all.right[i] ?? 0)];
    if (left !== undefined && right !== undefined) builder.push(right, left, all.logOdds[i] ?? 0, 0);
  }
  const own = bulk.decisions.flatMap(({ left, right, kind }) => {
    const [a, b] = [at.get(left), at.get(right)];
    return a === undefined || b === undefined ? [] : [{ left: b, right: a, kind }];
  });
  const options = { ...bulk.options, exclusiveSourceOf: bulk.options.exclusiveSourceOf && ordered.sourceOf };
  const component = {
    members: Int32Array.from(members, (record) => placeOf[record] ?? 0),
    links: builder.finish(),
    decisions: shuffled(own, seed),
    sideOf: (place: number) => mixBits(members[place] ?? -1),
    decidedElsewhere: bulk.decisions.flatMap(({ left, right }) => {
      const [a, b] = [at.get(left), at.get(right)];
      return (a === undefined) === (b === undefined) ? [] : [a ?? b ?? -1];
    }),
  };
  const scoring = { records: ordered, comparer: comparerOf(ordered), tables, isIdenticalOne: bulk.isIdenticalOne };
  return [...clusterComponent(component, scoring, options).clusterOf];
}

/** The same partition, whatever its numbers. */
function renumber(labels: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  return labels.map((label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label) ?? -1;
  });
}

/** Decisions among records that are near each other by links or by chance, none against the others. */
function drawDecisions(wanted: number, seed: number): Decision[] {
  const random = createRandom(seed);
  const links = recordLinks();
  const decisions: Decision[] = [];
  for (let i = 0; i < wanted; i += 1) {
    const drawn = Math.floor(random() * links.count);
    const near = random() < 0.6;
    const left = near ? (links.left[drawn] ?? 0) : Math.floor(random() * count);
    const right = near
      ? (links.right[drawn] ?? 0)
      : random() < 0.5
        ? rowOf.lastIndexOf(rowOf[left] ?? 0)
        : Math.floor(random() * count);
    if (left === right) continue;
    const next: Decision = { left, right, kind: random() < 0.5 ? "same" : "different" };
    if (findContradiction([...decisions, next]) === null) decisions.push(next);
  }
  return decisions;
}

const draws = fc.record({
  seed: fc.nat(),
  decided: fc.constantFrom(0, 3, 12, 40),
  sizeMax: fc.constantFrom(300, 300, 12, 4),
  isIdenticalOne: fc.boolean(),
  isExclusive: fc.boolean(),
});

function bulkOf(draw: {
  seed: number;
  decided: number;
  sizeMax: number;
  isIdenticalOne: boolean;
  isExclusive: boolean;
}): Bulk {
  const planned = planClustering(run.model, records.sourceOf);
  const isIdenticalOne = draw.isIdenticalOne && !draw.isExclusive;
  const options = {
    ...planned,
    componentSizeMax: draw.sizeMax,
    exclusiveSourceOf: draw.isExclusive ? records.sourceOf : null,
  };
  return { options, decisions: drawDecisions(draw.decided, draw.seed), isIdenticalOne };
}

test("a component alone, at other indexes, is clustered as among all records", () => {
  assert.ok(
    (run.facts.collapsed.records.multiplicity ?? []).some((copies) => copies > 2),
    "some records are identical",
  );
  const seen = { split: 0, large: 0, decided: 0 };
  fc.assert(
    fc.property(draws, (draw) => {
      const bulk = bulkOf(draw);
      const whole = clusterAll(bulk);
      const placeOf = Int32Array.from(shuffled([...ownRows()], draw.seed));
      const components = listComponents(bulk).filter(({ length }) => length > 1);
      for (const members of components) {
        const expected = renumber(members.map((record) => whole[record] ?? -1));
        assert.deepEqual(clusterOne(bulk, members, placeOf, draw.seed), expected);
        if (new Set(expected).size > 1) seen.split += 1;
        if (members.length > draw.sizeMax) seen.large += 1;
      }
      if (bulk.decisions.length > 5) seen.decided += 1;
      // What is outside every component is a cluster of its own.
      const outside = count - components.flat().length;
      const inside = new Set(components.flat().map((record) => whole[record]));
      assert.equal(new Set(whole).size, inside.size + outside);
    }),
    // Of twelve draws three in a hundred would have no component that is too large.
    { numRuns: 12, examples: [[{ seed: 5, decided: 12, sizeMax: 4, isIdenticalOne: true, isExclusive: false }]] },
  );
  assert.ok(seen.split > 20 && seen.large > 0 && seen.decided > 0, JSON.stringify(seen));
});

test("several components handed over together are clustered as each alone", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const bulk = bulkOf(draw);
      const whole = clusterAll(bulk);
      const placeOf = Int32Array.from(shuffled([...ownRows()], draw.seed));
      const some = listComponents(bulk)
        .filter((_, i) => i % 3 !== 0)
        .slice(0, 60);
      const members = some.flat().sort((a, b) => a - b);
      assert.deepEqual(
        renumber(clusterOne(bulk, members, placeOf, draw.seed)),
        renumber(members.map((record) => whole[record] ?? -1)),
      );
    }),
    { numRuns: 10 },
  );
});

test("every decision is obeyed, in any order, and one withdrawn has left no trace", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const bulk = bulkOf({ ...draw, decided: 25 });
      const whole = clusterAll(bulk);
      for (const { left, right, kind } of bulk.decisions) assert.equal(whole[left] === whole[right], kind === "same");
      const turned = bulk.decisions.map(({ left, right, kind }) => ({ left: right, right: left, kind }));
      assert.deepEqual(clusterAll({ ...bulk, decisions: shuffled(turned, draw.seed) }), whole);
      assert.deepEqual(clusterAll({ ...bulk, decisions: [...bulk.decisions, ...bulk.decisions] }), whole);
      const fewer = bulk.decisions.slice(1);
      const reached = new Set(listComponents(bulk).find((members) => members.includes(bulk.decisions[0]?.left ?? -1)));
      for (const record of listComponents(bulk).find((members) => members.includes(bulk.decisions[0]?.right ?? -1)) ??
        []) {
        reached.add(record);
      }
      const without = clusterAll({ ...bulk, decisions: fewer });
      const others = [...ownRows()].filter((record) => !reached.has(record));
      assert.deepEqual(
        renumber(others.map((record) => without[record] ?? -1)),
        renumber(others.map((record) => whole[record] ?? -1)),
      );
    }),
    { numRuns: 12 },
  );
});

test("decisions that contradict each other are a bug by here", () => {
  const bulk = bulkOf({ seed: 1, decided: 0, sizeMax: 300, isIdenticalOne: true, isExclusive: false });
  const decisions: Decision[] = [
    { left: 0, right: 1, kind: "same" },
    { left: 1, right: 0, kind: "different" },
  ];
  assert.throws(() => clusterAll({ ...bulk, decisions }), /contradict/);
});
