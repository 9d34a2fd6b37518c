// A real Chromium for browser tests. Where none is installed the tests are skipped and say so, except on a build server
// (CI is set), where a silent skip would hide a broken page: there it is an error.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const startFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function findChromium(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  return wanted !== undefined && wanted !== "" ? wanted : usualPlaces.find((place) => existsSync(place));
}

/** For the `skip` option of a test: false where a browser is there, else the reason. Throws where CI is set. */
export function whyNoBrowser(): string | false {
  const place = findChromium();
  if (place !== undefined && existsSync(place)) return false;
  const reason =
    place === undefined
      ? "no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH"
      : "CHROMIUM_PATH names a file that does not exist";
  const isBuildServer = !["", "0", "false", undefined].includes(process.env.CI);
  if (isBuildServer) throw new Error(`Browser tests cannot run: ${reason}.`);
  return reason;
}

/** A new browser; the caller closes it. Throws where there is none: ask `whyNoBrowser` first. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("No Chromium found.");
  return await chromium.launch({ executablePath, args: startFlags });
}
