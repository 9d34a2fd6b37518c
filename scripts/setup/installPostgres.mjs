// Finds the PostgreSQL server that the tests start, and installs Debian's where it is missing and permitted.
import { findPostgres, postgresHelp } from "./findPostgres.mjs";
import { installDebianPackages } from "./installDebianPackages.mjs";
import { SetupError } from "./setupError.mjs";

/** The folder of its programs, or null where there is none and none can be installed; in CI that is an error. */
export function installPostgres() {
  const found = findPostgres();
  if (found !== null) return found;
  if (installDebianPackages("PostgreSQL", ["postgresql"])) {
    const installed = findPostgres();
    if (installed !== null) return installed;
  }
  if (process.env.CI) throw new SetupError(postgresHelp);
  console.log(`\n${postgresHelp}`);
  return null;
}
