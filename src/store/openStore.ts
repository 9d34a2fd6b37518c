// Opens a store by its name: SQLite in this process, or PostgreSQL.
import { resolve } from "node:path";
import { NamesakeError } from "../shared/errors.ts";
import type { OpenOptions, PersonStore } from "./personStore.ts";
import { openPostgresStore } from "./postgres/openPostgresStore.ts";
import { openSqliteStore } from "./sqlite/openSqliteStore.ts";

/**
 * @throws NamesakeError STORE_NAME_INVALID, STORE_NOT_FOUND, STORE_NOT_NAMESAKE, STORE_NEWER, STORE_IN_USE, STORE_LOCKED,
 * STORE_READ_ONLY, STORE_UNAVAILABLE. A password never stands in an error.
 */
export async function openStore({ store, role, create = false, now = Date.now }: OpenOptions): Promise<PersonStore> {
  if (store.startsWith("sqlite:")) {
    return openSqliteStore({ path: pathOf(store.slice("sqlite:".length)), role, create, now });
  }
  if (/^postgres(ql)?:\/\//.test(store)) return openPostgresStore({ store, create, now });
  throw new NamesakeError("STORE_NAME_INVALID", "it begins with neither sqlite: nor postgres://");
}

function pathOf(text: string): string {
  if (text === "" || text === ":memory:" || text.includes("\0")) {
    throw new NamesakeError("STORE_NAME_INVALID", "sqlite: is followed by the path of a file");
  }
  return resolve(text);
}
