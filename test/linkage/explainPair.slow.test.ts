// An explanation of a pair must be the bulk run's own: the same match weight to the last bit, for every link written.
import assert from "node:assert/strict";
import { cp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { explainPair } from "../../src/linkage/explainPair.ts";
import { link } from "../../src/linkage/link.ts";
import type { LinkOptions } from "../../src/linkage/linkOptions.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import { makeFiles } from "./read/temporaryFiles.ts";
import { makeRows, toCsv } from "./report/collect/madeUpRun.ts";

const columns = [
  "unique_id",
  "given_name",
  "middle_name",
  "surname",
  "sex",
  "birth_date",
  "address_line_1",
  "town",
  "postcode",
  "phone",
  "email",
];
const rows = makeRows(64, 5);

interface WrittenLink {
  readonly left: string;
  readonly right: string;
  readonly weight: number;
  readonly probability: number;
}

/** The links file's records (with their sources where there are several) and weights. */
async function readLinks(run: string): Promise<WrittenLink[]> {
  const [header = "", ...lines] = (await readFile(join(run, "links.csv"), "utf8")).trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const named = (side: string) => {
      const id = cell(`record_id_${side}`);
      return names.includes(`source_${side}`) ? `${cell(`source_${side}`)}:${id}` : id;
    };
    return {
      left: named("left"),
      right: named("right"),
      weight: Number(cell("match_weight")),
      probability: Number(cell("match_probability")),
    };
  });
}

async function requireSameWeights(run: string, input: LinkOptions["input"]): Promise<WrittenLink[]> {
  const links = await readLinks(run);
  let turnedLeft = 5;
  for (const { left, right, weight, probability } of links) {
    const pair = await explainPair({ run, left, right, input });
    assert.equal(pair.matchWeight, weight);
    assert.equal(pair.matchProbability, probability);
    const sum = pair.steps.reduce((total, step) => total + step.weight, 0);
    assert.ok(Math.abs(sum - weight) < 1e-9);
    assert.equal(pair.reason.startsWith("left apart"), pair.clusterIds.left !== pair.clusterIds.right);
    if (turnedLeft === 0) continue;
    turnedLeft -= 1;
    const turned = await explainPair({ run, left: right, right: left, input });
    assert.deepEqual([turned.matchWeight, turned.left], [weight, pair.right]);
  }
  return links;
}

const isCode = (code: string) => (error: unknown) => error instanceof NamesakeError && error.code === code;

test("every link of one file is explained with the very weight that was written", async (context) => {
  const folder = await makeFiles(context, { "people.csv": toCsv(rows, columns) });
  const input = join(folder, "people.csv");
  const run = await link({ input, threads: 1 });
  await run.write({ out: join(folder, "run"), format: "csv" });
  const links = await requireSameWeights(join(folder, "run"), input);
  assert.ok(links.length > 30);
  const identical = links.filter(({ left, right }) => right === `${left}x`);
  assert.ok(identical.length > 3, "identical records are among them");
});

test("every link across sources is explained, and the explanation knows the clusters", async (context) => {
  const folder = await makeFiles(context, {
    "north.csv": toCsv(
      rows.filter((_, index) => index % 2 === 0),
      columns,
    ),
    "south.csv": toCsv(
      rows.filter((_, index) => index % 2 === 1),
      columns,
    ),
  });
  const input = ["north.csv", "south.csv"].map((name) => join(folder, name));
  const run = await link({ input, threads: 1, acrossOnly: true });
  await run.write({ out: join(folder, "run"), format: "parquet" });
  await run.write({ out: join(folder, "run-csv"), format: "csv" });
  const links = await requireSameWeights(join(folder, "run-csv"), input);
  assert.ok(links.length > 10);
  const clusterOf = new Map([...run.clusters()].map((one) => [`${one.source}:${one.recordId}`, one.clusterId]));
  const [first] = links;
  const { left = "", right = "" } = first ?? {};
  const pair = await explainPair({ run: join(folder, "run"), left, right, input });
  assert.deepEqual(pair.clusterIds, { left: clusterOf.get(left), right: clusterOf.get(right) });
  assert.deepEqual([pair.left.source, pair.right.source], [left.split(":")[0], right.split(":")[0]]);
});

test("two records that share few fields are scored by the model's comparisons all the same", async (context) => {
  const folder = await makeFiles(context, { "people.csv": toCsv(rows, columns) });
  const input = join(folder, "people.csv");
  const run = await link({ input, threads: 1 });
  await run.write({ out: join(folder, "run"), format: "csv" });
  const onlyTown = rows.filter((row) => Object.keys(row).length === 3).map((row) => row.unique_id);
  assert.ok(onlyTown.length >= 2);
  const [left = "", right = ""] = onlyTown;
  const pair = await explainPair({ run: join(folder, "run"), left, right, input });
  const labels = run.model.scoring.comparisons.length;
  assert.equal(
    new Set(pair.steps.map(({ label }) => label)).size,
    labels +
      1 +
      [
        run.model.scoring.householdPrior,
        run.model.scoring.twinPrior ?? 0,
        run.model.scoring.neighbourPrior ?? 0,
        run.model.scoring.movedShare ?? 0,
      ].filter((share) => share > 0).length,
  );
  assert.ok(pair.steps.some(({ level }) => level === "missing"));
});

test("inputs are found from the run's settings; what has moved, is no run or no record is said", async (context) => {
  const folder = await makeFiles(context, { "people.csv": toCsv(rows, columns), "empty/nothing.txt": "" });
  const input = join(folder, "people.csv");
  const run = join(folder, "run");
  await (await link({ input, threads: 1 })).write({ out: run, format: "csv" });
  const [{ left = "", right = "" } = {}] = await readLinks(run);

  const settingsFile = join(run, "settings.json");
  const settings = JSON.parse(await readFile(settingsFile, "utf8")) as object;
  await writeFile(settingsFile, JSON.stringify({ ...settings, $inputs: [{ file: "people.csv", path: input }] }));
  assert.equal((await explainPair({ run, left, right })).left.recordId, left);

  await rename(input, join(folder, "moved.csv"));
  await assert.rejects(explainPair({ run, left, right }), isCode("FILE_NOT_FOUND"));
  const moved = join(folder, "moved.csv");
  assert.equal((await explainPair({ run, left, right, input: moved })).right.recordId, right);

  await assert.rejects(explainPair({ run, left, right: "nobody", input: moved }), isCode("RECORD_NOT_FOUND"));
  await assert.rejects(explainPair({ run: join(folder, "empty"), left, right }), isCode("RUN_INVALID"));
  await assert.rejects(explainPair({ run: join(folder, "none"), left, right }), isCode("RUN_INVALID"));
  await cp(run, join(folder, "broken"), { recursive: true });
  await rm(join(folder, "broken", "clusters.csv"));
  await assert.rejects(explainPair({ run: join(folder, "broken"), left, right, input: moved }), isCode("RUN_INVALID"));
  await writeFile(settingsFile, JSON.stringify({ ...settings, $inputs: [{ file: "-" }] }));
  await assert.rejects(explainPair({ run, left, right }), isCode("FILE_NOT_FOUND"));
});

test("an identifier that two sources share must be named with its source", async (context) => {
  const folder = await makeFiles(context, {
    "north.csv": toCsv(rows.slice(0, 40), columns),
    "south.csv": toCsv(rows.slice(0, 40), columns),
  });
  const input = ["north.csv", "south.csv"].map((name) => join(folder, name));
  const run = join(folder, "run");
  await (await link({ input, threads: 1 })).write({ out: run, format: "csv" });
  const id = rows[0]?.unique_id ?? "";
  await assert.rejects(explainPair({ run, left: id, right: `south:${id}`, input }), isCode("RECORD_NOT_FOUND"));
  const pair = await explainPair({ run, left: `south:${id}`, right: `north:${id}`, input });
  assert.deepEqual([pair.left.source, pair.right.source], ["south", "north"]);
  assert.equal(pair.reason, "linked, and in one cluster");
});
