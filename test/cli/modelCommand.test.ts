// namesake model: a Splink model is taken over, scored with, and refused by name where it cannot be read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli } from "../../src/cli/runCli.ts";
import { makeFiles } from "../linkage/read/temporaryFiles.ts";
import { sampleModel } from "../linkage/splink/sampleModel.ts";
import { createTestContext } from "./testContext.ts";

const records = [
  "unique_id,given,surname,born,town,age,words",
  '1,Ann,Lee,1980-01-02,Hull,20,"[ox, cow]"',
  '2,Anne,Lee,1980-01-02,Hull,21,"[ox, cow]"',
  '3,Bob,Smith,1950-06-07,Leeds,41,"[hen]"',
].join("\n");

async function call(...args: string[]) {
  const context = createTestContext();
  const status = await runCli(["model", ...args], context);
  return { status, out: context.printed(), error: context.reported() };
}

test("import, then score: links with Splink's columns, and connected components", async (context) => {
  const folder = await makeFiles(context, { "splink.json": JSON.stringify(sampleModel), "people.csv": records });
  const at = (name: string): string => join(folder, name);
  const imported = await call("import", at("splink.json"), "--out", at("model"));
  assert.equal(imported.status, 0);
  assert.match(imported.out, /6 comparisons with 34 levels, 4 blocking rules/);
  const scored = await call(
    "score",
    at("people.csv"),
    "--model",
    at("model/model.json"),
    "--out",
    at("run"),
    "--quiet",
  );
  assert.deepEqual(scored, { status: 0, out: "", error: "" });
  const [header, first, ...others] = readFileSync(at("run/links.csv"), "utf8").trim().split("\n");
  assert.match(header ?? "", /^record_id_left,record_id_right,match_weight,match_probability,gamma_name,/);
  assert.match(first ?? "", /^1,2,/);
  assert.deepEqual(others, []);
  const clusters = readFileSync(at("run/clusters.csv"), "utf8").trim().split("\n").slice(1);
  const clusterOf = new Map(clusters.map((line) => line.split(",") as [string, string]));
  assert.equal(clusterOf.get("1"), clusterOf.get("2"));
  assert.notEqual(clusterOf.get("1"), clusterOf.get("3"));
});

test("a level that cannot be read is named, and nothing is written", async (context) => {
  const comparisons = [
    {
      output_column_name: "a",
      comparison_levels: [{ sql_condition: "soundex(a_l) = soundex(a_r)" }, { sql_condition: "ELSE" }],
    },
  ];
  const folder = await makeFiles(context, { "splink.json": JSON.stringify({ ...sampleModel, comparisons }) });
  const { status, error } = await call("import", join(folder, "splink.json"), "--out", join(folder, "model.json"));
  assert.equal(status, 4);
  assert.match(error, /comparisons\[0\]\.comparison_levels\[0\]\.sql_condition: cannot be read: function soundex/);
  assert.throws(() => readFileSync(join(folder, "model.json")), { code: "ENOENT" });
});

test("a wrong call says what is wrong", async () => {
  assert.equal((await call("export", "run", "--to", "elsewhere", "--out", "x")).status, 2);
  assert.equal((await call("score", "x.csv", "--out", "y")).status, 2);
  assert.equal((await call("score", "x.csv", "--model", "m", "--out", "y", "--threshold", "high")).status, 2);
  for (const part of ["import", "score", "export"]) {
    const { status, out } = await call(part, "--help");
    assert.equal(status, 0);
    assert.match(out, new RegExp(`^Usage: namesake model ${part} `));
  }
});
