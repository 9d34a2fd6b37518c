// Runs one program of the set-up with its output shown, and stops everything where it fails.
import { spawnSync } from "node:child_process";
import { projectFolder } from "./projectPaths.mjs";
import { SetupError } from "./setupError.mjs";

/**
 * @param {string} title what the step does, printed first
 * @param {string} command program to run in the checkout
 * @param {string[]} args its arguments
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} options env is added to the current one
 */
export function runStep(title, command, args, { env = {}, cwd = projectFolder } = {}) {
  console.log(`\n• ${title}`);
  const shell = process.platform === "win32" && command === "npm";
  const ended = spawnSync(command, args, { cwd, shell, stdio: "inherit", env: { ...process.env, ...env } });
  if (ended.error) throw new SetupError(`${title}: ${command} cannot be run (${ended.error.code}).`);
  if (ended.signal) throw new SetupError(`${title}: stopped by ${ended.signal}.`, 130);
  if (ended.status !== 0) throw new SetupError(`Failed: ${title} (exit status ${ended.status}).`, ended.status ?? 1);
}
