// Progress: live and overwritten on a terminal, sparse plain lines elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createProgressView } from "../../src/cli/createProgressView.ts";
import { createTestContext } from "./testContext.ts";

const escapeCode = "\u001b";

test("elsewhere than on a terminal a line comes every five seconds and at the end of a stage", () => {
  const context = createTestContext();
  const view = createProgressView(context);
  for (let done = 0; done <= 1000; done += 1) {
    view.show({ stage: "score", done: done * 1000, total: 1_000_000, unit: "candidate pairs" });
    context.advance(12);
  }
  view.show({ stage: "cluster", done: 5, total: null, unit: "components" });
  context.advance(300);
  view.finish();
  view.finish();
  assert.deepEqual(context.reported().trimEnd().split("\n"), [
    "score       41 % · 417,000 of 1,000,000 candidate pairs · 83,333/s · 7.0 s left",
    "score       83 % · 834,000 of 1,000,000 candidate pairs · 83,333/s · 2.0 s left",
    "score       1,000,000 candidate pairs         12 s",
    "cluster     5 components                      0.3 s",
  ]);
  assert.ok(!context.reported().includes(escapeCode));
});

test("on a terminal one line is written over, no wider than the terminal", () => {
  const context = createTestContext({ isTerminal: true, columns: 40 });
  const view = createProgressView(context);
  for (let done = 0; done < 100; done += 1) {
    view.show({ stage: "read", done, total: 100, unit: "records of a very long description" });
    context.advance(30);
  }
  view.finish();
  const shown = context.reported().split(`\r${escapeCode}[2K`).slice(1);
  assert.equal(shown.length, 26);
  for (const line of shown.slice(0, -1)) assert.ok(line.length < 40 && !line.includes("\n"));
  assert.match(shown.at(-1) ?? "", /^read .* 3\.0 s\n$/);
});

test("a total of nothing and a stage without counts are no trouble", () => {
  const context = createTestContext({ isTerminal: true });
  const view = createProgressView(context);
  view.show({ stage: "train", done: 0, total: 0, unit: "rounds" });
  context.advance(2000);
  view.show({ stage: "train", done: 0, total: 0, unit: "rounds" });
  view.finish();
  assert.doesNotMatch(context.reported(), /NaN|Infinity/);
});
