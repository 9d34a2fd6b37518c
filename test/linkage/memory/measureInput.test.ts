import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { link } from "../../../src/linkage/link.ts";
import { measureInput } from "../../../src/linkage/memory/measureInput.ts";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { makeFiles } from "../read/temporaryFiles.ts";

const rows = Array.from({ length: 20_000 }, (_, i) => `${i},Ann ${i},Marsh ${i % 97},19${10 + (i % 90)}-03-04`);
const csv = `id,given_name,surname,birth_date\n${rows.join("\n")}\n`;
const ndjson = rows.map((row, id) => JSON.stringify({ id, name: row, town: "Leeds" })).join("\n");

test("rows of text files are counted within a tenth, columns exactly", async (context) => {
  const folder = await makeFiles(context, { "a.csv": csv, "b.ndjson": ndjson });
  const ofCsv = await measureInput([join(folder, "a.csv")]);
  assert.equal(ofCsv.columnCount, 4);
  assert.equal(ofCsv.textBytes, csv.length);
  assert.ok(Math.abs(ofCsv.recordCount / rows.length - 1) < 0.1, String(ofCsv.recordCount));
  const both = await measureInput([join(folder, "a.csv"), join(folder, "b.ndjson")]);
  assert.ok(Math.abs(both.recordCount / rows.length / 2 - 1) < 0.1, String(both.recordCount));
});

test("compressed files are taken for larger than they are", async (context) => {
  const packed = gzipSync(csv);
  const folder = await makeFiles(context, { "a.csv.gz": packed });
  assert.ok((await measureInput([join(folder, "a.csv.gz")])).textBytes > packed.length);
});

test("a run that does not fit is refused before it reads, with what would", async (context) => {
  const folder = await makeFiles(context, { "a.csv": csv });
  const refused = link({ input: join(folder, "a.csv"), memoryBytes: 2 ** 20 });
  await assert.rejects(refused, (error: unknown) => {
    assert.ok(error instanceof NamesakeError && error.code === "MEMORY_TOO_SMALL");
    assert.match(error.message, /need \d+M on one thread/);
    return true;
  });
});
