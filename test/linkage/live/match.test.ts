// Questions to the index: they answer what storing the record would have found, and leave no trace.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bitsPerNat } from "../../../src/linkage/score/pairScorer.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "../madeUpRecords.ts";
import { bytesOf, createWorld, feed, keyOf, valuesOf, type World } from "./liveWorld.ts";

let world: World;
/** Records like those of the world, with errors and values that no index has seen. */
let questions: MadeUpRow[];
before(async () => {
  world = await createWorld({ records: 200 });
  const others = withoutColumns(madeUpRecords({ records: 60, seed: 91, errorRate: 5 }), "cluster_id");
  const known = world.rows.filter((_, i) => i % 4 === 0);
  const altered = known.map((row) => ({
    ...row,
    surname: `${row.surname}x`,
    address_line_1: `Q${row.address_line_1}`,
  }));
  questions = [...known, ...altered, ...others];
});
after(() => world.close());

const all = { floor: Number.NEGATIVE_INFINITY, limit: Number.POSITIVE_INFINITY };

for (const shape of ["small", "byRules", "onePerSource"] as const) {
  test(`${shape}: a question finds what storing the record would link, bit for bit`, () => {
    const model = world[shape];
    const index = feed(model, world.rows);
    const floor = model.thresholds.component;
    let found = 0;
    questions.forEach((row, i) => {
      const batch = index.standardise([valuesOf(model, questions[0] ?? row), valuesOf(model, row)]);
      const matches = index.match(batch, 1, { ...all, floor });
      const { number } = index.put({ source: "another", id: `question ${i}` }, batch, 1);
      const links = index.linksOf(number).map(({ other, logOdds }) => ({ record: other, logOdds }));
      index.remove(number);
      index.forget(number);
      const order = links.sort((a, b) => b.logOdds - a.logOdds || index.compareOrder(a.record, b.record));
      assert.deepEqual(matches, order);
      found += matches.length;
    });
    assert.ok(found > 100);
    assert.equal(index.count, world.rows.length);
  });

  test(`${shape}: questions and explanations leave no trace`, () => {
    const model = world[shape];
    const index = feed(model, world.rows);
    for (let record = 0; record < index.count; record += 1) index.linksOf(record);
    const before = bytesOf(index);
    const batch = index.standardise(questions.map((row) => valuesOf(model, row)));
    questions.forEach((_, at) => {
      index.match(batch, at, all);
      index.match(batch, at, { floor: 3, limit: 2 });
      index.explainMatch(batch, at, at % index.count);
      index.linksOf(at % index.count);
    });
    assert.ok(before.equals(bytesOf(index)));
  });
}

test("the floor, the limit and what is accepted cut the answer, best first", () => {
  const model = world.small;
  const index = feed(model, world.rows);
  const batch = index.standardise(questions.map((row) => valuesOf(model, row)));
  for (let at = 0; at < batch.count; at += 7) {
    const whole = index.match(batch, at, all);
    assert.equal(whole.length, world.rows.length);
    const odds = whole.map(({ logOdds }) => logOdds);
    assert.deepEqual(
      odds,
      odds.toSorted((a, b) => b - a),
    );
    for (const floor of [-30, -8, 0, 5]) {
      const expected = whole.filter(({ logOdds }) => logOdds >= floor);
      assert.deepEqual(index.match(batch, at, { ...all, floor }), expected);
    }
    const accepts = (record: number): boolean => index.sourceOf(record) === world.rows[0]?.source;
    const accepted = whole.filter(({ record }) => accepts(record)).slice(0, 5);
    assert.deepEqual(index.match(batch, at, { floor: all.floor, limit: 5, accepts }), accepted);
  }
});

test("explanations add up to the odds of links and matches, whichever record is named first", () => {
  const model = world.byRules;
  const index = feed(model, world.rows);
  let count = 0;
  for (let record = 0; record < index.count; record += 3) {
    for (const { other, logOdds } of index.linksOf(record)) {
      const steps = index.explainPair(record, other);
      assert.equal(steps.logOdds, logOdds);
      assert.deepEqual(steps, index.explainPair(other, record));
      const sum = steps.steps.reduce((total, { weight }) => total + weight, 0);
      assert.ok(Math.abs(sum - logOdds * bitsPerNat) < 1e-9);
      assert.equal(steps.comparisons.length, model.scoring.comparisons.length);
      count += 1;
    }
  }
  assert.ok(count > 20);
  const batch = index.standardise(questions.map((row) => valuesOf(model, row)));
  const [best] = index.match(batch, 1, { floor: -3, limit: 1 });
  assert.ok(best);
  const steps = index.explainMatch(batch, 1, best.record);
  const options = { floor: -3, limit: 9 };
  questions.forEach((_, at) => {
    const found = index.match(batch, at, options);
    const odd = (_match: unknown, i: number): boolean => i % 2 === 1;
    const explained = index.matchAndExplain(batch, at, options, (all) => all.filter(odd));
    const apart = found.filter(odd).map((one) => ({ ...one, pair: index.explainMatch(batch, at, one.record) }));
    assert.deepEqual(explained, apart, "at once as one after the other");
  });
  assert.equal(steps.logOdds, best.logOdds);
  const surname = steps.comparisons.find(({ name }) => name === "surname");
  assert.deepEqual(
    [surname?.left, surname?.right],
    [index.valuesOf(index.numberOf(keyOf(questions[1] ?? {}))).surname, index.valuesOf(best.record).surname],
  );
});
