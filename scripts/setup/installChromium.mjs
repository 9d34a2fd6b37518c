// Finds the Chromium that the browser tests drive, and installs Debian's where it is missing and permitted.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { runStep } from "./runStep.mjs";
import { SetupError } from "./setupError.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const places = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of a Chromium (CHROMIUM_PATH first), or null where there is none and none can be installed; in CI that is an error. */
export function installChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const prefix = administratorPrefix();
  if (prefix !== null && findProgram("apt-get") !== null) {
    const [command, ...rest] = [...prefix, "apt-get"];
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    runStep("Reading Debian's package lists", command, [...rest, "update", "-qq"], { env });
    runStep("Installing Chromium", command, [...rest, "install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      env,
    });
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  const help =
    "There is no Chromium for the browser tests. Install one (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.";
  if (process.env.CI) throw new SetupError(help);
  console.log(`\n${help}`);
  return null;
}

function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (!isProgram(asked)) throw new SetupError("CHROMIUM_PATH does not name a program.");
    return asked;
  }
  return names.map(findProgram).find((path) => path !== null) ?? places.find(isProgram) ?? null;
}

function findProgram(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What to put before a command that needs the administrator: nothing as root, sudo where it asks no password, else null. */
function administratorPrefix() {
  if (process.getuid?.() === 0) return [];
  const asked = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" });
  return asked.status === 0 ? ["sudo", "-n"] : null;
}
