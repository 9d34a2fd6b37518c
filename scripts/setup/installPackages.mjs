// Installs the packages of the lock file where they are missing or other ones, and sees to it that the project's own
// Node works: its package fetches the program in an install script, which npm may be told not to run.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { arePackagesCurrent } from "./arePackagesCurrent.mjs";
import { inProject, projectNode } from "./projectPaths.mjs";
import { runStep } from "./runStep.mjs";
import { SetupError } from "./setupError.mjs";

export function installPackages() {
  const lock = readJson(inProject("package-lock.json"));
  const hidden = inProject("node_modules", ".package-lock.json");
  if (!existsSync(hidden) || !arePackagesCurrent(lock, readJson(hidden))) {
    runStep("Installing packages (npm ci)", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  }
  if (!isProjectNodeReady(lock)) repairProjectNode(lock);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function isProjectNodeReady(lock) {
  const asked = spawnSync(projectNode, ["--version"], { encoding: "utf8" });
  return asked.status === 0 && asked.stdout.trim() === `v${lock.packages["node_modules/node"].version}`;
}

function repairProjectNode(lock) {
  runStep("Installing the project's own Node", process.execPath, ["installArchSpecificPackage.js"], {
    cwd: inProject("node_modules", "node"),
    env: { npm_config_ignore_scripts: "false" },
  });
  if (process.platform !== "win32") linkProgram();
  if (!isProjectNodeReady(lock)) {
    throw new SetupError("The package node holds no Node that runs on this machine; see node_modules/node/README.md.");
  }
}

/** npm links no program that is not there yet, so the link that npm run relies on is made here. */
function linkProgram() {
  const link = inProject("node_modules", ".bin", "node");
  rmSync(link, { force: true });
  symlinkSync("../node/bin/node", link);
}
