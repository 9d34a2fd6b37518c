// Compares what npm installed with what the lock file asks for, so that npm ci runs only when it has something to do.

/**
 * True where each package installed is the one that the lock names, and each one the lock needs here is installed.
 *
 * @param {{ packages: Record<string, LockEntry> }} lock parsed package-lock.json
 * @param {{ packages: Record<string, LockEntry> }} installed parsed node_modules/.package-lock.json
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean }} LockEntry
 */
export function arePackagesCurrent(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== "");
  const isComplete = wanted.every(([path, entry]) => entry.optional === true || path in installed.packages);
  const isSame = Object.entries(installed.packages).every(([path, entry]) => {
    const asked = lock.packages[path];
    return asked?.version === entry.version && asked?.integrity === entry.integrity;
  });
  return isComplete && isSame;
}
