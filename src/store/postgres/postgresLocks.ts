// The advisory locks of a store: one for who writes, one for who appends to the audit log. Both end with the transaction,
// and so with the connection, whatever becomes of the process.

export type LockName = "write" | "audit" | "migrate" | "file";

/** An expression that takes the lock; the schema (letters, digits, underscores) keeps the stores of a database apart. */
export const takingLock = (schema: string, lock: LockName): string =>
  `pg_advisory_xact_lock(hashtextextended('namesake ${schema} ${lock}', 0))`;
