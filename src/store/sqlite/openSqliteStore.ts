// Opens a SQLite file as a store: the index lock first, then migrations, then a connection that writes (none for a tool
// until it has something to write) and one that reads, so that a read never sees what is not committed.
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import { type Migration, readMigrations, versionOf } from "../migrations/readMigrations.ts";
import { type IndexLock, takeIndexLock } from "./indexLock.ts";
import { migrateSqlite, readSqliteVersion } from "./migrateSqlite.ts";
import { SqliteConnection } from "./sqliteConnection.ts";
import { SqliteStore } from "./sqliteStore.ts";

export interface SqliteOptions {
  readonly path: string;
  readonly role: "index" | "tool";
  readonly create: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a write waits for another process's lock; 10 s where left out. */
  readonly lockedMs?: number;
  /** For tests: other migrations than this program's. */
  readonly migrations?: readonly Migration[];
  /** For tests: the file cannot grow beyond this many pages, as on a full disk. */
  readonly pagesMax?: number;
}

/** @throws NamesakeError STORE_NOT_FOUND, STORE_NOT_NAMESAKE, STORE_NEWER, STORE_IN_USE, STORE_LOCKED, STORE_READ_ONLY */
export function openSqliteStore(options: SqliteOptions): SqliteStore {
  const { path, role, now, pagesMax, lockedMs = 10_000, migrations = readMigrations("sqlite") } = options;
  checkPlace(options);
  const opened: { close(): void }[] = [];
  const keep = <T extends { close(): void }>(connection: T): T => {
    opened.push(connection);
    return connection;
  };
  let lock: IndexLock | null = role === "index" ? takeIndexLock(path) : null;
  try {
    if (!isCurrent(path, migrations)) {
      const held = lock ?? takeIndexLock(path);
      const connection = keep(new SqliteConnection(path));
      migrateSqlite(connection, migrations, now());
      connection.close();
      if (lock === null) held.release();
    }
    const openWriter = () => keep(openWriteConnection(path, pagesMax));
    const writer = role === "index" ? openWriter() : null;
    const reader = keep(new SqliteConnection(path, { isReadOnly: true }));
    return new SqliteStore({ path, role, now, lockedMs, lock, reader, writer, openWriter });
  } catch (error) {
    for (const connection of opened) connection.close();
    lock?.release();
    lock = null;
    throw error;
  }
}

function checkPlace({ path, create }: SqliteOptions): void {
  const status = existsSync(path) ? statSync(path) : null;
  if (status?.isDirectory()) throw new NamesakeError("STORE_NOT_NAMESAKE", `${path} is a folder`);
  if (status !== null && (status.size > 0 || create)) return;
  if (!create) throw new NamesakeError("STORE_NOT_FOUND", path);
  if (!existsSync(dirname(path))) throw new NamesakeError("STORE_NOT_FOUND", `${dirname(path)} does not exist`);
}

/** True where nothing is to migrate; looks without write access, so that a tool may read what it cannot write. */
function isCurrent(path: string, migrations: readonly Migration[]): boolean {
  if (!existsSync(path)) return false;
  const connection = new SqliteConnection(path, { isReadOnly: true });
  try {
    return readSqliteVersion(connection, migrations) === versionOf(migrations);
  } finally {
    connection.close();
  }
}

function openWriteConnection(path: string, pagesMax: number | undefined): SqliteConnection {
  const connection = new SqliteConnection(path, { busyMs: 100, cacheMib: 128 });
  // The log is flushed by LogSync. Pages that many commits touch are carried over into the file once for all of them: the
  // more seldom, the less is written, but the longer it takes.
  connection.execute("pragma synchronous = normal; pragma wal_autocheckpoint = 4000; pragma temp_store = memory");
  if (pagesMax !== undefined) connection.execute(`pragma max_page_count = ${pagesMax}`);
  // Fails here rather than at the first write where the file or its folder is read-only.
  connection.execute("begin immediate; rollback");
  return connection;
}
