// A bound on false links moves the threshold as it says, makes links fewer and righter, and is told in the summary.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import type { LinkOptions, Summary } from "../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import { doubtfulRows as rows } from "./doubtfulRows.ts";
import { makeFiles } from "./read/temporaryFiles.ts";

let free: LinkRun;
before(async () => {
  free = await run({});
});

function run(options: Partial<LinkOptions>): Promise<LinkRun> {
  return link({ input: rows, idColumn: "unique_id", truth: "cluster_id", threads: 1, ...options });
}

const wrongShare = ({ evaluation }: Summary): number => 1 - (evaluation?.precision ?? 0);

test("precision rises, and the summary says what threshold it led to", async () => {
  const { summary } = await run({ maxFalseMergeRate: 0.01 });
  assert.ok(wrongShare(free.summary) > 0.01, `nothing to improve: ${wrongShare(free.summary)}`);
  assert.ok(wrongShare(summary) < wrongShare(free.summary), `${wrongShare(summary)} of ${wrongShare(free.summary)}`);
  assert.ok(Math.abs(summary.thresholds.link - Math.log2(99)) < 1e-9);
  assert.ok(summary.links < free.summary.links);
  assert.match(summary.notes.join("\n"), /At most 0\.01 of the links may be false.*6\.63 bits.*0\.9900/);
  assert.doesNotMatch(free.summary.notes.join("\n"), /may be false/);
});

test("a looser bound than the threshold has anyway changes nothing but the note", async () => {
  const loose = await run({ maxFalseMergeRate: 0.9 });
  assert.deepEqual([...loose.clusters()], [...free.clusters()]);
});

test("a model given is held to the bound as well", async (context) => {
  const folder = await makeFiles(context, {});
  await free.write({ out: join(folder, "free") });
  const model = join(folder, "free", "model.json");
  const held = await run({ model, maxFalseMergeRate: 0.01 });
  assert.ok(Math.abs(held.summary.thresholds.link - Math.log2(99)) < 1e-9);
  assert.ok(held.summary.links < (await run({ model })).summary.links);
});
