// A copy of a running SQLite store, as it was when the copy began. It appears under its name when it is whole and on disk.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { backup } from "node:sqlite";
import { NamesakeError } from "../../shared/errors.ts";
import { SqliteConnection } from "./sqliteConnection.ts";

/** Pages a step; the event loop turns between steps. */
const pagesPerStep = 1000;

/** @throws NamesakeError STORE_BACKUP_FAILED */
export async function backUpSqlite(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new NamesakeError("STORE_BACKUP_FAILED", `${to} exists already`);
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  const connection = new SqliteConnection(from, { isReadOnly: true });
  try {
    // Held open, the view of the store stays the same; else each commit would make the copy begin again.
    connection.execute("begin");
    connection.value("select count(*) from sqlite_schema");
    await backup(connection.database, partial, { rate: pagesPerStep });
    flushToDisk(partial);
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new NamesakeError("STORE_BACKUP_FAILED", to, { cause: error });
  } finally {
    connection.close();
  }
}

function flushToDisk(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
