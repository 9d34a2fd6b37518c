// Keeps what a bench found as JSON beside it, git-ignored, so that two runs can be compared afterwards.
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { version } from "../src/shared/version.ts";

/** The machine as far as it explains speed. */
export function describeMachine(): object {
  const [first] = cpus();
  return {
    cores: cpus().length,
    processor: first?.model.trim() ?? "unknown",
    memoryBytes: totalmem(),
    platform: `${platform()} ${arch()}`,
    node: process.version,
  };
}

/** Writes bench/results/NAME.json and gives its path. */
export function saveResults(name: string, results: object): string {
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  const document = { measuredOn: new Date().toISOString(), version, machine: describeMachine(), ...results };
  writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
  return path;
}
