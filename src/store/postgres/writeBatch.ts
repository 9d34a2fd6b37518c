// Runs a batch on PostgreSQL as the only writer of its store among all processes. Where the connection is lost while the
// commit is under way, the server is asked whether the commit happened, so that what was kept is never reported as lost.
import { NamesakeError } from "../../shared/errors.ts";
import type { StoreWriter } from "../personStore.ts";
import { headFromCells, timeAfter } from "../rows/head.ts";
import type { Cell } from "../rows/table.ts";
import { takingLock } from "./postgresLocks.ts";
import type { PostgresPool } from "./postgresPool.ts";
import { headSql } from "./postgresReader.ts";
import type { ConnectionSession } from "./postgresSession.ts";
import { PostgresWriter } from "./postgresWriter.ts";

export interface BatchSettings {
  readonly now: () => number;
  /** Channel and payload of the notice that others hear. */
  readonly channel: string;
  readonly self: string;
}

export function writeBatch<T>(
  pool: PostgresPool,
  work: (writer: StoreWriter) => Promise<T>,
  { now, channel, self }: BatchSettings,
): Promise<T> {
  const { schema } = pool.address;
  return pool.connected(async (session) => {
    const begun = await session.script(
      `begin; select ${takingLock(schema, "write")}; ${headSql}; select pg_current_xact_id()::text`,
    );
    const head = headFromCells(begun[2]?.[0] ?? []);
    const transaction = begun[3]?.[0]?.[0] as string;
    const writer = new PostgresWriter({ session, schema, head, at: timeAfter(head.at, now()) });
    try {
      const result = await work(writer);
      await writer.finish();
      // Numbers and times of ours, no text of others.
      const end = `insert into moments (moment, at) values (${writer.moment}, '${writer.at}');
        select pg_notify('${channel}', '${self}'); commit`;
      await commit(pool, session, end, transaction);
      return result;
    } finally {
      writer.end();
    }
  });
}

async function commit(pool: PostgresPool, session: ConnectionSession, end: string, transaction: string): Promise<void> {
  try {
    await session.script(end);
  } catch (error) {
    if (!(error instanceof NamesakeError) || error.code !== "STORE_UNAVAILABLE") throw error;
    const status = await pool.rows("select pg_xact_status($1::text::xid8)", [transaction]).catch((): Cell[][] => []);
    if (status[0]?.[0] !== "committed") throw error;
  }
}
