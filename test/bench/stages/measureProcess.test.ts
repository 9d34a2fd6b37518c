import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { measureProcess } from "../../../bench/stages/measureProcess.ts";

const hold = "const held = Buffer.alloc(80 * 2 ** 20, 1); setTimeout(() => console.log(held.length), 300)";

test("memory of child processes counts", {
  skip: existsSync("/proc/self/stat") ? false : "no /proc here",
}, async () => {
  const nested = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(hold)}], { stdio: "inherit" })`;
  const { peakBytes, stdout } = await measureProcess(process.execPath, ["-e", nested]);
  assert.equal(stdout.trim(), String(80 * 2 ** 20));
  assert.ok((peakBytes ?? 0) > 120 * 2 ** 20, `${peakBytes}`);
});

test("a command that fails says so with what it wrote", async () => {
  const failing = measureProcess(process.execPath, ["-e", "console.error('broken'); process.exit(3)"]);
  await assert.rejects(failing, /status 3[\s\S]*broken/);
});
