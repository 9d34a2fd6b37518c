// Turns failures of SQLite into coded errors. SQLite's own messages name tables and columns, never values, but they are
// not passed on: the code says what to do.
import { type ErrorCode, NamesakeError } from "../../shared/errors.ts";

// Primary result codes: https://www.sqlite.org/rescode.html
const codes: Readonly<Record<number, ErrorCode>> = {
  5: "STORE_LOCKED", // BUSY
  6: "STORE_LOCKED", // LOCKED
  8: "STORE_READ_ONLY", // READONLY
  10: "STORE_UNAVAILABLE", // IOERR
  11: "STORE_NOT_NAMESAKE", // CORRUPT
  13: "STORE_FULL", // FULL
  14: "STORE_READ_ONLY", // CANTOPEN: the file was found before, so it or its folder forbids
  15: "STORE_LOCKED", // PROTOCOL
  26: "STORE_NOT_NAMESAKE", // NOTADB
};

/** SQLite's primary result code of a failure, or null where it is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  const code = error instanceof Error && "errcode" in error ? error.errcode : null;
  return typeof code === "number" ? code & 255 : null;
}

/** The coded error for a failure of SQLite; any other error is given back as it is (a bug). */
export function codeSqliteError(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  const coded = code === null ? undefined : codes[code];
  return coded === undefined ? error : new NamesakeError(coded, path);
}
