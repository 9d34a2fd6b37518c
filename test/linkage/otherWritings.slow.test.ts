// The same records in other digits and in signs of several pieces end in the same clusters, and are shown as they were given.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import { madeUpRecords, withoutColumns } from "./madeUpRecords.ts";

const rows = withoutColumns(madeUpRecords({ records: 700, seed: 77 }), "cluster_id", "email");

const inDigitsFrom =
  (zero: number) =>
  (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

async function linkWritten(write: (text: string) => string): Promise<LinkRun> {
  const written = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        name === "unique_id" || name === "source_dataset" ? value : write(value),
      ]),
    ),
  );
  return link({ input: written, threads: 1 });
}

const clustersOf = (run: LinkRun): string[] =>
  [...run.clusters()].map(({ recordId, clusterId }) => `${recordId} ${clusterId}`).sort();

const plain = linkWritten((text) => text);

for (const [title, write] of [
  ["Arabic digits", inDigitsFrom(0x660)],
  ["Devanagari digits", inDigitsFrom(0x966)],
  ["full-width signs", fullWidth],
  ["signs in several pieces", (text: string) => text.normalize("NFD")],
] as const) {
  test(`${title} change no cluster`, async () => {
    const expected = clustersOf(await plain);
    assert.ok(new Set(expected.map((line) => line.split(" ")[1])).size < rows.length, "some records are joined");
    assert.deepEqual(clustersOf(await linkWritten(write)), expected);
  });
}
