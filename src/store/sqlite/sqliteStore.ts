// A SQLite file as the store of the contract. Reads use their own connection; everything that writes goes through one lane.
import { setTimeout as wait } from "node:timers/promises";
import { assert } from "../../shared/assert.ts";
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
import { timeAfter } from "../rows/head.ts";
import { personTable } from "../rows/personTable.ts";
import { recordTable } from "../rows/recordTable.ts";
import { columnList, type TableShape } from "../rows/table.ts";
import { backUpSqlite } from "./backUpSqlite.ts";
import type { IndexLock } from "./indexLock.ts";
import { addSqliteClient, revokeSqliteClient } from "./sqliteClients.ts";
import type { SqliteConnection } from "./sqliteConnection.ts";
import { dropUnfinishedFiles, readSqliteFile, writeSqliteFile } from "./sqliteFiles.ts";
import { SqliteReader } from "./sqliteReader.ts";
import { SqliteWriter } from "./sqliteWriter.ts";
import { WriteLane } from "./writeLane.ts";

interface StoreParts {
  readonly path: string;
  readonly role: "index" | "tool";
  readonly now: () => number;
  readonly lockedMs: number;
  readonly lock: IndexLock | null;
  readonly reader: SqliteConnection;
  /** Null for a tool, which opens it when it writes. */
  readonly writer: SqliteConnection | null;
  readonly openWriter: () => SqliteConnection;
}

const scanning = (table: TableShape, condition: string): string =>
  `select ${columnList(table)} from ${table.name} where ${condition} order by number`;

const sql = {
  auditAfter: `${scanning(auditTable, "number > ?")} limit ?`,
  scanRecords: `${scanning(recordTable, "number >= ?")} limit ?`,
  recordsChangedSince: scanning(recordTable, "changed_at > ?"),
  scanPersons: `${scanning(personTable, "number >= ?")} limit ?`,
  personsChangedSince: scanning(personTable, "changed_at > ?"),
  setting: "select value from settings where name = ?",
  clientByKeyHash: `select ${columnList(clientTable)} from clients where key_hash = ?`,
  clients: scanning(clientTable, "true"),
};

export class SqliteStore extends SqliteReader implements PersonStore {
  readonly kind = "sqlite";
  readonly #parts: StoreParts;
  #lane: WriteLane | null;

  constructor(parts: StoreParts) {
    super(parts.reader);
    this.#parts = parts;
    this.#lane = parts.writer === null ? null : new WriteLane(parts.writer, parts.lockedMs);
    if (parts.writer !== null) dropUnfinishedFiles(parts.writer);
  }

  async write<T>(work: (writer: StoreWriter) => Promise<T>, onCommit?: () => void): Promise<T> {
    assert(this.#parts.role === "index", "only the process that keeps the index writes to it");
    const lane = this.#writeLane();
    const { result, durable } = await lane.enqueue(async () => {
      const { moment, at } = await new SqliteReader(lane.connection).head();
      const writer = new SqliteWriter(lane, moment + 1, timeAfter(at, this.#parts.now()));
      try {
        const result = await work(writer);
        await writer.finish();
        const durable = lane.commit();
        onCommit?.();
        return { result, durable };
      } catch (error) {
        lane.rollBack();
        throw error;
      } finally {
        writer.end();
      }
    });
    await durable.reached;
    return result;
  }

  async audit(rows: readonly AuditRow[]): Promise<void> {
    if (rows.length > 0) await this.#writeLane().audit(rows);
  }

  async auditAfter(number: number, limit: number): Promise<(AuditRow & { readonly number: number })[]> {
    return this.list(auditTable, sql.auditAfter, number, limit);
  }

  async scanRecords(from: RecordNumber, size: number): Promise<RecordRow[]> {
    return this.list(recordTable, sql.scanRecords, from, size);
  }

  async recordsChangedSince(moment: Moment): Promise<RecordRow[]> {
    return this.list(recordTable, sql.recordsChangedSince, moment);
  }

  async scanPersons(from: PersonNumber, size: number): Promise<PersonRow[]> {
    return this.list(personTable, sql.scanPersons, from, size);
  }

  async personsChangedSince(moment: Moment): Promise<PersonRow[]> {
    return this.list(personTable, sql.personsChangedSince, moment);
  }

  async setting(name: string): Promise<string | null> {
    return this.connection.value(sql.setting, name) as string | null;
  }

  async writeFile(name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    assert(this.#parts.role === "index", "only the process that keeps the index writes files");
    await writeSqliteFile(this.#writeLane(), name, chunks);
  }

  async readFile(name: string): Promise<AsyncIterable<Uint8Array> | null> {
    return readSqliteFile(this.connection, name);
  }

  addClient(row: Omit<ClientRow, "number" | "createdAt" | "revokedAt">): Promise<ClientRow> {
    return addSqliteClient(this.#writeLane(), row, this.#parts.now());
  }

  async clientByKeyHash(hash: string): Promise<ClientRow | null> {
    return this.list(clientTable, sql.clientByKeyHash, hash)[0] ?? null;
  }

  async clients(): Promise<ClientRow[]> {
    return this.list(clientTable, sql.clients);
  }

  revokeClient(name: string): Promise<void> {
    return revokeSqliteClient(this.#writeLane(), name, this.#parts.now());
  }

  async waitForChange(timeoutMs: number, signal?: AbortSignal): Promise<void> {
    await wait(timeoutMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }

  backup(path: string): Promise<void> {
    return backUpSqlite(this.#parts.path, path);
  }

  async close(): Promise<void> {
    await this.#lane?.settle();
    this.connection.close();
    await this.#lane?.close();
    this.#parts.lock?.release();
  }

  #writeLane(): WriteLane {
    this.#lane ??= new WriteLane(this.#parts.openWriter(), this.#parts.lockedMs);
    return this.#lane;
  }
}
