// The files: byte for byte the same for a seed, truth for every record, shuffled, complete or not there.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { generatePeople } from "../../src/generate/generatePeople.ts";
import { Random } from "../../src/generate/random/random.ts";
import { RowShuffler } from "../../src/generate/rowShuffler.ts";
import { writeMadeUpPeople } from "../../src/generate/writeMadeUpPeople.ts";
import { NamesakeError } from "../../src/shared/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "namesake-generate-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const read = (run: string, file: string): string => readFileSync(join(folder, run, file), "utf8");
const lines = (run: string, file: string): string[] => read(run, file).trimEnd().split("\n");

test("the same seed writes the same bytes, another seed others; nothing else is left", async () => {
  for (const [out, seed] of [
    ["a", 7],
    ["b", 7],
    ["c", 8],
  ] as const) {
    await writeMadeUpPeople({ out: join(folder, out), records: 3000, seed });
  }
  assert.deepEqual(readdirSync(join(folder, "a")).sort(), ["README.md", "records.csv", "truth.csv"]);
  for (const file of ["records.csv", "truth.csv", "README.md"]) assert.equal(read("a", file), read("b", file));
  assert.notEqual(read("a", "records.csv"), read("c", "records.csv"));
});

test("every record has its truth, and the order tells nothing", async () => {
  await writeMadeUpPeople({ out: join(folder, "d"), records: 3000, seed: 1 });
  const truth = new Map(
    lines("d", "truth.csv")
      .slice(1)
      .map((line) => line.split(",") as [string, string]),
  );
  const ids = lines("d", "records.csv")
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(",")));
  const made = [...generatePeople({ records: 3000, seed: 1 })];
  assert.equal(ids.length, 3000);
  assert.deepEqual([...truth.keys()], ids);
  for (const record of made) assert.equal(truth.get(record.unique_id), record.cluster_id);
  assert.notDeepEqual(
    ids,
    made.map((record) => record.unique_id),
  );
  const neighbours = ids.filter((id, i) => i > 0 && truth.get(id) === truth.get(ids[i - 1] ?? "")).length;
  assert.ok(neighbours < 20, `${neighbours} neighbours of one person`);
});

test("the fields asked for, in the order of the file", async () => {
  await writeMadeUpPeople({ out: join(folder, "e"), records: 10, fields: "surname,given_name" });
  assert.equal(lines("e", "records.csv")[0], "unique_id,source,given_name,surname");
});

test("an interrupted run leaves nothing, an existing folder is kept", async () => {
  const stop = new AbortController();
  const out = join(folder, "f");
  const run = writeMadeUpPeople({ out, records: 200_000, signal: stop.signal, onProgress: () => stop.abort() });
  await assert.rejects(run, (error: unknown) => error instanceof NamesakeError && error.code === "INTERRUPTED");
  assert.ok(!existsSync(out));
  assert.ok(!readdirSync(folder).some((name) => name.startsWith(".")));
  await assert.rejects(
    writeMadeUpPeople({ out: join(folder, "e"), records: 10 }),
    (error: unknown) => error instanceof NamesakeError && error.code === "OUTPUT_EXISTS",
  );
  await writeMadeUpPeople({ out: join(folder, "e"), records: 11, overwrite: true });
  assert.equal(lines("e", "records.csv").length, 12);
});

test("rows that go by way of the disk come back once each, in another order", () => {
  const shuffler = new RowShuffler(folder, 200_000, new Random(3));
  for (let i = 0; i < 30_000; i += 1) shuffler.push(`row ${i} ä`);
  const rows = [...shuffler.drain()].flat();
  assert.equal(new Set(rows).size, 30_000);
  assert.equal(rows.length, 30_000);
  assert.notEqual(rows[0], "row 0 ä");
  assert.ok(!readdirSync(folder).some((name) => name.endsWith(".tmp")));
});
