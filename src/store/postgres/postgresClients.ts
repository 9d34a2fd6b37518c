// Clients of a PostgreSQL store.
import { NamesakeError } from "../../shared/errors.ts";
import type { ClientRow } from "../personStore.ts";
import { clientTable } from "../rows/clientTable.ts";
import { columnList } from "../rows/table.ts";
import type { PostgresPool } from "./postgresPool.ts";

const sql = {
  lock: "lock table clients in share row exclusive mode",
  exists: "select 1 from clients where name = $1",
  next: "select coalesce(max(number), 0) + 1 from clients",
  add: `insert into clients (${columnList(clientTable)}) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  revoke: "update clients set revoked_at = coalesce(revoked_at, $2) where name = $1 returning number",
};

/** @throws NamesakeError CLIENT_EXISTS */
export function addPostgresClient(
  pool: PostgresPool,
  row: Omit<ClientRow, "number" | "createdAt" | "revokedAt">,
  nowMs: number,
): Promise<ClientRow> {
  return pool.transact(async (session) => {
    await session.script(sql.lock);
    if ((await session.rows(sql.exists, [row.name])).length > 0) throw new NamesakeError("CLIENT_EXISTS", row.name);
    const number = (await session.rows(sql.next))[0]?.[0] as number;
    const client = { ...row, number, createdAt: new Date(nowMs).toISOString(), revokedAt: null };
    await session.rows(sql.add, clientTable.toCells(client));
    return client;
  });
}

/** Revokes a client; one that is revoked already stays as it is. @throws NamesakeError CLIENT_NOT_FOUND */
export async function revokePostgresClient(pool: PostgresPool, name: string, nowMs: number): Promise<void> {
  const revoked = await pool.rows(sql.revoke, [name, new Date(nowMs).toISOString()]);
  if (revoked.length === 0) throw new NamesakeError("CLIENT_NOT_FOUND", name);
}
