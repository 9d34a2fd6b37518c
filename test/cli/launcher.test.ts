// bin/namesake: the right Node, its memory, signals and exit status, both where the running Node can become another
// program and where it has to run it beside.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "namesake-launcher-"));
after(() => rmSync(folder, { recursive: true }));

/** What stands for the command line here: says how it was started, then does as told. */
const standIn = `
import { getHeapStatistics } from "node:v8";
const [what] = process.argv.slice(2);
const report = { execPath: process.execPath, heapBytes: getHeapStatistics().heap_size_limit, args: process.argv.slice(2) };
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => { process.removeAllListeners("SIGTERM"); process.kill(process.pid, "SIGTERM"); });
console.log(JSON.stringify(report));
if (what === "wait") setInterval(() => {}, 1000);
else process.exitCode = Number(what);
`;

const oldNode = join(folder, "oldNode.cjs");
writeFileSync(oldNode, "delete process.execve;\n");

function makeCheckout(name: string, hasPackages: boolean): string {
  const checkout = join(folder, name);
  mkdirSync(join(checkout, "src", "cli"), { recursive: true });
  cpSync(join(root, "bin"), join(checkout, "bin"), { recursive: true });
  writeFileSync(join(checkout, "src", "cli", "main.ts"), standIn);
  writeFileSync(join(checkout, "package.json"), '{ "type": "module" }');
  if (hasPackages) symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  return join(checkout, "bin", "namesake");
}

const program = makeCheckout("whole", true);

function launch(args: readonly string[], options: { isOld: boolean; program?: string }): ChildProcess {
  const nodeArgs = options.isOld ? ["--require", oldNode] : [];
  const { NODE_OPTIONS: _, ...env } = process.env;
  return spawn(process.execPath, [...nodeArgs, options.program ?? program, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ending(child: ChildProcess) {
  assert.ok(child.stdout !== null && child.stderr !== null);
  const [out, error, [status, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { out, error, status, signal };
}

for (const isOld of [false, true]) {
  const kind = isOld ? "an old Node" : "a new Node";

  test(`under ${kind} the project's own Node runs with the arguments and status as they are`, async () => {
    const { out, error, status } = await ending(launch(["7", "--out", "a b", ""], { isOld }));
    assert.equal(error, "");
    assert.equal(status, 7);
    const report = JSON.parse(out);
    assert.deepEqual(report.args, ["7", "--out", "a b", ""]);
    assert.match(report.execPath, /node_modules[\\/]node/);
  });

  test(`under ${kind} a signal reaches the run, and its end is the launcher's end`, async () => {
    for (const [signal, expected] of [
      ["SIGINT", { status: 130, signal: null }],
      ["SIGTERM", { status: null, signal: "SIGTERM" }],
    ] as const) {
      const child = launch(["wait"], { isOld });
      const ended = ending(child);
      await once(child.stdout as NodeJS.ReadableStream, "data");
      child.kill(signal);
      const { status, signal: by } = await ended;
      assert.deepEqual({ status, signal: by }, expected);
    }
  });
}

test("the heap gets three quarters of --memory, whichever way it is written", async () => {
  for (const args of [
    ["0", "--memory", "2G"],
    ["0", "--memory=2048MiB"],
  ]) {
    const { out } = await ending(launch(args, { isOld: false }));
    const megabytes = JSON.parse(out).heapBytes / 2 ** 20;
    assert.ok(megabytes >= 1536 && megabytes < 1900, String(megabytes));
  }
});

test("a checkout without its packages says what to do", async () => {
  const { error, status } = await ending(launch(["0"], { isOld: false, program: makeCheckout("bare", false) }));
  assert.equal(status, 1);
  assert.match(error, /packages are not installed/);
  assert.match(error, /npm start or npm ci/);
});
