// A DuckDB in process for one reading or writing, with a temporary folder that goes away with it. Extensions are never
// downloaded: what is read must be readable on a closed network.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { NamesakeError } from "../../shared/errors.ts";

export interface DatabaseOptions {
  readonly threads?: number | undefined;
  /** Memory of the whole run in bytes; DuckDB gets half of it and spills to disk beyond. */
  readonly memoryBytes?: number | undefined;
  /** What DuckDB gets, where that is known better. At least 256 MiB in any case. */
  readonly databaseBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Database {
  readonly connection: DuckDBConnection;
  /** The same database over a connection of its own, for queries that run beside others. */
  readonly connect: () => Promise<Database>;
  /** Removed at the end whatever happens. */
  readonly temporaryFolder: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs `task` with a fresh database; closes it and removes its files afterwards, on failure and on abort too.
 * @throws NamesakeError INTERRUPTED, MEMORY_TOO_SMALL, OUTPUT_UNWRITABLE (no room for temporary files)
 */
export async function withDatabase<T>(options: DatabaseOptions, task: (database: Database) => Promise<T>): Promise<T> {
  const { signal } = options;
  requireGoingOn(signal);
  const temporaryFolder = await makeTemporaryFolder();
  let instance: DuckDBInstance | null = null;
  const connections: DuckDBConnection[] = [];
  const interrupt = (): void => {
    for (const connection of connections) connection.interrupt();
  };
  try {
    const opened = await DuckDBInstance.create(":memory:", configure(options, temporaryFolder));
    instance = opened;
    const connect = async (): Promise<Database> => {
      const connection = await opened.connect();
      connections.push(connection);
      await connection.run("SET TimeZone = 'UTC'");
      requireGoingOn(signal);
      return { connection, connect, temporaryFolder, signal };
    };
    signal?.addEventListener("abort", interrupt);
    return await task(await connect());
  } catch (error) {
    throw translateError(error, signal);
  } finally {
    signal?.removeEventListener("abort", interrupt);
    for (const connection of connections) connection.closeSync();
    instance?.closeSync();
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

/** @throws NamesakeError INTERRUPTED once `signal` is aborted */
export function requireGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new NamesakeError("INTERRUPTED", "while reading");
}

/** A text as a literal of SQL. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function makeTemporaryFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), "namesake-"));
  } catch {
    throw new NamesakeError("OUTPUT_UNWRITABLE", `temporary folder ${tmpdir()}`);
  }
}

function configure(options: DatabaseOptions, temporaryFolder: string): Record<string, string> {
  const settings: Record<string, string> = {
    temp_directory: join(temporaryFolder, "spill"),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  };
  if (options.threads !== undefined) settings.threads = String(Math.max(1, options.threads));
  const bytes = options.databaseBytes ?? (options.memoryBytes === undefined ? undefined : options.memoryBytes / 2);
  if (bytes !== undefined) settings.memory_limit = `${Math.max(256, Math.floor(bytes / 1048576))}MiB`;
  return settings;
}

/** DuckDB's messages may quote values, so that none of their text is passed on. */
function translateError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return new NamesakeError("INTERRUPTED", "while reading or writing");
  if (error instanceof NamesakeError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || /no space left|No space/i.test(message ?? "")) {
    return new NamesakeError("OUTPUT_UNWRITABLE", `temporary folder ${tmpdir()} is full`);
  }
  if (/Out of Memory|could not allocate|max_temp_directory_size/i.test(message ?? "")) {
    return new NamesakeError(
      "MEMORY_TOO_SMALL",
      "while reading, with what the records themselves leave of the memory allowed",
    );
  }
  const kind = /^[A-Z]\w*(?: \w+)* Error(?=:)/.exec(message ?? "");
  return kind === null ? error : new Error(`Bug: DuckDB answers with ${kind[0]}`);
}
