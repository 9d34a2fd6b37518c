// What fast ways of scoring are held against: the plain way, for every pair.
import assert from "node:assert/strict";
import { allPairsRule } from "../../../src/linkage/block/blockingRule.ts";
import type { AlignedFrequencies, PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import { scorePair } from "../../../src/linkage/score/pairScorer.ts";
import { scorePairs } from "../../../src/linkage/score/scorePool.ts";
import { tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { countLevels } from "../../../src/linkage/train/countLevels.ts";
import { estimateU } from "../../../src/linkage/train/estimateU.ts";
import { createInitialModel } from "../../../src/linkage/train/initialModel.ts";
import { valuesOf } from "../live/liveWorld.ts";

interface Prepared {
  readonly records: StandardRecords;
  readonly aligned: AlignedFrequencies;
  readonly comparer: PairComparer;
}

/** Bounded scoring keeps the pairs above a floor that plain scoring finds, with equal odds. */
export async function assertBoundsKeepAll({ records, aligned, comparer }: Prepared): Promise<void> {
  const pairCount = (records.recordCount * (records.recordCount - 1)) / 2;
  const count = (left: Int32Array, right: Int32Array) => countLevels(comparer, left, right);
  const u = await estimateU(records, count, { seed: 1, acrossOnly: false });
  const model = createInitialModel(comparer.comparisons, u, { recordCount: records.recordCount, pairCount });
  const tables = tabulateWeights(model);
  const measured = [{ rule: allPairsRule, measure: { pairCount, largestBlock: records.recordCount } as never }];
  for (const floor of [-9, -5, -2]) {
    const context = { records, frequencies: aligned, model, options: { blockSizeMax: 1000, acrossOnly: false }, floor };
    const { links } = await scorePairs(context, measured, { threads: 1 });
    const found = new Map(
      Array.from({ length: links.count }, (_, i) => [`${links.left[i]} ${links.right[i]}`, links.logOdds[i]]),
    );
    let expected = 0;
    for (let left = 0; left < records.recordCount; left += 1) {
      for (let right = left + 1; right < records.recordCount; right += 1) {
        const odds = scorePair(tables, comparer.compare(left, right));
        if (odds < floor) continue;
        expected += 1;
        assert.equal(found.get(`${left} ${right}`), odds);
      }
    }
    assert.equal(found.size, expected);
    assert.ok(expected > 20, `${expected} pairs above ${floor}`);
  }
}

/** An index in memory that holds all records, by the model of a run, links and clusters them as that run did. `sourceOf`: of a row. */
export function assertIndexLinksAlike(
  { model, facts }: LinkRun,
  rows: readonly Readonly<Record<string, string>>[],
  sourceOf: (row: Readonly<Record<string, string>>) => string,
): void {
  const { table } = facts.read;
  const { links } = facts.scored;
  const index = new LiveIndex(model);
  const numbers = new Map<string, number>();
  const rowOf = new Map(rows.map((row) => [row["id"]!, row]));
  const ordered = Array.from({ length: table.recordCount }, (_, record) => table.recordIds.at(record));
  for (const id of ordered) {
    const row = rowOf.get(id)!;
    const batch = index.standardise([valuesOf(model, row)]);
    numbers.set(id, index.put({ source: sourceOf(row), id }, batch, 0).number);
  }
  let compared = 0;
  for (let i = 0; i < links.count; i += 5) {
    const [left, right] = [numbers.get(ordered[links.left[i]!]!)!, numbers.get(ordered[links.right[i]!]!)!];
    assert.equal(index.linksOf(left).find(({ other }) => other === right)?.logOdds, links.logOdds[i]);
    compared += 1;
  }
  assert.ok(compared > 50, `${compared} links`);
  const { clusterOf } = facts.clusters;
  const members = (cluster: number): string[] => ordered.filter((_, record) => clusterOf[record] === cluster).sort();
  const idOf = new Map([...numbers].map(([id, number]) => [number, id]));
  for (let record = 0; record < ordered.length; record += 50) {
    const number = numbers.get(ordered[record]!)!;
    const own = index.clustersOf([number]).find((cluster) => cluster.includes(number)) ?? [];
    assert.deepEqual(own.map((member) => idOf.get(member)!).sort(), members(clusterOf[record]!));
  }
}
