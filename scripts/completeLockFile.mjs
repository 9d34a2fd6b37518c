// Completes package-lock.json after `npm install` changed it: adds the packages of other platforms that the registry in
// use does not hold. Without them `npm ci` refuses the lock file on every machine, although it would never fetch them.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const platformPattern = /(android|darwin|freebsd|linux|win32)-(arm64|x64)(-musl)?$/;

/** The lock entry of a platform package that nobody here can install: its version and what it runs on. */
function entryOf(name, version, parent) {
  const [, os, cpu, musl] = platformPattern.exec(name) ?? [];
  if (os === undefined) throw new Error(`${name} is missing from the lock file and does not name a platform`);
  const libc = os === "linux" ? { libc: [musl === undefined ? "glibc" : "musl"] } : {};
  const dev = parent.dev === true ? { dev: true } : {};
  return { version, cpu: [cpu], ...dev, license: parent.license, optional: true, os: [os], ...libc };
}

/** A lock (parsed package-lock.json) in which each optional dependency has an entry; entries that exist stay as they are. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const parent of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      packages[`node_modules/${name}`] ??= entryOf(name, version, parent);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = join(dirname(dirname(fileURLToPath(import.meta.url))), "package-lock.json");
  writeFileSync(path, `${JSON.stringify(completeLock(JSON.parse(readFileSync(path, "utf8"))), null, 2)}\n`);
}
