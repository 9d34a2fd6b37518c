// Brings one file, whatever its format, into a DuckDB table of text columns.
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { NamesakeError } from "../../shared/errors.ts";
import { detectFormat } from "./detectFormat.ts";
import type { FoundFile } from "./findFiles.ts";
import { loadCsv } from "./loadCsv.ts";
import type { LoadedInput } from "./loadedInput.ts";
import { loadJson } from "./loadJson.ts";
import { loadParquet } from "./loadParquet.ts";
import { type LoadTask, readHead } from "./loadTask.ts";
import type { Database } from "./openDatabase.ts";

const headBytes = 64 << 10;

/** @throws NamesakeError FILE_EMPTY, FILE_NOT_TABULAR, FILE_UNREADABLE, TOO_MANY_COLUMNS, INTERRUPTED */
export async function loadFile(
  database: Database,
  found: FoundFile,
  table: string,
  isVerbatim = false,
): Promise<LoadedInput> {
  const isStandardInput = found.path === "-";
  const file = isStandardInput ? "standard input" : found.path;
  let path = isStandardInput ? await spool(database, process.stdin, `${table}.in`) : found.path;
  for (let layer = 0; layer < 2; layer += 1) {
    const format = detectFormat(await readHead(path, file, headBytes));
    const task: LoadTask = { database, path, file, source: found.source, table, isVerbatim };
    if (format.kind === "empty") throw new NamesakeError("FILE_EMPTY", file);
    if (format.kind === "binary") throw new NamesakeError("FILE_NOT_TABULAR", `${file} is ${format.what}`);
    if (format.kind === "parquet") return loadParquet(task);
    if (format.kind === "csv") return loadCsv(task, format.encoding);
    if (format.kind !== "gzip") return loadJson(task, format.encoding, format.kind);
    path = await spool(database, createReadStream(path), `${table}.out${layer}`, file);
  }
  throw new NamesakeError("FILE_NOT_TABULAR", `${file} is compressed more than once`);
}

/** Copies a stream into the temporary folder; `gzipped` names the file that is decompressed on the way. */
async function spool(database: Database, from: NodeJS.ReadableStream, name: string, gzipped?: string): Promise<string> {
  const path = join(database.temporaryFolder, name);
  const options = database.signal === undefined ? {} : { signal: database.signal };
  const to = createWriteStream(path);
  try {
    if (gzipped === undefined) await pipeline(from, to, options);
    else await pipeline(from, createGunzip(), to, options);
  } catch (error) {
    if (!to.closed) await once(to, "close");
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code.startsWith("Z_")) throw new NamesakeError("FILE_NOT_TABULAR", `${gzipped} is not a whole gzip file`);
    throw error;
  }
  return path;
}
