// What the loader of a format is told, and the two things that every loader does with the file.
import { open, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import type { Database } from "./openDatabase.ts";

export interface LoadTask {
  readonly database: Database;
  /** The bytes, perhaps in the temporary folder. */
  readonly path: string;
  /** The file as the user named it. */
  readonly file: string;
  readonly source: string;
  readonly table: string;
  /** Lists of Parquet stay lists, as text. */
  readonly isVerbatim: boolean;
}

/** More columns than this are refused: nobody describes a person with so many. */
export const columnsMax = 10_000;

/** The first bytes of a file. */
export async function readHead(path: string, file: string, length: number): Promise<Buffer> {
  try {
    const handle = await open(path, "r");
    try {
      const buffer = Buffer.alloc(length);
      let filled = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, filled);
        filled += bytesRead;
        if (bytesRead === 0 || filled === length) return buffer.subarray(0, filled);
      }
    } finally {
      await handle.close();
    }
  } catch {
    throw new NamesakeError("FILE_UNREADABLE", file);
  }
}

/** The path for DuckDB, which takes * ? [ for a glob: a file named with one is read through a link. */
export async function avoidGlob(task: Pick<LoadTask, "database" | "path" | "table">): Promise<string> {
  if (!/[*?[\]]/.test(task.path)) return task.path;
  const link = join(task.database.temporaryFolder, `${task.table}.link`);
  await symlink(resolve(task.path), link);
  return link;
}
