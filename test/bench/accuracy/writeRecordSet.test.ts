import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readRecordSet } from "../../../bench/accuracy/recordSets/readRecordSet.ts";
import { writeRecordSet } from "../../../bench/accuracy/recordSets/writeRecordSet.ts";
import { smallSet } from "./recordSets.ts";

test("a written set holds no truth and reads back as it was", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "namesake-test-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const options = writeRecordSet(smallSet, folder);
  assert.equal(options.sourceColumn, "source_dataset");
  assert.equal(readFileSync(options.truth, "utf8"), "id,source,truth\na,x,1\nb,x,2\nc,y,3\nd,y,1\n");
  const development = {
    name: "small",
    sourceColumn: "source_dataset",
    acrossOnly: false,
    goal: 0,
    peerBest: 0,
    names: [],
    birthDate: [],
    address: [],
  };
  const back = await readRecordSet(options.input as string, development);
  assert.deepEqual(back, { ...smallSet, truth: ["", "", "", ""] });
});
