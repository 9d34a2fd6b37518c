// One connection to a SQLite file: statements are prepared once and kept, rows come as arrays, failures are coded.
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Cell } from "../rows/table.ts";
import { codeSqliteError } from "./codeSqliteError.ts";

export interface ConnectionOptions {
  readonly isReadOnly?: boolean;
  /** How long a statement waits for another process's lock (it blocks this thread meanwhile). */
  readonly busyMs?: number;
  /** Memory for pages, in MiB. */
  readonly cacheMib?: number;
}

/** A value that a statement takes: a cell, or the bytes of a file's chunk. */
type Value = Cell | Uint8Array;

export class SqliteConnection {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws NamesakeError STORE_NOT_NAMESAKE, STORE_READ_ONLY, STORE_LOCKED */
  constructor(path: string, { isReadOnly = false, busyMs = 5000, cacheMib = 64 }: ConnectionOptions = {}) {
    this.path = path;
    this.#database = this.#coded(() => new DatabaseSync(path, { readOnly: isReadOnly, timeout: busyMs }));
    this.execute(`pragma cache_size = ${-1024 * cacheMib}`);
  }

  /** Runs statements that answer nothing. */
  execute(sql: string): void {
    this.#coded(() => this.#database.exec(sql));
  }

  all(sql: string, ...values: readonly Value[]): Cell[][] {
    const statement = this.#prepare(sql);
    return this.#coded(() => statement.all(...(values as SQLInputValue[])) as unknown as Cell[][]);
  }

  get(sql: string, ...values: readonly Value[]): Cell[] | null {
    const statement = this.#prepare(sql);
    return this.#coded(() => (statement.get(...(values as SQLInputValue[])) as unknown as Cell[] | undefined) ?? null);
  }

  /** The first cell of the first row, for questions that always have an answer. */
  value(sql: string, ...values: readonly Value[]): Cell {
    return this.get(sql, ...values)?.[0] ?? null;
  }

  run(sql: string, ...values: readonly Value[]): number {
    const statement = this.#prepare(sql);
    return this.#coded(() => Number(statement.run(...(values as SQLInputValue[])).changes));
  }

  /** Runs one statement for each row of values. */
  runAll(sql: string, rows: Iterable<readonly Value[]>): void {
    const statement = this.#prepare(sql);
    this.#coded(() => {
      for (const values of rows) statement.run(...(values as SQLInputValue[]));
    });
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** The connection itself, for SQLite's own back-up. */
  get database(): DatabaseSync {
    return this.#database;
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#coded(() => this.#database.prepare(sql));
    statement.setReturnArrays(true);
    this.#statements.set(sql, statement);
    return statement;
  }

  #coded<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw codeSqliteError(error, this.path);
    }
  }
}
