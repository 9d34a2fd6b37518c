// Turns failures of PostgreSQL and of the way to it into coded errors. The server's messages and details can quote values
// of rows, so neither is passed on: only the SQLSTATE and the name of a constraint.
import { type ErrorCode, NamesakeError } from "../../shared/errors.ts";

// https://www.postgresql.org/docs/current/errcodes-appendix.html; whole states first, then their classes.
const states: Readonly<Record<string, ErrorCode>> = {
  "25006": "STORE_READ_ONLY", // read_only_sql_transaction
  "3D000": "STORE_NOT_FOUND", // invalid_catalog_name: no such database
  "42501": "STORE_READ_ONLY", // insufficient_privilege
  "42P01": "STORE_NOT_NAMESAKE", // undefined_table
  "42P07": "STORE_NOT_NAMESAKE", // duplicate_table
  "42703": "STORE_NOT_NAMESAKE", // undefined_column
  "40P01": "STORE_LOCKED", // deadlock_detected
  "55P03": "STORE_LOCKED", // lock_not_available
  "57014": "STORE_LOCKED", // query_canceled: statement_timeout
  "53100": "STORE_FULL", // disk_full
  "08": "STORE_UNAVAILABLE",
  "25": "STORE_UNAVAILABLE", // idle_in_transaction_session_timeout
  "28": "STORE_UNAVAILABLE", // invalid authorisation
  "53": "STORE_UNAVAILABLE",
  "57": "STORE_UNAVAILABLE", // operator intervention
  "58": "STORE_UNAVAILABLE", // system error
  XX: "STORE_NOT_NAMESAKE", // data corrupted
};

interface ServerError extends Error {
  readonly code: string;
  readonly constraint?: string;
}

const isServerError = (error: Error): error is ServerError =>
  "code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) && "severity" in error;

/** Failures of the way to the server: system errors of sockets, and the driver's own, which have no code. */
const isConnectionError = (error: Error): boolean =>
  ("code" in error && typeof error.code === "string" && /^(E[A-Z_]+|[A-Z_]*(SSL|CERT)[A-Z_]*)$/.test(error.code)) ||
  /connection|connect|timeout|SASL|SSL/i.test(error.message);

/** The error to throw for what the driver threw. Coded errors are given back as they are. */
export function codePostgresError(error: unknown, place: string): unknown {
  if (error instanceof NamesakeError || !(error instanceof Error)) return error;
  if (isServerError(error)) {
    const code = states[error.code] ?? states[error.code.slice(0, 2)];
    if (code !== undefined) return new NamesakeError(code, place);
    return new Error(`Bug: PostgreSQL refused a statement (${error.code} ${error.constraint ?? ""})`);
  }
  return isConnectionError(error) ? new NamesakeError("STORE_UNAVAILABLE", place) : error;
}
