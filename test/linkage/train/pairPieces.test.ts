// Pairs classified and summed on several threads have the classes and sums that one thread gives them, to the last bit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { levelStride, tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { createTeam } from "../../../src/linkage/team/createTeam.ts";
import { classifyPairs, createClasses, type PairClasses } from "../../../src/linkage/train/classifyPairs.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { supportLevels } from "../../../src/linkage/train/levelSupport.ts";
import { classifyTogether, type PieceTask, sumTogether } from "../../../src/linkage/train/pairPieces.ts";
import type { ClassSums } from "../../../src/linkage/train/sumClasses.ts";
import { thinPairs } from "../../../src/linkage/train/thinPairs.ts";
import { TrainingCrew } from "../../../src/linkage/train/trainingCrew.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { sharedFloat64, sharedUint8 } from "../../../src/shared/sharedArrays.ts";
import { madeUpRecords, madeUpTypes, prepare } from "../madeUpRecords.ts";

const people = madeUpRecords({ records: 200, seed: 3 }).map((row) => ({ ...row, id: row.unique_id ?? "" }));
const { records, aligned } = prepare(people, madeUpTypes);
const comparer = new PairComparer(records, aligned);
const u = await estimateU(records, (left, right) => countLevels(comparer, left, right), { seed: 1, acrossOnly: false });
const size = { recordCount: records.recordCount, pairCount: 20_000 };
const model = createInitialModel(comparer.comparisons, u, size);
const tables = tabulateWeights(model);
const width = comparer.comparisons.length;

/** Levels and frequencies as they come, 50,001 times. */
function drawPairs() {
  const count = 50_001;
  const random = createRandom(9);
  const pairs = {
    count,
    comparisonCount: width,
    levels: sharedUint8(count * width),
    logUAdjust: sharedFloat64(count * width),
    weights: sharedFloat64(count).fill(2),
  };
  for (let at = 0; at < pairs.levels.length; at += 1) {
    const levelCount = model.comparisons[at % width]?.m.length ?? 0;
    pairs.levels[at] = Math.floor(random() * Math.min(4, levelCount + 1));
    if (pairs.levels[at] === 1) pairs.logUAdjust[at] = -9 * random();
  }
  return pairs;
}

for (const threads of [1, 2]) {
  test(`classes found with a team of ${threads} are those found alone`, async () => {
    const pairs = drawPairs();
    const alone = createClasses(pairs.count);
    classifyPairs(pairs, tables, alone);
    assert.ok(new Set(alone.matches).size > 1000);
    const counts = Float64Array.from(tables.logM, (_, at) => 100 * (at % 7));
    const support = supportLevels(model, counts, u.shares);
    const again = createClasses(pairs.count);
    again.matches.set(alone.matches);
    classifyPairs(pairs, tables, again, { support });
    assert.notDeepEqual(again, alone);
    const team = createTeam(threads);
    try {
      const crew = new TrainingCrew(team, { records, frequencies: aligned, atoms: [] });
      for (let round = 0; round < 3; round += 1) {
        const classes = createClasses(pairs.count);
        const tasks: PieceTask[] = [];
        const help = (task: PieceTask): void => {
          tasks.push(task);
          crew.help(task);
        };
        classifyTogether({ pairs, tables, classes, support: null }, help);
        assert.equal(tasks.length, 1, "help was asked for");
        assert.deepEqual(classes, alone);
        classifyTogether({ pairs, tables, classes, support }, help);
        assert.equal(tasks.length, 2);
        assert.deepEqual(classes, again);
        const sums = sumTogether({ pairs, tables, classes }, help);
        assert.equal(tasks.length, 3);
        assert.deepEqual(sums, sumTogether({ pairs, tables, classes }, undefined));
        assertSums(sums, pairs, classes);
      }
    } finally {
      await team.close();
    }
  });
}

/** Each class is the sum of its pairs, and so is each level, but for rounding. */
function assertSums(sums: ClassSums, pairs: ReturnType<typeof drawPairs>, classes: PairClasses): void {
  const isNear = (actual: number, expected: number): void =>
    assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.max(1, expected), `${actual} is not ${expected}`);
  const totalOf = (own: Float64Array, factors?: Float64Array): number =>
    own.reduce((sum, share, pair) => sum + pairs.weights[pair]! * share * (factors?.[pair] ?? 1), 0);
  isNear(sums.matches, totalOf(classes.matches));
  isNear(sums.households, totalOf(classes.households));
  isNear(sums.twins, totalOf(classes.twins));
  isNear(sums.neighbours, totalOf(classes.neighbours));
  isNear(sums.moved, totalOf(classes.matches, classes.moved));
  isNear(sums.renamed, totalOf(classes.matches, classes.renamed));
  const [stays, town] = [tables.change.indexOf(0), tables.change.indexOf(1)];
  assert.ok(stays >= 0 && town >= 0);
  for (const [comparison, factors] of [[stays], [town, classes.moved.map((share) => 1 - share)]] as const) {
    for (let level = 0; level < 4; level += 1) {
      const isAt = Float64Array.from({ length: pairs.count }, (_, pair) =>
        pairs.levels[pair * width + comparison] === level ? (factors?.[pair] ?? 1) : 0,
      );
      isNear(sums.matchLevels[comparison * levelStride + level]!, totalOf(classes.matches, isAt));
      if (comparison !== stays) continue;
      isNear(sums.householdLevels[comparison * levelStride + level]!, totalOf(classes.households, isAt));
      isNear(sums.neighbourLevels[comparison * levelStride + level]!, totalOf(classes.neighbours, isAt));
    }
  }
}

test("pairs thinned for rough rounds can be worked on by all threads", () => {
  const { count, levels, logUAdjust, weights } = drawPairs();
  const rows = new Int32Array(count);
  const own = { count, comparisonCount: width, left: rows, right: rows, levels, logUAdjust, weights };
  const thinned = thinPairs({ ...own, standsFor: weights, startOdds: weights }, 2);
  assert.ok(thinned.count > count / 3 && thinned.count < count / 1.5);
  assert.ok(thinned.weights.every((weight) => weight === 4));
  for (const column of [thinned.levels, thinned.logUAdjust, thinned.weights])
    assert.ok(column.buffer instanceof SharedArrayBuffer);
});

test("pairs that are not in shared memory are classified without help", () => {
  const { count, levels, logUAdjust } = drawPairs();
  const own = {
    count,
    comparisonCount: width,
    levels: new Uint8Array(levels),
    logUAdjust: new Float64Array(logUAdjust),
  };
  const alone = createClasses(count);
  classifyPairs(own, tables, alone);
  const classes = createClasses(count);
  classifyTogether({ pairs: own, tables, classes, support: null }, () => assert.fail("nobody can help"));
  assert.deepEqual(classes, alone);
});
