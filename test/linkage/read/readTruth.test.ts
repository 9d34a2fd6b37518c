import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { readRecordsById } from "../../../src/linkage/read/readRecordsById.ts";
import { readTruth } from "../../../src/linkage/read/readTruth.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { type ErrorCode, NamesakeError } from "../../../src/shared/errors.ts";
import { makeFiles, rowsOf } from "./temporaryFiles.ts";

const code = (expected: ErrorCode) => (error: unknown) => error instanceof NamesakeError && error.code === expected;

const table = recordTableFromRows([
  { id: "b", name: "Ann" },
  { id: "a", name: "Bob" },
  { id: "é", name: "Cid" },
  { id: "ab", name: "Dan" },
]);
const twoSources = recordTableFromRows(
  [
    { id: "1", s: "x", n: "a" },
    { id: "2", s: "x", n: "a" },
    { id: "1", s: "y", n: "a" },
    { id: "3", s: "y", n: "a" },
  ],
  { sourceColumn: "s", idColumn: "id" },
);

test("records find their cluster, others are unknown", async (context) => {
  const folder = await makeFiles(context, { "truth.csv": "who,group,more\né,p2,x\na,p1,x\nzz,p9,x\nb,p1,x\n" });
  const truth = await readTruth(join(folder, "truth.csv"), table);
  assert.deepEqual([...table.recordIds], ["a", "ab", "b", "é"]);
  assert.deepEqual([truth[0] === truth[2], truth[1], truth[3] === truth[0]], [true, -1, false]);
});

test("row numbers find their cluster too", async (context) => {
  const numbered = recordTableFromRows(Array.from({ length: 12 }, (_, i) => ({ name: `n${i}` })));
  const folder = await makeFiles(context, { "truth.csv": "row,group\n12,p1\n2,p1\n1,p2\n" });
  const truth = await readTruth(join(folder, "truth.csv"), numbered);
  assert.equal(truth[11], truth[1]);
  assert.notEqual(truth[0], truth[1]);
  assert.equal(truth[5], -1);
});

test("an identifier in two sources needs the source column", async (context) => {
  const folder = await makeFiles(context, {
    "with.csv": "id,cluster,from\n1,p1,x\n1,p2,y\n3,p1,y\n",
    "without.csv": "id,cluster\n1,p1\n",
    "fine.csv": "id,cluster\n2,p1\n3,p1\n",
  });
  assert.deepEqual([...(await readTruth(join(folder, "with.csv"), twoSources))], [0, -1, 1, 0]);
  assert.deepEqual([...(await readTruth(join(folder, "fine.csv"), twoSources))], [-1, 0, -1, 0]);
  await assert.rejects(readTruth(join(folder, "without.csv"), twoSources), code("TRUTH_INVALID"));
});

test("a source column may stand before the cluster", async (context) => {
  const folder = await makeFiles(context, {
    "by-content.csv": "id,from,cluster\n1,x,p1\n1,y,p2\n3,y,p1\n",
    "by-name.csv": "id,source_dataset,cluster\na,s1,p1\nb,s1,p2\n",
    "cluster-alone.csv": "id,source\na,p1\nb,p2\n",
  });
  assert.deepEqual([...(await readTruth(join(folder, "by-content.csv"), twoSources))], [0, -1, 1, 0]);
  assert.deepEqual([...(await readTruth(join(folder, "by-name.csv"), table))], [0, -1, 1, -1]);
  assert.deepEqual([...(await readTruth(join(folder, "cluster-alone.csv"), table))], [0, -1, 1, -1]);
});

test("truth that cannot be right is refused", async (context) => {
  const folder = await makeFiles(context, {
    "one.csv": "id\na\nb\n",
    "strangers.csv": "id,c\nq,1\nr,1\n",
    "two.csv": "id,c\na,1\na,2\n",
  });
  for (const name of ["one.csv", "strangers.csv", "two.csv"]) {
    await assert.rejects(readTruth(join(folder, name), table), code("TRUTH_INVALID"), name);
  }
});

test("records are read by identifier, with their source or without", async (context) => {
  const folder = await makeFiles(context, {
    "x.csv": "id,name\n1,Ann\n2,Bob\nbroken\n",
    "y.csv": "id,name\n1,Cid\n3:4,Dan\n",
  });
  const input = [join(folder, "x.csv"), join(folder, "y.csv")];
  const read = async (ids: string[], idColumn?: string | null) =>
    rowsOf(await readRecordsById(input, idColumn === undefined ? {} : { idColumn }, ids));
  for (const idColumn of ["id", undefined]) {
    assert.deepEqual(await read(["y:1", "2"], idColumn), [
      { "@source": "x", "@id": "2", name: "Bob" },
      { "@source": "y", "@id": "1", name: "Cid" },
    ]);
    assert.equal((await read(["1"], idColumn)).length, 2);
    assert.equal((await read(["3:4"], idColumn))[0]?.name, "Dan");
    assert.equal((await read(["y:3:4"], idColumn))[0]?.name, "Dan");
    await assert.rejects(read(["2", "none"], idColumn), (error: unknown) => {
      return code("RECORD_NOT_FOUND")(error) && String(error).includes("identifier 2");
    });
  }
  assert.deepEqual(await read(["y:2"], null), [{ "@source": "y", "@id": "2", id: "3:4", name: "Dan" }]);
});
