// Statements to PostgreSQL: prepared by their text, rows as arrays of cells, failures coded. A session is one connection
// (for transactions) or the pool (any connection, one statement).
import type { PoolClient, QueryArrayConfig } from "pg";
import type { Cell, TableShape } from "../rows/table.ts";
import { SerialQueue } from "../serialQueue.ts";
import { codePostgresError } from "./codePostgresError.ts";
import { copyBytes } from "./copyBytes.ts";
import { copyRows } from "./copyRows.ts";

/** A list becomes an array of the server. */
export type Parameter = Cell | Uint8Array | readonly Cell[];

export interface PostgresSession {
  /** One prepared statement. @throws NamesakeError STORE_UNAVAILABLE and others */
  rows(sql: string, values?: readonly Parameter[]): Promise<Cell[][]>;
}

const names = new Map<string, string>();

/** A statement's name is the same on each connection, and short. */
function nameOf(sql: string): string {
  const known = names.get(sql) ?? `s${names.size}`;
  names.set(sql, known);
  return known;
}

export const preparedQuery = (sql: string, values: readonly Parameter[]): QueryArrayConfig => ({
  name: nameOf(sql),
  text: sql,
  values: [...values],
  rowMode: "array",
});

export class ConnectionSession implements PostgresSession {
  readonly client: PoolClient;
  readonly #place: string;
  /** A connection answers one statement at a time, however many are asked at once. */
  readonly #statements = new SerialQueue();

  constructor(client: PoolClient, place: string) {
    this.client = client;
    this.#place = place;
  }

  async rows(sql: string, values: readonly Parameter[] = []): Promise<Cell[][]> {
    const { rows } = await this.#ask(() => this.client.query<Cell[]>(preparedQuery(sql, values)));
    return rows;
  }

  /** The bytes that a query answers, which has no parameters, or null where it answers no row. */
  bytes(query: string): Promise<Uint8Array | null> {
    return this.#ask(() => copyBytes(this.client, query));
  }

  /** Several statements without parameters in one round trip; the rows of each. */
  async script(sql: string): Promise<Cell[][][]> {
    const answer: unknown = await this.#ask(() => this.client.query({ text: sql, rowMode: "array" }));
    const results = (Array.isArray(answer) ? answer : [answer]) as { rows: Cell[][] }[];
    return results.map(({ rows }) => rows);
  }

  /** Sends rows by COPY, for hundreds of rows and more. */
  async copy(table: TableShape, rows: readonly (readonly Cell[])[]): Promise<void> {
    await this.#ask(() => copyRows(this.client, table, rows));
  }

  #ask<T>(action: () => Promise<T>): Promise<T> {
    return this.#statements.run(async () => {
      try {
        return await action();
      } catch (error) {
        throw codePostgresError(error, this.#place);
      }
    });
  }
}
