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
 * Not checked: that generated requests succeed, since an identifier or a field name drawn by chance is rightly refused; and
 * that every request outside its schema is refused, since the tool counts what HTTP clients themselves rewrite.
 */
const leftOut = ["positive_data_acceptance", "negative_data_rejection"];

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
    seconds: { type: "string", default: "60" },
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
    const headers = ["-H", `Authorization: Bearer ${key}`, "-H", `Purpose: ${benchPurpose}`];
    const bounds = ["--max-time", values.seconds, "--seed", values.seed, "--request-timeout", "20"];
    const options = [...headers, ...bounds, "--exclude-checks", leftOut.join(","), "--warnings", "off", "--no-color"];
    return run(tool, ["run", `${serve.url}/openapi.json`, ...options], true);
  } finally {
    await serve.stop();
  }
}

function run(command: string, given: readonly string[], mayFail = false): number {
  const env = { ...process.env, PYTHONPATH: folder, SCHEMATHESIS_HOOKS: "namesake_bodies" };
  const { status, error } = spawnSync(command, given, { stdio: "inherit", env });
  if (error !== undefined) throw error;
  if (status !== 0 && !mayFail) throw new Error(`${command} ended with status ${status}`);
  return status ?? 1;
}
