// The right to keep the index of a SQLite store, held by one process at a time: an exclusive transaction on a file beside
// the store. The operating system releases it when the process ends, however it ends, and nobody reads the file.
import { DatabaseSync } from "node:sqlite";
import { NamesakeError } from "../../shared/errors.ts";
import { codeSqliteError, sqliteCode } from "./codeSqliteError.ts";

export interface IndexLock {
  release(): void;
}

const busy = 5;

/** @throws NamesakeError STORE_IN_USE where another process (or another store of this one) holds it */
export function takeIndexLock(path: string): IndexLock {
  const file = `${path}-lock`;
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    database?.close();
    throw sqliteCode(error) === busy ? new NamesakeError("STORE_IN_USE", path) : codeSqliteError(error, file);
  }
  const held = database;
  return {
    release: () => {
      if (held.isOpen) held.close();
    },
  };
}
