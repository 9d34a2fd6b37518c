// Brings a SQLite file to this program's version: each migration that it lacks, in one transaction.
import { NamesakeError } from "../../shared/errors.ts";
import { type Migration, versionOf } from "../migrations/readMigrations.ts";
import type { SqliteConnection } from "./sqliteConnection.ts";

/** "Nmsk": marks a file as a store of Namesake in its header. */
export const applicationId = 0x4e6d736b;

/**
 * The version of the store, 0 for an empty file.
 * @throws NamesakeError STORE_NOT_NAMESAKE where the file is another program's, STORE_NEWER, and what SQLite fails with
 */
export function readSqliteVersion(connection: SqliteConnection, migrations: readonly Migration[]): number {
  if (connection.value("select count(*) from sqlite_schema") === 0) return 0;
  if (connection.value("pragma application_id") !== applicationId) {
    throw new NamesakeError("STORE_NOT_NAMESAKE", connection.path);
  }
  const version = connection.value("select max(number) from migrations") as number;
  if (version > versionOf(migrations)) throw new NamesakeError("STORE_NEWER", connection.path);
  return version;
}

/** Applies what the store lacks; nothing is kept where one fails. */
export function migrateSqlite(connection: SqliteConnection, migrations: readonly Migration[], nowMs: number): void {
  connection.execute("pragma journal_mode = wal");
  connection.execute("begin immediate");
  try {
    const version = readSqliteVersion(connection, migrations);
    if (version === 0) {
      connection.execute(`pragma application_id = ${applicationId}`);
      connection.execute(
        "create table migrations (number integer primary key, name text not null, at text not null) strict",
      );
    }
    for (const { number, name, sql } of migrations.slice(version)) {
      connection.execute(sql);
      const at = new Date(nowMs).toISOString();
      connection.run("insert into migrations (number, name, at) values (?, ?, ?)", number, name, at);
    }
    connection.execute("commit");
  } catch (error) {
    if (connection.isInTransaction) connection.execute("rollback");
    throw error;
  }
}
