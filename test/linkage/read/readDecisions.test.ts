// Decisions find their records by source and identifier; what cannot be understood stops, what is not there waits.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { RecordDecision } from "../../../src/linkage/linkOptions.ts";
import { readDecisions } from "../../../src/linkage/read/readDecisions.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { type ErrorCode, NamesakeError } from "../../../src/shared/errors.ts";
import { makeFiles } from "./temporaryFiles.ts";

const fails = (expected: ErrorCode, place: RegExp) => (error: unknown) => {
  assert.ok(error instanceof NamesakeError && error.code === expected, String(error));
  assert.match(error.message, place);
  return true;
};

/** Canonical order: x 1, x 2, y 1, y 3, y é. */
const table = recordTableFromRows(
  [
    { id: "é", s: "y", n: "a" },
    { id: "1", s: "y", n: "a" },
    { id: "2", s: "x", n: "a" },
    { id: "3", s: "y", n: "a" },
    { id: "1", s: "x", n: "a" },
  ],
  { sourceColumn: "s", idColumn: "id" },
);

test("a file's rows find their records; unknown ones are told by their rows", async (context) => {
  const header = "reason,Kind,right_id,left_source,left_id,right_source\n";
  const rows = ["letter,same,1,x,1,y", ",DIFFERENT,é,,2,", "gone,same,9,x,1,x", ",same,3,z,1,"];
  const folder = await makeFiles(context, { "decisions.csv": `${header}${rows.join("\n")}\n` });
  const found = await readDecisions(join(folder, "decisions.csv"), table);
  assert.deepEqual(found.decisions, [
    { left: 0, right: 2, kind: "same" },
    { left: 1, right: 4, kind: "different" },
  ]);
  assert.deepEqual(found.unknownRows, [3, 4]);
});

test("decisions from memory are read likewise, by row numbers too", async () => {
  const numbered = recordTableFromRows(Array.from({ length: 12 }, (_, i) => ({ name: `n${i}` })));
  const found = await readDecisions([{ kind: "same", left: { id: "12" }, right: { id: "2" } }], numbered);
  assert.deepEqual(found.decisions, [{ left: 11, right: 1, kind: "same" }]);
  assert.deepEqual((await readDecisions([], numbered)).decisions, []);
});

test("what cannot be understood stops, with its rows and without identifiers", async (context) => {
  const decision = (kind: string, left: RecordDecision["left"], right: RecordDecision["right"]) =>
    ({ kind, left, right }) as RecordDecision;
  const bad = [
    decision("same", { id: "2" }, { id: "3" }),
    decision("equal", { id: "2" }, { id: "3" }),
    decision("same", { id: "1" }, { id: "3" }),
  ];
  await assert.rejects(
    readDecisions(bad, table),
    fails("DECISIONS_INVALID", /row 2: kind is neither.*row 3: an identifier stands in several sources/),
  );
  const folder = await makeFiles(context, {
    "columns.csv": "kind,left,right\nsame,1,2\n",
    "empty.csv": "kind,left_id,right_id\nsame,2,\n",
  });
  await assert.rejects(
    readDecisions(join(folder, "columns.csv"), table),
    fails("DECISIONS_INVALID", /left_id, right_id/),
  );
  await assert.rejects(readDecisions(join(folder, "empty.csv"), table), fails("DECISIONS_INVALID", /row 1/));
  await assert.rejects(readDecisions(join(folder, "none.csv"), table), fails("FILE_NOT_FOUND", /none\.csv/));
});

test("a contradiction is refused with the rows of its chain, unknown records not counted", async () => {
  const [a, b, c] = [{ id: "2" }, { id: "3" }, { id: "é" }];
  const rulings: RecordDecision[] = [
    { kind: "same", left: a, right: b },
    { kind: "same", left: { id: "gone" }, right: b },
    { kind: "different", left: c, right: a },
    { kind: "same", left: b, right: c },
  ];
  await assert.rejects(
    readDecisions(rulings, table),
    fails("DECISIONS_CONTRADICT", /row 3 says different, but rows 4, 1 say same/),
  );
});
