// Installs packages of Debian and its relatives, where this user may.
import { spawnSync } from "node:child_process";
import { findProgram } from "./findProgram.mjs";
import { runStep } from "./runStep.mjs";

/** @returns false where there is no apt-get or this user may not install; the packages are there where it is true */
export function installDebianPackages(title, packages) {
  const prefix = administratorPrefix();
  if (prefix === null || findProgram("apt-get") === null) return false;
  const [command, ...rest] = [...prefix, "apt-get"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  runStep("Reading Debian's package lists", command, [...rest, "update", "-qq"], { env });
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  runStep(`Installing ${title}`, command, [...rest, ...install], { env });
  return true;
}

/** What to put before a command that needs the administrator: nothing as root, sudo where it asks no password, else null. */
function administratorPrefix() {
  if (process.getuid?.() === 0) return [];
  const asked = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" });
  return asked.status === 0 ? ["sudo", "-n"] : null;
}
