// Calls of the command line that end before any engine is needed, and how failures are told.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { formatError } from "../../src/cli/formatError.ts";
import { runCli } from "../../src/cli/runCli.ts";
import { generateOptions } from "../../src/generate/generateOptions.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import { createTestContext } from "./testContext.ts";

const folder = mkdtempSync(join(tmpdir(), "namesake-cli-"));
after(() => rmSync(folder, { recursive: true }));

async function call(...args: string[]) {
  const context = createTestContext();
  const status = await runCli(args, context);
  return { status, out: context.printed(), error: context.reported() };
}

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("help and version go to standard output with status 0", async () => {
  assert.deepEqual(await call("--version"), { status: 0, out: "1.2.3\n", error: "" });
  for (const command of ["link", "explain", "profile", "evaluate", "generate"]) {
    const { status, out } = await call(command, "--help");
    assert.equal(status, 0);
    assert.match(out, new RegExp(`^Usage: namesake ${command} `));
    for (const line of out.split("\n")) assert.ok(line.length <= 110, line);
  }
});

test("the help of link names every flag of its contract", async () => {
  const { out } = await call("link", "--help");
  const flags =
    "out id source across-only truth settings model decisions format threads memory seed quiet json overwrite no-examples favour max-false-merge";
  for (const flag of flags.split(" ")) assert.match(out, new RegExp(`--${flag}\\b`));
});

test("wrong calls end with status 2, the place and what to do", async () => {
  const wrong: [string[], RegExp][] = [
    [[], /No command was given/],
    [["lnk"], /unknown command 'lnk'\n {2}Did you mean link\?/],
    [["link", "a.csv"], /required option '--out <dir>' not specified/],
    [["link", "--out", "x"], /missing required argument 'file'/],
    [["link", "a.csv", "--out", "x", "--threads", "many"], /'--threads <n>' argument 'many' is invalid/],
    [["link", "a.csv", "--out", "x", "--memory", "big"], /Write a size such as 4G/],
    [["link", "a.csv", "--out", "x", "--format", "xlsx"], /Allowed choices are csv, parquet/],
    [["link", "a.csv", "--out", "x", "--max-false-merge", "1"], /Write a number above 0 and below 1/],
    [["link", "a.csv", "--out", "x", "--quiet", "--json"], /cannot be used with/],
    [["link", "a.csv", "--out", "x", "--acros-only"], /Did you mean --across-only\?/],
    [["explain", "--run", "x", "1"], /missing required argument 'id2'/],
    [["generate", "--records", "0", "--out", "x"], /whole number from 1/],
  ];
  for (const [args, place] of wrong) {
    const { status, out, error } = await call(...args);
    assert.equal(status, 2, args.join(" "));
    assert.equal(out, "");
    assert.match(error, /^namesake: The command was not understood\. \[USAGE\]\n {2}/);
    assert.match(error, place);
    assert.match(error, /\n {2}What to do: See namesake --help\.\n$/);
  }
});

test("explain of a folder that is no run says so", async () => {
  const { status, error } = await call("explain", "--run", folder, "1", "2");
  assert.equal(status, 3);
  assert.match(error, /\[RUN_INVALID\]/);
});

test("evaluate prints the measures, as a table and as JSON", async () => {
  const clusters = fileOf("clusters.csv", "source,record_id,cluster_id\na,1,x\na,2,x\nb,1,y\nb,3,z\n");
  const truth = fileOf("truth.csv", "source,id,person\na,1,p\na,2,q\nb,1,p\nb,9,p\n");
  const table = await call("evaluate", "--clusters", clusters, "--truth", truth);
  assert.equal(table.status, 0, table.error);
  assert.match(table.out, /^precision +0\.0000/);
  assert.match(table.out, /Note: 1 records have no known truth/);
  const across = await call("evaluate", "--clusters", clusters, "--truth", truth, "--across-only", "--json");
  const measures = JSON.parse(across.out);
  assert.deepEqual([measures.foundPairs, measures.truePairs, measures.records, measures.truthAlone], [0, 1, 3, 1]);
});

test("evaluate refuses what it cannot use", async () => {
  const clusters = fileOf("c.csv", "source,record_id,cluster_id\na,1,x\nb,1,y\n");
  const plain = fileOf("plain.csv", "record_id,cluster_id\n1,x\n2,y\n");
  const repeated = fileOf("repeated.csv", "record_id,cluster_id\n1,x\n1,y\n");
  const foreign = fileOf("foreign.csv", "record_id,cluster_id\n7,x\n8,y\n");
  const refused: [string, string, string[], string][] = [
    [clusters, plain, [], "TRUTH_INVALID"],
    [plain, repeated, [], "TRUTH_INVALID"],
    [repeated, plain, [], "CLUSTERS_INVALID"],
    [plain, foreign, [], "TRUTH_INVALID"],
    [plain, plain, ["--across-only"], "COLUMN_NOT_FOUND"],
    [join(folder, "absent.csv"), plain, [], "FILE_NOT_FOUND"],
    [folder, plain, [], "FILE_IS_DIRECTORY"],
  ];
  for (const [found, truth, more, code] of refused) {
    const { status, out, error } = await call("evaluate", "--clusters", found, "--truth", truth, ...more);
    assert.equal(status, 3, error);
    assert.equal(out, "");
    assert.match(error, new RegExp(`\\[${code}\\]`));
  }
});

test("a failure names its code, every place and what to do", () => {
  const text = formatError(new NamesakeError("SETTINGS_INVALID", ["types.a: unknown type", "threads: not a number"]));
  assert.equal(
    text,
    "namesake: The settings file has mistakes. [SETTINGS_INVALID]\n  types.a: unknown type\n  threads: not a number\n" +
      "  What to do: Correct each of the places named.\n",
  );
});

test("a bug shows where it is, and its message only where that cannot quote a record", () => {
  const foreign = formatError(new Error("Conversion Error: could not convert 'Mary Okafor'"));
  assert.doesNotMatch(foreign, /Okafor/);
  assert.match(foreign, /this is a bug/);
  assert.match(foreign, /\n\s+at .*runCli\.test\.ts/);
  assert.match(formatError(new Error("Bug: codes are dense")), /Bug: codes are dense/);
  assert.match(formatError(new Error("Mary"), { isDebug: true }), /Mary/);
  assert.match(formatError("Mary"), /no error was thrown/);
  assert.doesNotMatch(formatError("Mary"), /Mary/);
});

test("generate has a flag for each option of the generator, and writes what it is asked for", async () => {
  const { out: help } = await call("generate", "--help");
  for (const { name, default: standard } of generateOptions) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    assert.match(help, new RegExp(`--${standard === true ? "no-" : ""}${flag}\\b`));
  }
  const out = join(folder, "made-up");
  const fields = "--fields=surname,birth_date";
  const { status, error } = await call("generate", "--records", "50", "--seed", "3", fields, "--out", out, "--quiet");
  assert.equal(error, "");
  assert.equal(status, 0);
  assert.match(readFileSync(join(out, "records.csv"), "utf8"), /^unique_id,source,surname,birth_date\n/);
  const again = await call("generate", "--out", out);
  assert.equal(again.status, 5);
  assert.match(again.error, /\[OUTPUT_EXISTS\]/);
});
