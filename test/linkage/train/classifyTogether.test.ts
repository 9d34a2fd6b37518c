// Pairs classified on several threads have the classes that one thread gives them, to the last bit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { createTeam } from "../../../src/linkage/team/createTeam.ts";
import { classifyPairs, createClasses } from "../../../src/linkage/train/classifyPairs.ts";
import { type ClassifyTask, classifyTogether } from "../../../src/linkage/train/classifyTogether.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { TrainingCrew } from "../../../src/linkage/train/trainingCrew.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { sharedFloat64, sharedUint8 } from "../../../src/shared/sharedArrays.ts";
import { madeUpRecords, madeUpTypes, prepare } from "../madeUpRecords.ts";

const people = madeUpRecords({ records: 200, seed: 3 }).map((row) => ({ ...row, id: row.unique_id ?? "" }));
const { records, aligned } = prepare(people, madeUpTypes);
const comparer = new PairComparer(records, aligned);
const u = await estimateU(records, (left, right) => countLevels(comparer, left, right), { seed: 1, acrossOnly: false });
const size = { recordCount: records.recordCount, pairCount: 20_000 };
const tables = tabulateWeights(createInitialModel(comparer.comparisons, u, size));
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
  };
  for (let at = 0; at < pairs.levels.length; at += 1) {
    pairs.levels[at] = Math.floor(random() * 4);
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
    const team = createTeam(threads);
    try {
      const crew = new TrainingCrew(team, { records, frequencies: aligned, atoms: [] });
      for (let round = 0; round < 3; round += 1) {
        const classes = createClasses(pairs.count);
        const tasks: ClassifyTask[] = [];
        classifyTogether({ pairs, tables, classes }, (task) => {
          tasks.push(task);
          crew.help(task);
        });
        assert.equal(tasks.length, 1, "help was asked for");
        assert.deepEqual(classes, alone);
      }
    } finally {
      await team.close();
    }
  });
}

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
  classifyTogether({ pairs: own, tables, classes }, () => assert.fail("nobody can help"));
  assert.deepEqual(classes, alone);
});
