// A review from its first question to the run that obeys it: rulings are on the disk at once, in the format of decisions,
// nothing is asked twice, and what a person or a pipe types is understood.
import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { after, before, beforeEach, test } from "node:test";
import type { KeyInput } from "../../src/cli/review/readKeys.ts";
import { runCli } from "../../src/cli/runCli.ts";
import { link } from "../../src/linkage/link.ts";
import { listReviewPairs } from "../../src/linkage/review/listReviewPairs.ts";
import { madeUpRecords } from "../linkage/madeUpRecords.ts";
import { createTestContext } from "./testContext.ts";

const folder = mkdtempSync(join(tmpdir(), "namesake-review-"));
const input = join(folder, "people.csv");
const run = join(folder, "run");
const decisions = join(run, "decisions.csv");
const header = "kind,left_source,left_id,right_source,right_id,reason";
after(() => rmSync(folder, { recursive: true }));

before(async () => {
  const rows = madeUpRecords({ records: 900, seed: 4, errorRate: 2 });
  const names = ["unique_id", "source", "given_name", "surname", "birth_date", "town"];
  const lines = rows.map((row) => names.map((name) => JSON.stringify(row[name] ?? "")).join());
  writeFileSync(input, `${[names.join(), ...lines].join("\n")}\n`);
  const linked = await link({ input: [input], idColumn: "unique_id", sourceColumn: "source", threads: 1 });
  await linked.write({ out: run });
});
beforeEach(() => rmSync(decisions, { force: true }));

async function review(answers: readonly string[] | KeyInput, ...more: string[]) {
  const given = Array.isArray(answers) ? Readable.from(answers.map((answer) => `${answer}\n`)) : (answers as KeyInput);
  const context = createTestContext({ input: given });
  const status = await runCli(["review", "--run", run, ...more], context);
  return { status, out: context.printed(), error: context.reported() };
}

const stored = (): string[] => readFileSync(decisions, "utf8").trimEnd().split("\n");

test("answers are stored line by line in the format of decisions; skips and unknown keys store nothing", async () => {
  const { pairs } = await listReviewPairs({ run });
  const { status, out } = await review(["y", "?", "s", "N", "q", "y"]);
  assert.equal(status, 0);
  const [first, , third] = pairs;
  assert.ok(first && third);
  const line = (kind: string, { left, right }: typeof first.names) =>
    [kind, left.source, left.id, right.source, right.id, "review"].join();
  assert.deepEqual(stored(), [header, line("same", first.names), line("different", third.names)]);
  assert.match(out, /Answer y, n, s, u or q\./);
  assert.match(out, /2 rulings \(1 same, 1 different\) added/);
  assert.match(out, /Pair 1 of 50 .*\n[\s\S]*given_name[\s\S]*Match weight/);
});

test("undo takes back the last ruling, on the disk too, and asks again", async () => {
  const { out } = await review(["y", "u", "n", "u", "u", "s"]);
  assert.deepEqual(stored(), [header]);
  assert.match(out, /nothing to undo/);
  assert.match(out, /No ruling was made/);
});

test("a review goes on where it stopped and asks nothing that is decided or follows", async () => {
  await review(["y", "n"]);
  const known = stored();
  const { pairs } = await listReviewPairs({ run });
  const { out } = await review(["s", "q"], "--json");
  const listed = JSON.parse(out).pairs as typeof pairs;
  const ids = (pair: (typeof pairs)[number] | undefined) => JSON.stringify(pair?.names);
  assert.equal(
    listed.some((pair) => [ids(pairs[0]), ids(pairs[1])].includes(ids(pair))),
    false,
  );
  assert.ok(listed.length > 5);
  await review(["y"]);
  assert.deepEqual(stored().slice(0, known.length), known);
  assert.equal(stored().length, known.length + 1);
});

test("a line that was cut short goes, a whole one without an end stays", async () => {
  await review(["y"]);
  const whole = stored();
  appendFileSync(decisions, "different,border,r1");
  await review(["n"]);
  assert.equal(stored().length, 3);
  assert.deepEqual(stored().slice(0, 2), whole);
  writeFileSync(decisions, whole.join("\n"));
  await review(["n"]);
  assert.deepEqual(stored().slice(0, 2), whole);
  assert.equal(stored().length, 3);
});

test("a ruling that contradicts what somebody else wrote meanwhile is refused with its chain", async () => {
  const { pairs } = await listReviewPairs({ run });
  const { left, right } = (pairs[0] ?? assert.fail()).names;
  const keys = new PassThrough();
  const context = createTestContext({ input: Object.assign(keys, { isTTY: true, setRawMode: () => undefined }) });
  const going = runCli(["review", "--run", run], context);
  await waitFor(() => context.printed().includes("Same person?"));
  const third = ["border", "of-nobody"];
  appendFileSync(decisions, `same,${left.source},${left.id},${third},\nsame,${third},${right.source},${right.id},\n`);
  keys.write("n");
  keys.write("q");
  assert.equal(await going, 0);
  assert.match(context.printed(), /Refused: different contradicts[\s\S]*of-nobody: same\n[\s\S]*: same/);
  assert.equal(stored().length, 3);
});

/** Polls a claim until it holds; the test's own time limit ends it otherwise. */
async function waitFor(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

test("a terminal is asked for single keys and left as it was; Ctrl-C ends as interrupted, rulings stay", async () => {
  const modes: boolean[] = [];
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (isRaw: boolean) => modes.push(isRaw) });
  keys.write("y");
  keys.write("n\u0003");
  const { status } = await review(keys as KeyInput);
  assert.equal(status, 130);
  assert.deepEqual(modes, [true, false]);
  assert.equal(stored().length, 3);
});

test("the next run obeys the rulings, learns from them, and keeps the file when its folder is written anew", async () => {
  await review(["y", "y", "n", "n"]);
  const rulings = stored();
  const options = { input: [input], idColumn: "unique_id", sourceColumn: "source", threads: 1 };
  const linked = await link({ ...options, decisions, labels: decisions });
  assert.deepEqual(linked.summary.decisions, { same: 2, different: 2, unknown: 0 });
  assert.equal(linked.summary.labels?.same, 2);
  const again = join(folder, "again");
  await linked.write({ out: again });
  writeFileSync(join(again, "decisions.csv"), `${rulings.join("\n")}\n`);
  await linked.write({ out: again, overwrite: true });
  assert.deepEqual(readFileSync(join(again, "decisions.csv"), "utf8").trimEnd().split("\n"), rulings);
});

test("a folder that is no run, and a file that is none of decisions, are refused", async () => {
  const context = createTestContext({ input: Readable.from([]) as KeyInput });
  assert.equal(await runCli(["review", "--run", folder], context), 3);
  assert.match(context.reported(), /\[RUN_INVALID\]/);
  const foreign = join(folder, "foreign.csv");
  writeFileSync(foreign, "name,age\nx,1\n");
  const { status, error } = await review(["y"], "--out", foreign);
  assert.equal(status, 3);
  assert.match(error, /\[DECISIONS_INVALID\]/);
  assert.equal(readFileSync(foreign, "utf8"), "name,age\nx,1\n");
});
