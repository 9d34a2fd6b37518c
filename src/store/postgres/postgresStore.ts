// A schema of PostgreSQL as the store of the contract, which several servers share.
import { randomUUID } from "node:crypto";
import { NamesakeError } from "../../shared/errors.ts";
import type {
  AuditRow,
  ClientRow,
  Moment,
  PersonNumber,
  PersonRow,
  PersonStore,
  RecordNumber,
  RecordRow,
  StoreWriter,
} from "../personStore.ts";
import { auditTable, clientTable } from "../rows/clientTable.ts";
import { personTable } from "../rows/personTable.ts";
import { recordTable } from "../rows/recordTable.ts";
import { columnList, type TableShape } from "../rows/table.ts";
import { SerialQueue } from "../serialQueue.ts";
import { ChangeListener, channelOf } from "./changeListener.ts";
import { GatheredLookup } from "./gatheredLookup.ts";
import { PostgresAudit } from "./postgresAudit.ts";
import { addPostgresClient, revokePostgresClient } from "./postgresClients.ts";
import { readPostgresFile, writePostgresFile } from "./postgresFiles.ts";
import type { PostgresPool } from "./postgresPool.ts";
import { PostgresReader } from "./postgresReader.ts";
import { writeBatch } from "./writeBatch.ts";

const scanning = (table: TableShape, condition: string): string =>
  `select ${columnList(table)} from ${table.name} where ${condition} order by number`;

const sql = {
  auditAfter: `${scanning(auditTable, "number > $1")} limit $2`,
  scanRecords: `${scanning(recordTable, "number >= $1")} limit $2`,
  recordsChangedSince: scanning(recordTable, "changed_at > $1"),
  scanPersons: `${scanning(personTable, "number >= $1")} limit $2`,
  personsChangedSince: scanning(personTable, "changed_at > $1"),
  setting: "select value from settings where name = $1",
  clientByKeyHash: `select ${columnList(clientTable)} from clients where key_hash = $1`,
  clients: scanning(clientTable, "true"),
};

/** Times of moments that are remembered, some 100 bytes each. */
const timesMax = 50_000;

export class PostgresStore extends PostgresReader implements PersonStore {
  readonly kind = "postgres";
  readonly #pool: PostgresPool;
  readonly #now: () => number;
  readonly #self = randomUUID();
  readonly #batches = new SerialQueue();
  readonly #audit: PostgresAudit;
  readonly #listener: ChangeListener;
  readonly #recordsByNumber = new GatheredLookup((numbers: readonly RecordNumber[]) => super.recordsByNumber(numbers));
  /** Times of moments that are committed: they do not change. */
  readonly #times = new Map<Moment, string>();

  /** @param now milliseconds since 1970 */
  constructor(pool: PostgresPool, now: () => number) {
    super(pool);
    this.#pool = pool;
    this.#now = now;
    this.#audit = new PostgresAudit(pool);
    this.#listener = new ChangeListener(pool.address, this.#self);
  }

  write<T>(work: (writer: StoreWriter) => Promise<T>, onCommit?: () => void): Promise<T> {
    const settings = { now: this.#now, channel: channelOf(this.#pool.address), self: this.#self };
    // One batch of this process at a time: those that wait for the lock would use up the connections.
    return this.#batches.run(async () => {
      const result = await writeBatch(this.#pool, work, settings);
      onCommit?.();
      return result;
    });
  }

  override recordsByNumber(numbers: readonly RecordNumber[]): Promise<(RecordRow | null)[]> {
    return this.#recordsByNumber.ask(numbers);
  }

  override async timesOf(moments: readonly Moment[]): Promise<string[]> {
    const unknown = [...new Set(moments)].filter((moment) => !this.#times.has(moment));
    if (unknown.length > 0) {
      const times = await super.timesOf(unknown);
      if (this.#times.size + times.length > timesMax) this.#times.clear();
      unknown.forEach((moment, index) => {
        this.#times.set(moment, times[index] ?? "");
      });
    }
    // Others may have made room since.
    return moments.every((moment) => this.#times.has(moment))
      ? moments.map((moment) => this.#times.get(moment) ?? "")
      : super.timesOf(moments);
  }

  async audit(rows: readonly AuditRow[]): Promise<void> {
    if (rows.length > 0) await this.#audit.append(rows);
  }

  auditAfter(number: number, limit: number): Promise<(AuditRow & { readonly number: number })[]> {
    return this.list(auditTable, sql.auditAfter, number, limit);
  }

  scanRecords(from: RecordNumber, size: number): Promise<RecordRow[]> {
    return this.list(recordTable, sql.scanRecords, from, size);
  }

  recordsChangedSince(moment: Moment): Promise<RecordRow[]> {
    return this.list(recordTable, sql.recordsChangedSince, moment);
  }

  scanPersons(from: PersonNumber, size: number): Promise<PersonRow[]> {
    return this.list(personTable, sql.scanPersons, from, size);
  }

  personsChangedSince(moment: Moment): Promise<PersonRow[]> {
    return this.list(personTable, sql.personsChangedSince, moment);
  }

  async setting(name: string): Promise<string | null> {
    return ((await this.#pool.rows(sql.setting, [name]))[0]?.[0] as string | undefined) ?? null;
  }

  writeFile(name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    return writePostgresFile(this.#pool, name, chunks);
  }

  readFile(name: string): Promise<AsyncIterable<Uint8Array> | null> {
    return readPostgresFile(this.#pool, name);
  }

  addClient(row: Omit<ClientRow, "number" | "createdAt" | "revokedAt">): Promise<ClientRow> {
    return addPostgresClient(this.#pool, row, this.#now());
  }

  async clientByKeyHash(hash: string): Promise<ClientRow | null> {
    return (await this.list(clientTable, sql.clientByKeyHash, hash))[0] ?? null;
  }

  clients(): Promise<ClientRow[]> {
    return this.list(clientTable, sql.clients);
  }

  revokeClient(name: string): Promise<void> {
    return revokePostgresClient(this.#pool, name, this.#now());
  }

  waitForChange(timeoutMs: number, signal?: AbortSignal): Promise<void> {
    return this.#listener.wait(timeoutMs, signal);
  }

  async backup(): Promise<void> {
    throw new NamesakeError("STORE_BACKUP_FAILED", "a store on PostgreSQL is copied with its own pg_dump");
  }

  async close(): Promise<void> {
    await this.#batches.settle();
    await this.#audit.settle();
    await this.#listener.close();
    await this.#pool.close();
  }
}
