// npm run fuzz:api: Schemathesis against a live server over made-up people, from the server's own OpenAPI document. Needs
// Python 3 with venv; the tool is installed, at a fixed version, into a temporary folder.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchPurpose, prepareStore } from "../bench/server/prepareStore.ts";
import { startServe } from "../bench/server/runNamesake.ts";

const toolVersion = "4.32.5";
const persons = 200;

/**
 * Checks left out: that every request inside its schema succeeds, since a cursor or a field name drawn by chance is rightly
 * refused; and, of bulk ingest, that a bad line fails the whole request, since each line has its own answer.
 */
const config = `
[checks]
positive_data_acceptance.enabled = false
negative_data_rejection.expected-statuses = ["400", "401", "403", "404", "405", "409", "413", "414", "415", "429", "431"]

[[operations]]
include-name = "POST /v1/records"
checks.negative_data_rejection.enabled = false
`;

/** Tells the tool how bodies of bulk ingest are written: each generated record is one line. */
const extension = `
import json
import schemathesis

@schemathesis.serializer("application/x-ndjson")
def write_line(context, value):
    return (json.dumps(value) + "\\n").encode("utf-8", "replace")
`;

const { values } = parseArgs({
  options: {
    /** Generated requests of each operation. A bound on time would cut phases off, which the tool counts as their failure. */
    examples: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    /** A schemathesis that is installed already. */
    tool: { type: "string" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "namesake-fuzz-"));
try {
  process.exitCode = await fuzz(values.tool ?? installTool());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function installTool(): string {
  const place = join(folder, "python");
  run("python3", ["-m", "venv", place]);
  run(join(place, "bin", "pip"), ["install", "--quiet", `schemathesis==${toolVersion}`]);
  return join(place, "bin", "schemathesis");
}

async function fuzz(tool: string): Promise<number> {
  const { store, key } = await prepareStore(folder, persons, null);
  const serve = await startServe(store);
  try {
    writeFileSync(join(folder, "namesake_bodies.py"), extension);
    writeFileSync(join(folder, "schemathesis.toml"), config);
    const headers = ["-H", `Authorization: Bearer ${key}`, "-H", `Purpose: ${benchPurpose}`];
    const bounds = ["--max-examples", values.examples, "--seed", values.seed, "--request-timeout", "20"];
    const options = [...headers, ...bounds, "--warnings", "off", "--no-color"];
    const file = ["--config-file", join(folder, "schemathesis.toml")];
    return run(tool, [...file, "run", `${serve.url}/openapi.json`, ...options], true);
  } finally {
    await serve.stop();
  }
}

function run(command: string, given: readonly string[], mayFail = false): number {
  const env = { ...process.env, PYTHONPATH: folder, SCHEMATHESIS_HOOKS: "namesake_bodies" };
  const { status, error } = spawnSync(command, given, { stdio: "inherit", env, cwd: folder });
  if (error !== undefined) throw error;
  if (status !== 0 && !mayFail) throw new Error(`${command} ended with status ${status}`);
  return status ?? 1;
}
