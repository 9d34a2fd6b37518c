// Brings a schema of PostgreSQL to this program's version: each migration that it lacks, in one transaction, one process at
// a time.
import { NamesakeError } from "../../shared/errors.ts";
import { type Migration, versionOf } from "../migrations/readMigrations.ts";
import { takingLock } from "./postgresLocks.ts";
import type { PostgresPool } from "./postgresPool.ts";
import type { ConnectionSession } from "./postgresSession.ts";

const createTable =
  'create table migrations (number bigint primary key, name text collate "C" not null, at text collate "C" not null)';

/** @throws NamesakeError STORE_NOT_FOUND where the schema holds no store and none may be made, STORE_NEWER, STORE_NOT_NAMESAKE */
export async function migratePostgres(
  pool: PostgresPool,
  migrations: readonly Migration[],
  { create, nowMs }: { create: boolean; nowMs: number },
): Promise<void> {
  const { schema, place } = pool.address;
  const version = await pool.connected((session) => readVersion(session, schema));
  if (version === versionOf(migrations)) return;
  if (version > versionOf(migrations)) throw new NamesakeError("STORE_NEWER", place);
  if (version === 0 && !create) throw new NamesakeError("STORE_NOT_FOUND", `${place}, schema ${schema}`);
  await pool.transact(async (session) => {
    await session.script(`select ${takingLock(schema, "migrate")}`);
    const before = await readVersion(session, schema);
    if (before === 0) await session.script(`create schema if not exists ${schema}; ${createTable}`);
    for (const { number, name, sql } of migrations.slice(before)) {
      await session.script(sql);
      const values = [number, name, new Date(nowMs).toISOString()];
      await session.rows("insert into migrations (number, name, at) values ($1, $2, $3)", values);
    }
  });
}

/** The version of the store, 0 where there is none. */
async function readVersion(session: ConnectionSession, schema: string): Promise<number> {
  const found = await session.rows("select to_regclass($1) is null", [`${schema}.migrations`]);
  if (found[0]?.[0] as unknown as boolean) return 0;
  const rows = await session.rows(`select max(number) from ${schema}.migrations`);
  return (rows[0]?.[0] as number | null) ?? 0;
}
