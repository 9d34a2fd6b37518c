// The links that a run leaves for an index: as they were, and only for the rows and the model that they are of.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { LinkListBuilder } from "../../../src/linkage/score/linkList.ts";
import { readRunLinks, writeRunLinks } from "../../../src/linkage/write/runLinks.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
});
after(() => rm(folder, { recursive: true, force: true }));

const linked = { modelHash: "a1b2", rowOf: Int32Array.of(0, 1, 1, 2) };

test("links are read as they were written, for what they are of alone", async () => {
  const builder = new LinkListBuilder();
  builder.push(0, 1, 0.1 + 0.2, 0);
  builder.push(0, 2, -2.9999999999999996, 3);
  const links = builder.finish();
  assert.equal(await readRunLinks(folder, linked), null, "a folder without links");
  await writeRunLinks(folder, links, linked);
  assert.deepEqual(await readRunLinks(folder, linked), links);
  assert.equal(await readRunLinks(folder, { ...linked, modelHash: "a1b3" }), null, "another model");
  const edited = Int32Array.of(0, 1, 2, 2);
  assert.equal(await readRunLinks(folder, { ...linked, rowOf: edited }), null, "other records");
  const path = join(folder, "links.bin");
  const bytes = await readFile(path);
  bytes[bytes.length - 40]! ^= 1;
  await writeFile(path, bytes);
  assert.equal(await readRunLinks(folder, linked), null, "damaged");
});
