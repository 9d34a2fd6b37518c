// The report's figures against plain counts over the run's facts, record by record and pair by pair.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { link } from "../../../../src/linkage/link.ts";
import type { LinkRun } from "../../../../src/linkage/linkRun.ts";
import { collectReportData } from "../../../../src/linkage/report/collectReportData.ts";
import { renderReport } from "../../../../src/linkage/report/renderReport.ts";
import type { PairShown, ReportData } from "../../../../src/linkage/report/reportData.ts";
import { bitsPerNat, probabilityOf, scorePair } from "../../../../src/linkage/score/pairScorer.ts";
import { tabulateWeights } from "../../../../src/linkage/score/scoringModel.ts";
import { ClusterContradictions } from "../../../../src/linkage/write/clusterContradictions.ts";
import { createLinkDescriber } from "../../../../src/linkage/write/describeLinks.ts";
import { listLinkPairs } from "../../../../src/linkage/write/listLinkPairs.ts";
import { type MadeUpRow, makeRows } from "./madeUpRun.ts";

const rows = makeRows(2700, 11);
const linkRows = (input: readonly MadeUpRow[]): Promise<LinkRun> =>
  link({ input, idColumn: "unique_id", truth: "cluster_id", threads: 1 });
const reportOf = (run: LinkRun): Promise<ReportData> => collectReportData(run.facts, run.summary, run.clusterIds);

describe("a report over made-up people", () => {
  let run: LinkRun;
  let data: ReportData;
  before(async () => {
    run = await linkRows(rows);
    data = await reportOf(run);
  });

  test("figures agree with the summary and add up", () => {
    const { summary, facts } = run;
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    assert.equal(data.recordCount, rows.length);
    assert.equal(data.clusterCount, summary.clusters);
    assert.equal(sum(data.clusterSizes.map(({ size, count }) => size * count)), rows.length);
    assert.equal(sum(data.clusterSizes.map(({ count }) => count)), summary.clusters);
    assert.equal(sum(data.weightHistogram.map(({ count }) => count)), facts.scored.links.count);
    assert.equal(sum(data.blocking.rules.map(({ linkCount }) => linkCount)), facts.scored.links.count);
    assert.equal(data.blocking.candidatePairCount, summary.candidatePairs);
    assert.ok(data.blocking.estimatedRecall > 0.5 && data.blocking.estimatedRecall <= 1);
    assert.equal(data.possiblePairCount, (rows.length * (rows.length - 1)) / 2);
    assert.ok(Math.abs(2 ** data.priorWeight - facts.model.scoring.prior / (1 - facts.model.scoring.prior)) < 1e-12);
  });

  test("levels of each comparison have the model's m and u", () => {
    const { comparisons } = run.facts.model.scoring;
    assert.equal(data.comparisons.length, comparisons.length);
    data.comparisons.forEach(({ levels, name, description }, index) => {
      assert.deepEqual(
        levels.map(({ m }) => m),
        comparisons[index]?.m,
      );
      assert.ok(levels.every(({ m, u, weight }) => Math.abs(2 ** weight - m / u) < 1e-9 * (m / u)));
      assert.ok(name !== "" && description !== "");
    });
  });

  test("the threshold table is what counting every pair of records gives", () => {
    const { thresholds, expectedTotal } = countByThreshold(run);
    assert.ok(data.thresholdTable.length > 20);
    for (const point of data.thresholdTable) {
      const counted = thresholds.get(point.threshold);
      assert.ok(counted !== undefined);
      const close = (actual: number | null, expected: number) => assert.ok(Math.abs((actual ?? -1) - expected) < 1e-9);
      close(point.estimatedPrecision, counted.expected / counted.pairs);
      close(point.precision, counted.correct / counted.pairs);
      close(point.recall, counted.correct / (run.summary.evaluation?.truePairs ?? 0));
      assert.ok(point.estimatedRecall <= counted.expected / expectedTotal + 1e-9);
    }
    const recalls = data.thresholdTable.map(({ estimatedRecall }) => estimatedRecall);
    assert.deepEqual(
      recalls,
      recalls.toSorted((a, b) => b - a),
    );
  });

  test("what links contradict each other in, noted while they are described, shows the same suspicious clusters", async () => {
    const { facts } = run;
    const describe = createLinkDescriber({
      records: facts.collapsed.records,
      frequencies: facts.frequencies,
      model: facts.model.scoring,
      ruleLabels: [...facts.measured.map(({ rule }) => rule.name), "identical"],
    });
    const contradicted = new ClusterContradictions(facts.rowClusters);
    for (const pairs of listLinkPairs(facts)) contradicted.add(pairs, describe(pairs));
    assert.ok(contradicted.bits.some((bits) => bits !== 0));
    assert.ok(data.suspiciousClusters.length > 5);
    const noted = await collectReportData(facts, run.summary, run.clusterIds, contradicted.bits);
    assert.deepEqual(noted.suspiciousClusters, data.suspiciousClusters);
  });

  test("pairs shown add up, and are what they are said to be", () => {
    const clusterOf = clustersByIdentifier(run);
    const truthOf = new Map(rows.map((row) => [row.unique_id, row.cluster_id]));
    const isTogether = ({ left, right }: PairShown) => clusterOf.get(left.recordId) === clusterOf.get(right.recordId);
    const isTrue = ({ left, right }: PairShown) => truthOf.get(left.recordId) === truthOf.get(right.recordId);
    const { link: linkWeight, review } = data.thresholds;
    for (const pair of [...data.doubtfulPairs, ...data.worstErrors]) {
      const sum = pair.steps.reduce((total, { weight }) => total + weight, 0);
      assert.ok(Math.abs(sum - pair.matchWeight) < 1e-9);
      assert.ok(Math.abs(probabilityOf(pair.matchWeight / bitsPerNat) - pair.matchProbability) < 1e-12);
      assert.equal(pair.left.source, null);
    }
    assert.ok(data.doubtfulPairs.length > 3 && data.doubtfulPairs.length <= 50);
    for (const pair of data.doubtfulPairs) {
      assert.ok(pair.matchWeight >= review);
      if (pair.reason === "put together through other records") {
        assert.ok(isTogether(pair) && pair.matchWeight < linkWeight);
      } else {
        assert.ok(!isTogether(pair));
        assert.equal(pair.reason === "doubtful", pair.matchWeight < linkWeight);
      }
    }
    assert.ok(data.worstErrors.some(({ reason }) => reason === "missed") && data.worstErrors.length <= 50);
    for (const pair of data.worstErrors) {
      assert.equal(isTrue(pair), pair.reason === "missed");
      assert.equal(isTogether(pair), pair.reason === "wrong");
    }
  });

  test("the worst missed pair is the one that scoring every missed pair gives", () => {
    const { facts } = run;
    const tables = tabulateWeights(facts.model.scoring);
    const { clusterOf } = facts.clusters;
    const truthOf = facts.evaluation?.truthOf ?? new Int32Array(0);
    let worst = Number.NEGATIVE_INFINITY;
    for (let left = 0; left < rows.length; left += 1) {
      for (let right = left + 1; right < rows.length; right += 1) {
        if (truthOf[left] !== truthOf[right] || clusterOf[left] === clusterOf[right]) continue;
        const pair = [facts.collapsed.rowOf[left] ?? 0, facts.collapsed.rowOf[right] ?? 0] as const;
        worst = Math.max(worst, scorePair(tables, facts.comparer.compare(Math.min(...pair), Math.max(...pair))));
      }
    }
    const missed = data.worstErrors.filter(({ reason }) => reason === "missed").map(({ matchWeight }) => matchWeight);
    assert.equal(Math.max(...missed), worst * bitsPerNat);
  });

  test("records with a town alone cannot link, and are counted by what is known of them", () => {
    const onlyTown = rows.filter((row) => Object.keys(row).length === 3);
    assert.ok(onlyTown.length > 40);
    const counted = data.unlinkable.filter(({ reason }) => /^(only town known|no usable value)$/.test(reason));
    const filled = counted.reduce((sum, { count }) => sum + count, 0);
    assert.ok(filled >= onlyTown.length, `${filled} of ${onlyTown.length}`);
  });

  test("suspicious clusters have several records, a reason without values, and the identifier of their cluster", () => {
    const clusterOf = clustersByIdentifier(run);
    const values = new Set(rows.flatMap((row) => [row.surname, row.birth_date, row.given_name]));
    for (const { records, reason, clusterId } of data.suspiciousClusters) {
      assert.ok(records.length > 1);
      for (const { recordId } of records) assert.equal(clusterOf.get(recordId), clusterId);
      assert.match(reason, /^(a chain: |contradicting values of |larger than nearly all)/);
      for (const value of values) if (value !== undefined && value.length > 3) assert.ok(!reason.includes(value));
    }
    assert.ok(data.suspiciousClusters.length > 0 && data.suspiciousClusters.length <= 20);
  });

  test("the two records that speak most against each other stand first", () => {
    const { facts } = run;
    const tables = tabulateWeights(facts.model.scoring);
    const rowOf = new Map(
      [...run.clusters()].map(({ recordId }, record) => [recordId, facts.collapsed.rowOf[record] ?? 0]),
    );
    const evidenceOf = (left: number, right: number): number =>
      scorePair(tables, facts.comparer.compare(Math.min(left, right), Math.max(left, right)));
    for (const { records } of data.suspiciousClusters) {
      const members = records.map(({ recordId }) => rowOf.get(recordId) ?? 0);
      const [first = 0, second = 0] = members;
      const lowest = members.flatMap((left, i) =>
        members.slice(i + 1).flatMap((right) => (left === right ? [] : [evidenceOf(left, right)])),
      );
      assert.equal(evidenceOf(first, second), Math.min(...lowest));
    }
  });

  test("the order of rows changes nothing", async () => {
    const other = await reportOf(await linkRows(rows.toReversed()));
    const { secondsPerStage: _, peakMemoryBytes: __, ...comparable } = data;
    const { secondsPerStage: ___, peakMemoryBytes: ____, ...others } = other;
    assert.deepEqual(others, comparable);
  });

  test("without examples no value of a person is in the page", () => {
    const page = renderReport(data, { examples: false });
    const identifiers = rows.map(({ unique_id }) => unique_id).filter((id) => page.includes(id));
    assert.deepEqual(identifiers, []);
    const surnames = rows.flatMap(({ surname = "" }) => (surname.length > 6 ? [surname] : []));
    assert.deepEqual(
      surnames.filter((surname) => page.includes(`>${surname}<`)),
      [],
    );
  });
});

test("a run that finds nothing still has a report", async () => {
  const input = [
    { id: "a", name: "Ottoline Quillfeather", dob: "1981-02-03" },
    { id: "b", name: "Barnaby Thistlewood", dob: "1944-10-12" },
    { id: "c", name: "Perpetua Larkspur", dob: "1999-07-30" },
  ];
  const run = await link({ input, threads: 1 });
  const data = await reportOf(run);
  assert.equal(data.clusterCount, 3);
  assert.deepEqual(data.worstErrors, []);
  assert.equal(data.evaluation, null);
  assert.match(renderReport(data), /<\/html>/);
});

/** Identifier of record → identifier of cluster. */
function clustersByIdentifier(run: LinkRun): Map<string, string> {
  return new Map([...run.clusters()].map(({ recordId, clusterId }) => [recordId, clusterId]));
}

/** Per whole threshold the pairs of records at or above it, counted one by one; identical records are pairs too. */
function countByThreshold({ facts }: LinkRun) {
  const { collapsed, scored, model, comparer } = facts;
  const truthOf = facts.evaluation?.truthOf ?? new Int32Array(0);
  const tables = tabulateWeights(model.scoring);
  const recordsOf = new Map<number, number[]>();
  collapsed.rowOf.forEach((row, record) => {
    recordsOf.set(row, [...(recordsOf.get(row) ?? []), record]);
  });
  const pairs: { odds: number; isTrue: boolean }[] = [];
  const add = (odds: number, left: number, right: number) => {
    pairs.push({ odds, isTrue: truthOf[left] === truthOf[right] });
  };
  for (let i = 0; i < scored.links.count; i += 1) {
    for (const left of recordsOf.get(scored.links.left[i] ?? 0) ?? []) {
      for (const right of recordsOf.get(scored.links.right[i] ?? 0) ?? [])
        add(scored.links.logOdds[i] ?? 0, left, right);
    }
  }
  for (const [row, records] of recordsOf) {
    const odds = scorePair(tables, comparer.compare(row, row));
    records.forEach((left, index) => {
      for (const right of records.slice(index + 1)) add(odds, left, right);
    });
  }
  const thresholds = new Map<number, { pairs: number; expected: number; correct: number }>();
  for (let threshold = -4; threshold <= 30; threshold += 1) {
    const above = pairs.filter(({ odds }) => odds * bitsPerNat >= threshold);
    thresholds.set(threshold, {
      pairs: above.length,
      expected: above.reduce((sum, { odds }) => sum + probabilityOf(odds), 0),
      correct: above.filter(({ isTrue }) => isTrue).length,
    });
  }
  return { thresholds, expectedTotal: pairs.reduce((sum, { odds }) => sum + probabilityOf(odds), 0) };
}
