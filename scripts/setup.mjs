// What npm start, npm test and npm run check do on any machine: install what is missing, then the job itself.
// Plain JavaScript for Node 18 and later, because it runs before the project's own Node is there.
import { checkCode } from "./setup/checkCode.mjs";
import { installChromium } from "./setup/installChromium.mjs";
import { installPackages } from "./setup/installPackages.mjs";
import { installPostgres } from "./setup/installPostgres.mjs";
import { runMainJob } from "./setup/runMainJob.mjs";
import { runTests } from "./setup/runTests.mjs";
import { SetupError } from "./setup/setupError.mjs";

const jobs = {
  start() {
    runMainJob();
  },
  test() {
    const chromium = installChromium();
    const postgres = installPostgres();
    checkCode();
    runTests({ chromium, postgres, kinds: ["fast", "slow", ...(chromium === null ? [] : ["browser"])] });
    if (chromium === null) console.log("\nThe browser tests (*.browser.test.ts) did NOT run: there is no Chromium.");
    if (postgres === null) console.log("\nThe tests on PostgreSQL did NOT run: there is no server.");
  },
  check() {
    checkCode();
    runTests({ chromium: null, postgres: null, kinds: ["fast"] });
  },
};

try {
  const job = jobs[process.argv[2]];
  if (job === undefined) throw new SetupError("Say what to do: start, test or check.");
  installPackages();
  job();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = error.exitStatus;
}
