// Opens a schema of a PostgreSQL database as a store.
import { type Migration, readMigrations } from "../migrations/readMigrations.ts";
import { migratePostgres } from "./migratePostgres.ts";
import { parsePostgresAddress } from "./postgresAddress.ts";
import { PostgresPool } from "./postgresPool.ts";
import { PostgresStore } from "./postgresStore.ts";

export interface PostgresOptions {
  /** "postgres://user:password@host:port/database?schema=name"; the driver's other parameters (sslmode …) may follow. */
  readonly store: string;
  readonly create: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For tests: other migrations than this program's. */
  readonly migrations?: readonly Migration[];
}

/** @throws NamesakeError STORE_NAME_INVALID, STORE_NOT_FOUND, STORE_NOT_NAMESAKE, STORE_NEWER, STORE_READ_ONLY, STORE_UNAVAILABLE */
export async function openPostgresStore(options: PostgresOptions): Promise<PostgresStore> {
  const { store, create, now, migrations = readMigrations("postgres") } = options;
  const pool = new PostgresPool(parsePostgresAddress(store));
  try {
    await migratePostgres(pool, migrations, { create, nowMs: now() });
    return new PostgresStore(pool, now);
  } catch (error) {
    await pool.close();
    throw error;
  }
}
