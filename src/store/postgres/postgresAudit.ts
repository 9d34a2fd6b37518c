// Appends audit rows on PostgreSQL: rows of many callers in one transaction, one transaction at a time in this process and,
// by the audit lock, among all. Numbers then have no gaps and follow the order of commits, so the log can be read on from
// the last number seen.
import type { AuditRow } from "../personStore.ts";
import { auditTable, disclosuresIn, disclosureTable } from "../rows/clientTable.ts";
import { columnList } from "../rows/table.ts";
import { takingLock } from "./postgresLocks.ts";
import type { PostgresPool } from "./postgresPool.ts";
import type { ConnectionSession } from "./postgresSession.ts";
import { columnsOf, unnesting } from "./unnest.ts";

const sql = {
  addRows: `insert into audit (${columnList(auditTable)})
    select coalesce((select max(number) from audit), 0) + given.number, ${auditTable.columns
      .slice(1)
      .map(([name]) => `given.${name}`)
      .join(", ")}
    from ${unnesting(auditTable)} as given (${columnList(auditTable)})`,
  addDisclosures: `insert into disclosures (${columnList(disclosureTable)})
    select * from ${unnesting(disclosureTable)} on conflict do nothing`,
};

/** Appends in the session's transaction, which holds the audit lock. */
export async function appendPostgresAudit(session: ConnectionSession, rows: readonly AuditRow[]): Promise<void> {
  const cells = rows.map((row, index) => auditTable.toCells({ ...row, number: index + 1 }));
  await session.rows(sql.addRows, columnsOf(auditTable, cells));
  const disclosures = disclosuresIn(rows).map(disclosureTable.toCells);
  if (disclosures.length > 0) await session.rows(sql.addDisclosures, columnsOf(disclosureTable, disclosures));
}

interface WaitingAudit {
  readonly rows: readonly AuditRow[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class PostgresAudit {
  readonly #pool: PostgresPool;
  #waiting: WaitingAudit[] = [];
  #flush: Promise<void> | null = null;

  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }

  /** Resolves once the rows are durable; rows that come meanwhile go into the next transaction together. */
  append(rows: readonly AuditRow[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, resolve, reject });
      this.#flush ??= this.#flushAll();
    });
  }

  async settle(): Promise<void> {
    await this.#flush;
  }

  async #flushAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0);
      try {
        await this.#commit(group.flatMap(({ rows }) => rows));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#flush = null;
  }

  async #commit(rows: readonly AuditRow[]): Promise<void> {
    await this.#pool.connected(async (session) => {
      await session.script(`begin; select ${takingLock(this.#pool.address.schema, "audit")}`);
      await appendPostgresAudit(session, rows);
      await session.script("commit");
    });
  }
}
