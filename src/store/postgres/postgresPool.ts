// The connections to PostgreSQL that a store shares. Lost ones are replaced; a read that met a lost one is asked again.
import pg from "pg";
import { NamesakeError } from "../../shared/errors.ts";
import type { Cell } from "../rows/table.ts";
import { codePostgresError } from "./codePostgresError.ts";
import type { PostgresAddress } from "./postgresAddress.ts";
import { ConnectionSession, type Parameter, type PostgresSession } from "./postgresSession.ts";

const connectionsMax = 10;
const connectTimeoutMs = 10_000;

// Every question here is answered by an index. Plans kept by prepared statements from when a table was small would scan
// it later, so the planner is not left the choice. A server that lost its machine must not keep the lock for hours.
const sessionSettings = {
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  jit: "off",
  lock_timeout: "30s",
  statement_timeout: "300s",
  idle_in_transaction_session_timeout: "600s",
  tcp_keepalives_idle: "30",
  tcp_keepalives_interval: "10",
  tcp_keepalives_count: "3",
};

/** Whole numbers are bigint there and well below 2^53 here. */
const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary" && (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.FLOAT8)) return Number;
    return pg.types.getTypeParser(oid, format);
  },
} as pg.CustomTypesConfig;

/** What the driver takes to reach the store. */
export function clientConfig({ connectionString, schema }: PostgresAddress): pg.ClientConfig {
  const settings = Object.entries({ search_path: schema, ...sessionSettings });
  return {
    connectionString,
    types,
    application_name: "namesake",
    options: settings.map(([name, value]) => `-c ${name}=${value}`).join(" "),
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
  };
}

/** A connection that breaks shows at its next statement; without a listener it would end the process. */
const ignore = (): void => undefined;

/** A server may be set to acknowledge before it is durable; we may not. */
async function prepareConnection(client: pg.ClientBase): Promise<void> {
  client.on("error", ignore);
  await client.query(
    "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
  );
}

export class PostgresPool implements PostgresSession {
  readonly address: PostgresAddress;
  readonly #pool: pg.Pool;

  constructor(address: PostgresAddress) {
    this.address = address;
    const onConnect = (client: pg.ClientBase) => prepareConnection(client);
    this.#pool = new pg.Pool({ ...clientConfig(address), max: connectionsMax, idleTimeoutMillis: 60_000, onConnect });
    this.#pool.on("error", ignore);
  }

  async rows(sql: string, values: readonly Parameter[] = []): Promise<Cell[][]> {
    // All idle connections may have been lost at once, and each one that is met leaves the pool.
    for (let left = connectionsMax; ; left -= 1) {
      const session = await this.borrow();
      try {
        const rows = await session.rows(sql, values);
        session.client.release();
        return rows;
      } catch (error) {
        session.client.release(isLost(error));
        if (!isLost(error) || left === 0) throw error;
      }
    }
  }

  /** A connection of one's own, to be released. */
  async borrow(): Promise<ConnectionSession> {
    try {
      return new ConnectionSession(await this.#pool.connect(), this.address.place);
    } catch (error) {
      throw codePostgresError(error, this.address.place);
    }
  }

  /** Gives `work` a connection of its own; a transaction that it leaves open by throwing is rolled back. */
  async connected<T>(work: (session: ConnectionSession) => Promise<T>): Promise<T> {
    const session = await this.borrow();
    let isSound = true;
    try {
      return await work(session);
    } catch (error) {
      isSound = !isLost(error) && (await session.script("rollback").then(Boolean, () => false));
      throw error;
    } finally {
      session.client.release(!isSound);
    }
  }

  /** Runs `work` in a transaction; nothing is kept where it throws. */
  transact<T>(work: (session: ConnectionSession) => Promise<T>): Promise<T> {
    return this.connected(async (session) => {
      await session.script("begin");
      const result = await work(session);
      await session.script("commit");
      return result;
    });
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }
}

const isLost = (error: unknown): boolean => error instanceof NamesakeError && error.code === "STORE_UNAVAILABLE";
