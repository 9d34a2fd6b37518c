// Takes a PostgreSQL URL apart: what the driver connects with, the schema that holds the store, and how errors name the
// place. The password goes to the driver and nowhere else.
import { NamesakeError } from "../../shared/errors.ts";

export interface PostgresAddress {
  /** For the driver. */
  readonly connectionString: string;
  /** Several stores can share a database, each in a schema of its own: ?schema=NAME. */
  readonly schema: string;
  /** "host:port/database", for errors. */
  readonly place: string;
}

/** @throws NamesakeError STORE_NAME_INVALID */
export function parsePostgresAddress(store: string): PostgresAddress {
  const url = URL.canParse(store) ? new URL(store) : null;
  if (url === null) throw new NamesakeError("STORE_NAME_INVALID", "the postgres:// URL has a mistake");
  const schema = url.searchParams.get("schema") ?? "namesake";
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new NamesakeError("STORE_NAME_INVALID", "schema= takes up to 63 small letters, digits and underscores");
  }
  url.searchParams.delete("schema");
  const place = `${url.hostname || "localhost"}:${url.port || "5432"}${url.pathname}`;
  return { connectionString: url.href, schema, place };
}
