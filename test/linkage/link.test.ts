// The engine from end to end: what must change nothing in its files, and inputs at the edge of sense.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { link } from "../../src/linkage/link.ts";
import type { InputRow, LinkOptions } from "../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import { type MadeUpRow, madeUpRecords, shuffled, withoutColumns } from "./madeUpRecords.ts";
import { makeFiles } from "./read/temporaryFiles.ts";

// A model says on which day it was trained; a test that runs over midnight must not fail.
process.env.SOURCE_DATE_EPOCH = "1000000000";

const people = madeUpRecords({ records: 400, seed: 11, errorRate: 2 });
const rows = withoutColumns(people, "cluster_id");

const run = (input: LinkOptions["input"], options: Partial<LinkOptions> = {}): Promise<LinkRun> =>
  link({ input, idColumn: "unique_id", threads: 1, ...options });

/** Every file of a written run as text (Parquet is written as CSV here), but for times and the report's. */
async function filesOf(context: TestContext, finished: LinkRun): Promise<Map<string, string>> {
  const out = join(await makeFiles(context, {}), "run");
  await finished.write({ out, format: "csv" });
  const files = new Map<string, string>();
  for (const name of (await readdir(out)).sort()) {
    if (name === "report.html") continue;
    const text = await readFile(join(out, name), "utf8");
    files.set(name, name === "summary.json" ? withoutTimes(text) : text);
  }
  return files;
}

function withoutTimes(summary: string): string {
  const facts = JSON.parse(summary);
  const changing = ["secondsPerStage", "seconds", "scoreSecondsPerThread", "peakMemoryBytes", "threads"];
  for (const name of changing) delete facts[name];
  return JSON.stringify(facts);
}

function assertSameFiles(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
  assert.deepEqual([...actual.keys()], [...expected.keys()]);
  for (const [name, text] of expected) assert.equal(actual.get(name), text, name);
}

/** Clusters as sets of identifiers, in a fixed order. */
function clustersOf(finished: LinkRun): string[] {
  const members = new Map<string, string[]>();
  for (const { source, recordId, clusterId } of finished.clusters()) {
    members.set(clusterId, [...(members.get(clusterId) ?? []), `${source}:${recordId}`]);
  }
  return [...members.values()].map((one) => one.sort().join(" ")).sort();
}

test("the order of rows changes no byte of any file", async (context) => {
  const expected = await filesOf(context, await run(rows));
  assert.ok(expected.has("clusters.csv") && expected.has("links.csv") && expected.has("model.json"));
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      assertSameFiles(await filesOf(context, await run(shuffled(rows, seed))), expected);
    }),
    { numRuns: 3 },
  );
});

test("truth given as a file, as a column or not at all: the same clusters, links and model", async (context) => {
  const truth = people.map(({ unique_id, cluster_id }) => `${unique_id},${cluster_id}`).join("\n");
  const folder = await makeFiles(context, { "truth.csv": `unique_id,cluster_id\n${truth}\n` });
  const without = await filesOf(context, await run(rows));
  for (const [input, place] of [
    [rows, join(folder, "truth.csv")],
    [people, "cluster_id"],
  ] as const) {
    const finished = await run(input, { truth: place });
    assert.ok(finished.summary.evaluation !== null);
    const files = await filesOf(context, finished);
    for (const name of ["clusters.csv", "links.csv", "model.json"])
      assert.equal(files.get(name), without.get(name), name);
  }
});

test("a model used again on the same rows gives the same clusters and links", async (context) => {
  for (const options of [{}, { sourceColumn: "source" }, { sourceColumn: "source", acrossOnly: true }]) {
    const folder = join(await makeFiles(context, {}), "first");
    const first = await run(rows, options);
    await first.write({ out: folder, format: "csv" });
    const again = await filesOf(context, await run(rows, { ...options, model: join(folder, "model.json") }));
    for (const name of ["clusters.csv", "links.csv", "model.json"]) {
      assert.equal(again.get(name), await readFile(join(folder, name), "utf8"), `${name} ${JSON.stringify(options)}`);
    }
  }
});

test("the settings of a run given back repeat it", async (context) => {
  const folder = join(await makeFiles(context, {}), "first");
  const first = await run(rows);
  await first.write({ out: folder, format: "csv" });
  const expected = await filesOf(context, first);
  const again = await link({ input: rows, threads: 1, settings: join(folder, "settings.json") });
  const files = await filesOf(context, again);
  for (const name of ["clusters.csv", "links.csv", "model.json"])
    assert.equal(files.get(name), expected.get(name), name);
});

test("across sources alone no link stands within one", async () => {
  const finished = await run(rows, { sourceColumn: "source", acrossOnly: true });
  const { scored, collapsed } = finished.facts;
  assert.ok(scored.links.count > 100);
  const { sourceOf } = collapsed.records;
  for (let i = 0; i < scored.links.count; i += 1) {
    assert.notEqual(sourceOf[scored.links.left[i] ?? 0], sourceOf[scored.links.right[i] ?? 0]);
  }
});

test("sources that hold a person once give a cluster one record of each", async () => {
  const once = withoutColumns(
    madeUpRecords({ records: 400, seed: 4, sources: 2, oneRecordPerSource: true }),
    "cluster_id",
  );
  const finished = await run(once, { sourceColumn: "source", settings: { clustering: { onePerSource: true } } });
  const seen = new Set<string>();
  for (const { source, clusterId } of finished.clusters()) {
    assert.ok(!seen.has(`${clusterId} ${source}`), "two records of one source in a cluster");
    seen.add(`${clusterId} ${source}`);
  }
  assert.ok(finished.summary.duplicates > 50);
});

test("people without any second record are (nearly) never linked", async () => {
  for (const seed of [1, 2, 3]) {
    const alone = withoutColumns(madeUpRecords({ records: 600, seed, duplicateShare: 0 }), "cluster_id");
    const { duplicates } = (await run(alone)).summary;
    assert.ok(duplicates <= 12, `${duplicates} of 600 records taken for somebody else's, seed ${seed}`);
  }
});

test("an aborted run ends as interrupted", async () => {
  const controller = new AbortController();
  const started = run(rows, {
    signal: controller.signal,
    onProgress: ({ stage }) => {
      if (stage === "train") controller.abort();
    },
  });
  await assert.rejects(started, { code: "INTERRUPTED" });
});

const sizes = (finished: LinkRun): number[] => clustersOf(finished).map((one) => one.split(" ").length);
const person = (i: number): MadeUpRow => ({
  id: `${i}`,
  given_name: ["Gudrun", "Tobias", "Wilhelmina", "Octavian"][i % 4] ?? "",
  surname: ["Larchwood", "Okonkwo", "Szymborska"][i % 3] ?? "",
  birth_date: `19${50 + (i % 40)}-0${1 + (i % 9)}-1${i % 10}`,
});

/** What a file of so little may end in: clusters, or a clear refusal. */
async function sizesOrRefusal(input: readonly MadeUpRow[]): Promise<number[] | string> {
  return link({ input, idColumn: "id" }).then(sizes, (error: unknown) => {
    if (error instanceof NamesakeError) return error.code;
    throw error;
  });
}

test("one record, and two", async () => {
  for (const count of [1, 2]) {
    const found = await sizesOrRefusal(Array.from({ length: count }, (_, i) => person(i)));
    if (found !== "COLUMNS_NOT_USABLE") assert.deepEqual(found, Array(count).fill(1));
  }
});

test("columns that are empty and columns of one value change nothing", async () => {
  const plain = await run(rows.slice(0, 150));
  const padded = rows.slice(0, 150).map((row) => ({ ...row, remarks: "", centre: "North", other: null }));
  assert.deepEqual(clustersOf(await run(padded)), clustersOf(plain));
});

test("records without any value are nobody", async () => {
  const blank = Array.from(
    { length: 30 },
    (_, i): InputRow => ({ unique_id: `blank ${i}`, given_name: "", surname: null }),
  );
  const finished = await run([...rows.slice(0, 100), ...blank]);
  const found = clustersOf(finished).filter((one) => one.includes("blank"));
  assert.equal(found.length, 30);
});

test("all rows identical: one person, as many as rows, or refused", async () => {
  const found = await sizesOrRefusal(Array.from({ length: 400 }, (_, i) => ({ ...person(1), id: `${i}` })));
  if (found !== "COLUMNS_NOT_USABLE") assert.ok([1, 400].includes(found.length), `${found.length} clusters`);
});

test("one record three hundred and twenty times among others is one person, in one source as in two", async () => {
  const others = withoutColumns(madeUpRecords({ records: 1200, seed: 6 }), "cluster_id", "source");
  for (const sources of [["a"], ["a", "b"]]) {
    const sourceOf = (i: number): string => sources[i % sources.length] ?? "";
    const extra = Array.from({ length: 320 }, (_, i) => ({ ...others[0], unique_id: `again${i}` }));
    const input = [...others, ...extra].map((row, i) => ({ ...row, system: sourceOf(i) }));
    const finished = await run(input, { sourceColumn: "system", settings: { clustering: { onePerSource: false } } });
    const parts = clustersOf(finished).filter((one) => one.includes("again"));
    // 300 is the most that one component may have.
    assert.ok(parts.length <= 2, `${parts.length} clusters, ${sources.length} sources`);
  }
});

test("a file of codes alone is linked or refused, not crashed", async () => {
  const codes = Array.from({ length: 300 }, (_, i) => ({
    id: `r${i}`,
    ward: `W${i % 7}`,
    tenure: `${i % 4}`,
    band: "ABCD"[i % 4] ?? "",
  }));
  const found = await sizesOrRefusal(codes);
  assert.ok(typeof found === "string" || found.length > 0);
});
