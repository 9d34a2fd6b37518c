// Labels teach and force nothing: without them, and with few or beside the point, the result is as before; many doubtful
// ones make it better; what they changed is told.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import fc from "fast-check";
import { pairsOfClusters } from "../../../src/linkage/labels/pairsOfClusters.ts";
import { link } from "../../../src/linkage/link.ts";
import type { LinkOptions, RecordClusterLabel, RecordLabel } from "../../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { collectReportData } from "../../../src/linkage/report/collectReportData.ts";
import { renderReport } from "../../../src/linkage/report/renderReport.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { doubtfulRows as rows } from "../doubtfulRows.ts";
import { makeFiles } from "../read/temporaryFiles.ts";

const truthOf = new Map(rows.map(({ unique_id = "", cluster_id = "" }) => [unique_id, cluster_id]));
let plain: LinkRun;
before(async () => {
  plain = await run({});
});

function run(options: Partial<LinkOptions>): Promise<LinkRun> {
  return link({ input: rows, idColumn: "unique_id", truth: "cluster_id", threads: 1, ...options });
}

const labelOf = (left: string, right: string): RecordLabel => ({
  kind: truthOf.get(left) === truthOf.get(right) ? "same" : "different",
  left: { id: left },
  right: { id: right },
});
const opposite = ({ kind, left, right }: RecordLabel): RecordLabel => ({
  kind: kind === "same" ? "different" : "same",
  left,
  right,
});
const f1 = (of: LinkRun): number => of.summary.evaluation?.f1 ?? 0;
const clustersOf = (of: LinkRun): string[] => [...of.clusters()].map(({ clusterId }) => clusterId);

/** Labels on links of the run without labels: those nearest to the threshold, or any, as their truth is. */
function draw(count: number, seed: number, isDoubtful: boolean): RecordLabel[] {
  const { scored, collapsed, read, model } = plain.facts;
  const random = createRandom(seed);
  const firstOf = new Map<number, number>();
  collapsed.rowOf.forEach((row, record) => {
    if (!firstOf.has(row)) firstOf.set(row, record);
  });
  const distance = (link: number) => Math.abs(scored.links.logOdds[link]! - model.thresholds.link);
  const links = Array.from({ length: scored.links.count }, (_, link) => link);
  if (isDoubtful) links.sort((a, b) => distance(a) - distance(b) || a - b).splice(count * 3);
  const name = (row: number) => read.table.recordIds.at(firstOf.get(row) ?? 0);
  return Array.from({ length: count }, () => {
    const link = links[Math.floor(random() * links.length)] ?? 0;
    return labelOf(name(scored.links.left[link]!), name(scored.links.right[link]!));
  }).filter(({ left, right }) => left.id !== right.id);
}

test("few labels leave clusters and links as they are", async () => {
  for (const labels of [[], draw(20, 1, false), draw(20, 8, false), draw(8, 3, true).map(opposite)]) {
    const taught = await run({ labels });
    assert.equal(taught.summary.labels?.isLearnt, false, JSON.stringify(taught.summary.labels));
    assert.deepEqual(clustersOf(taught), clustersOf(plain));
    assert.deepEqual(taught.model.scoring, plain.model.scoring);
    assert.deepEqual(taught.model.thresholds, plain.model.thresholds);
  }
});

test("labels drawn at random never make it worse by more than chance, many doubtful ones make it better", async () => {
  const gains: number[] = [];
  for (const [count, seed] of [
    [100, 4],
    [400, 5],
  ] as const) {
    const random = await run({ labels: draw(count, seed, false) });
    assert.ok(f1(random) > f1(plain) - 0.005, `${count} random: ${f1(random)} after ${f1(plain)}`);
    const doubtful = await run({ labels: draw(count, seed, true) });
    assert.ok(f1(doubtful) > f1(plain) - 0.005, `${count} doubtful: ${f1(doubtful)} after ${f1(plain)}`);
    gains.push(f1(doubtful) - f1(plain));
  }
  assert.ok(Math.max(...gains) >= 0, gains.join());
});

test("what was taught is told: counts, hash, agreement, threshold, doubtful labels, in summary, model and report", async () => {
  const right = draw(60, 6, false);
  const certain = plain.facts.scored.links.logOdds.indexOf(Math.max(...plain.facts.scored.links.logOdds));
  const { left, right: other } = plain.facts.scored.links;
  const ids = [left, other].map((side) =>
    plain.facts.read.table.recordIds.at(plain.facts.collapsed.rowOf.indexOf(side[certain] ?? 0)),
  );
  const wrong: RecordLabel = { kind: "different", left: { id: ids[0] ?? "" }, right: { id: ids[1] ?? "" } };
  const away: RecordLabel = { kind: "same", left: { id: "nobody" }, right: { id: ids[0] ?? "" } };
  const taught = await run({ labels: [wrong, ...right, away] });
  const { labels } = taught.summary;
  assert.ok(labels);
  assert.deepEqual(labels.doubtful[0]?.rows, [1]);
  assert.equal(labels.unknown, 1);
  assert.match(labels.hash, /^[0-9a-f]{16}$/);
  assert.match(taught.model.training.notes.join("\n"), new RegExp(`Labels used: \\d+ .*${labels.hash}`));
  assert.match(taught.summary.notes.join("\n"), /holds for wrong.*rows 1/);
  const report = renderReport(await collectReportData(taught.facts, taught.summary, taught.clusterIds));
  assert.match(report, /What labels taught/);
  assert.doesNotMatch(
    renderReport(await collectReportData(plain.facts, plain.summary, plain.clusterIds)),
    /What labels taught/,
  );
  assert.equal("labels" in plain.summary, false);
});

test("a file of pairs, its rows in any order, a list and a file of clusters teach alike", async (context) => {
  const labels = draw(40, 7, true);
  const lines = labels.map(({ kind, left, right }) => `${kind},${left.id},${right.id},1`);
  const members = rows.slice(0, 60).map(({ unique_id = "", cluster_id = "" }) => `${unique_id},${cluster_id}`);
  const folder = await makeFiles(context, {
    "pairs.csv": `kind,left_id,right_id,weight\n${lines.toReversed().join("\n")}\n`,
    "clusters.csv": `record_id,cluster_id\n${members.join("\n")}\n`,
  });
  const fromList = await run({ labels });
  const fromFile = await run({ labels: join(folder, "pairs.csv") });
  assert.equal(fromFile.summary.labels?.hash, fromList.summary.labels?.hash);
  assert.deepEqual(fromFile.model.scoring, fromList.model.scoring);
  const clusters: RecordClusterLabel[] = rows
    .slice(0, 60)
    .map(({ unique_id = "", cluster_id = "" }) => ({ record: { id: unique_id }, cluster: cluster_id }));
  const ofClusters = await run({ labels: clusters });
  assert.equal(
    (await run({ labels: join(folder, "clusters.csv") })).summary.labels?.hash,
    ofClusters.summary.labels?.hash,
  );
  assert.equal((ofClusters.summary.labels?.same ?? 0) + (ofClusters.summary.labels?.different ?? 0), (60 * 59) / 2);
});

test("labels that cannot be understood are refused with their rows, and a model given learns nothing", async (context) => {
  const folder = await makeFiles(context, {
    "kind.csv": "kind,left_id,right_id\nmaybe,a,b\nsame,,b\n",
    "columns.csv": "a,b\n1,2\n",
    "weight.csv": "kind,left_id,right_id,weight\nsame,a,b,-1\n",
    "header.csv": "kind,left_id,right_id\n",
  });
  const refused = async (options: Partial<LinkOptions>) => {
    const error = await run(options).then(
      () => assert.fail(),
      (reason: { code: string; where: string[] }) => reason,
    );
    assert.equal(error.code, "LABELS_INVALID");
    return error.where.join("\n");
  };
  assert.match(
    await refused({ labels: join(folder, "kind.csv") }),
    /row 1: kind is neither[\s\S]*row 2: an identifier/,
  );
  assert.match(await refused({ labels: join(folder, "columns.csv") }), /neither kind, left_id/);
  assert.match(await refused({ labels: join(folder, "weight.csv") }), /row 1: weight/);
  await plain.write({ out: join(folder, "run") });
  assert.match(await refused({ labels: [], model: join(folder, "run", "model.json") }), /cannot be given together/);
  const none = await run({ labels: join(folder, "header.csv") });
  assert.deepEqual(clustersOf(none), clustersOf(plain));
});

test("pairs of clusters: inside the same, across different, each pair once at most", () => {
  const clusters = fc.array(fc.constantFrom("p", "q", "r"), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(clusters, (given) => {
      const labels = pairsOfClusters(given.map((cluster, record) => ({ record, cluster, row: record + 1 })));
      assert.equal(labels.length, (given.length * (given.length - 1)) / 2);
      assert.equal(new Set(labels.map(({ left, right }) => `${left} ${right}`)).size, labels.length);
      for (const { left, right, kind } of labels) {
        assert.ok(left < right);
        assert.equal(kind === "same", given[left] === given[right]);
      }
    }),
  );
});
