// A file of decisions or labels may hold a header alone: then there are none, and that is no mistake.
import { stat } from "node:fs/promises";
import { NamesakeError } from "../../shared/errors.ts";

/** Whether `error`, met while reading the file, says only that nothing follows its header; a file of no bytes is one. */
export async function holdsNoRows(error: unknown, path: string): Promise<boolean> {
  if (!(error instanceof NamesakeError) || error.code !== "FILE_EMPTY") return false;
  return ((await stat(path).catch(() => null))?.size ?? 0) > 0;
}
