// Runs the tests of the kinds asked for under the project's own Node, and names each test that was skipped: a skipped
// test must never look like a passed one.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, projectNode } from "./projectPaths.mjs";
import { runStep } from "./runStep.mjs";
import { SetupError } from "./setupError.mjs";

/** "browser" for *.browser.test.ts, "slow" for *.slow.test.ts, "fast" for any other test file. */
export function kindOfTest(path) {
  return /\.(browser|slow)\.test\.ts$/.exec(path)?.[1] ?? "fast";
}

/**
 * @param {{ kinds: string[], chromium: string | null, postgres: string | null }} options chromium is handed to the tests as
 * CHROMIUM_PATH, postgres as POSTGRES_BIN
 */
export function runTests({ kinds, chromium, postgres }) {
  const files = readdirSync(inProject("test"), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".test.ts") && kinds.includes(kindOfTest(path)))
    .sort()
    .map((path) => join("test", path));
  if (files.length === 0) throw new SetupError("There are no tests.");
  const folder = mkdtempSync(join(tmpdir(), "namesake-tests-"));
  const tap = join(folder, "tests.tap");
  const reporters = [
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${tap}`,
  ];
  const args = ["--test", "--test-concurrency=2", "--disable-warning=ExperimentalWarning", ...reporters, ...files];
  try {
    const title = `Tests: ${kinds.join(", ")} (${files.length} files)`;
    const env = {
      ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
      ...(postgres === null ? {} : { POSTGRES_BIN: postgres }),
    };
    runStep(title, projectNode, args, { env });
    nameSkipped(readFileSync(tap, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nameSkipped(tap) {
  const skipped = [...tap.matchAll(/^\s*ok \d+ - (.*?) # (SKIP|TODO)(.*)$/gm)];
  if (skipped.length === 0) return;
  console.log(`\n${skipped.length} tests did not run:`);
  for (const [, name, , reason] of skipped) console.log(`  ${name}:${reason || " no reason given"}`);
}
