// Whole names whose words stand in several orders: their ceilings never leave out a pair that the plain way finds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { allPairsRule } from "../../../src/linkage/block/blockingRule.ts";
import { RuleMeter } from "../../../src/linkage/block/measureRule.ts";
import { scorePair } from "../../../src/linkage/score/pairScorer.ts";
import { scorePairs } from "../../../src/linkage/score/scorePool.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { inventOrigins } from "../inventOrigins.ts";
import { madeUpRecords, prepare } from "../madeUpRecords.ts";

const orders = [
  (given: string, middle: string, surname: string) => `${given} ${middle} ${surname}`,
  (given: string, middle: string, surname: string) => `${surname} ${given} ${middle}`,
  (given: string, middle: string, surname: string) => `${surname}, ${given} ${middle}`,
  (given: string, _: string, surname: string) => `${surname} ${given}`,
  (given: string, middle: string, surname: string) => `${given} ${middle.slice(0, 1)} ${surname}`,
];
const middles = ["Paul", "Rose", "Amir", "", "Jean Marie"];

const rows = madeUpRecords({ records: 400, seed: 12, errorRate: 1 }).map((row, i) => ({
  id: row.unique_id ?? "",
  whole: orders[i % orders.length]!(row.given_name ?? "", middles[(row.postcode ?? "").length % 5]!, row.surname ?? ""),
  born: row.birth_date ?? "",
  town: row.town ?? "",
}));
const types = { whole: "fullName", born: "birthDate", town: "town" } as const;

for (const hasOrigins of [false, true]) {
  test(`links of whole names in any order are those of the plain way${hasOrigins ? ", with origins" : ""}`, async () => {
    const { frequencies } = prepare(rows, types);
    const { records, comparer, aligned } = prepare(rows, types, {
      frequencies: hasOrigins ? inventOrigins(frequencies) : frequencies,
    });
    const pairCount = (records.recordCount * (records.recordCount - 1)) / 2;
    const count = (left: Int32Array, right: Int32Array) => countLevels(comparer, left, right);
    const u = await estimateU(records, count, { seed: 1, acrossOnly: false });
    const model = createInitialModel(comparer.comparisons, u, { recordCount: records.recordCount, pairCount });
    const tables = tabulateWeights(model);
    const options = { blockSizeMax: 1000, acrossOnly: false };
    const measure = new RuleMeter(records, { recordCount: records.recordCount, ...options }).measure(allPairsRule);
    let turned = 0;
    for (const floor of [-12, -3, 4]) {
      const context = { records, frequencies: aligned, model, options, floor };
      const { links } = await scorePairs(context, [{ rule: allPairsRule, measure }], { threads: 1 });
      const found = new Map<string, number>();
      for (let i = 0; i < links.count; i += 1) found.set(`${links.left[i]} ${links.right[i]}`, links.logOdds[i]!);
      for (let left = 0; left < records.recordCount; left += 1) {
        for (let right = left + 1; right < records.recordCount; right += 1) {
          const evidence = comparer.compare(left, right);
          const odds = scorePair(tables, evidence);
          const isFound = odds >= floor;
          assert.equal(
            found.get(`${left} ${right}`),
            isFound ? odds : undefined,
            `${rows[left]?.whole} | ${rows[right]?.whole}`,
          );
          const [given, surname, , order] = evidence.levels;
          if (isFound && order === 2 && given === 1 && surname === 1) turned += 1;
        }
      }
    }
    assert.ok(turned > 50, `${turned} pairs agree in another order`);
  });
}
