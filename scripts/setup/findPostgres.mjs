// Finds the programs of a PostgreSQL server that the tests start for themselves.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isProgram, pathFolders } from "./findProgram.mjs";

/** Debian keeps server programs off the path, in a folder for each version. */
const debianFolder = "/usr/lib/postgresql";
const otherFolders = ["/usr/local/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin"];

export const postgresHelp =
  "There is no PostgreSQL server for the tests. Install one (Debian: sudo apt-get install postgresql) or set POSTGRES_BIN to the folder of initdb.";

/** The folder with initdb and postgres (POSTGRES_BIN first, then the path, then the newest of the usual places), or null. */
export function findPostgres() {
  const versions = foldersIn(debianFolder).sort((a, b) => Number(b) - Number(a));
  const debian = versions.map((version) => join(debianFolder, version, "bin"));
  const folders = [process.env.POSTGRES_BIN ?? "", ...pathFolders(), ...debian, ...otherFolders];
  const isServer = (folder) => folder !== "" && ["initdb", "postgres"].every((name) => isProgram(join(folder, name)));
  return folders.find(isServer) ?? null;
}

function foldersIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
