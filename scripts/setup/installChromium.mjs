// Finds the Chromium that the browser tests drive, and installs Debian's where it is missing and permitted.

import { findProgram, isProgram } from "./findProgram.mjs";
import { installDebianPackages } from "./installDebianPackages.mjs";
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
  if (installDebianPackages("Chromium", ["chromium"])) {
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
