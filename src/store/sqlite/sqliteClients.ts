// Clients of a SQLite store: added and revoked by the index or by a tool beside it.
import { NamesakeError } from "../../shared/errors.ts";
import type { ClientRow } from "../personStore.ts";
import { clientTable } from "../rows/clientTable.ts";
import { columnList } from "../rows/table.ts";
import type { WriteLane } from "./writeLane.ts";

const insert = `insert into clients (${columnList(clientTable)}) values (?, ?, ?, ?, ?, ?, ?, ?)`;

/** @throws NamesakeError CLIENT_EXISTS */
export function addSqliteClient(
  lane: WriteLane,
  row: Omit<ClientRow, "number" | "createdAt" | "revokedAt">,
  nowMs: number,
): Promise<ClientRow> {
  return lane.transact(() => {
    const { connection } = lane;
    if (connection.value("select 1 from clients where name = ?", row.name) !== null) {
      throw new NamesakeError("CLIENT_EXISTS", row.name);
    }
    const number = connection.value("select coalesce(max(number), 0) + 1 from clients") as number;
    const client = { ...row, number, createdAt: new Date(nowMs).toISOString(), revokedAt: null };
    connection.run(insert, ...clientTable.toCells(client));
    return client;
  });
}

/** Revokes a client; one that is revoked already stays as it is. @throws NamesakeError CLIENT_NOT_FOUND */
export function revokeSqliteClient(lane: WriteLane, name: string, nowMs: number): Promise<void> {
  return lane.transact(() => {
    const at = new Date(nowMs).toISOString();
    const count = lane.connection.run(
      "update clients set revoked_at = coalesce(revoked_at, ?) where name = ?",
      at,
      name,
    );
    if (count === 0) throw new NamesakeError("CLIENT_NOT_FOUND", name);
  });
}
